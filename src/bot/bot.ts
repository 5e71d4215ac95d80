import type { Context, Telegraf } from 'telegraf';
import type { CallbackQuery, InlineQuery, Message as TelegramMessage, Update } from 'telegraf/types';
import type { Log } from '../delivery/log.ts';
import type { PassingNotice } from '../delivery/passing-notices.ts';
import { markBack, markGone } from '../delivery/settings.ts';
import { type Answer, NOTHING, say, toast } from './answer.ts';
import { plainText } from './commands/plain-text.ts';
import { takeEditedPiece } from './commands/post.ts';
import { type Action, actionTable, type BotDeps, type Command, commandTable } from './commands/table.ts';
import { topicsCommand } from './commands/topics.ts';
import { type Event, eventOfEdit, eventOfJoining, eventOfMessage, eventOfPress } from './event.ts';
import { html } from './html.ts';
import { offer } from './inline.ts';
import { languageOf } from './messages/words.ts';
import { isSaid, readCommand } from './read-update.ts';
import { createReception, type ReceptionDeps } from './reception.ts';
import type { Handler } from './request.ts';
import { mayUse } from './role.ts';
import type { Place } from './talk.ts';

export interface BotOptions extends Omit<BotDeps, 'defaultTimeZone'>, Omit<ReceptionDeps, 'telegram'> {
  readonly telegraf: Telegraf;
  readonly log: Log;
  /** Deletes a message of the bot after it could be read. */
  readonly letVanish: (notice: PassingNotice) => Promise<void>;
}

/**
 * Teaches a Telegraf bot everything that Dateline answers, and gives the commands. Whatever goes wrong with one update
 * is logged and told to whoever asked; the next update is handled all the same.
 */
export function teachBot(options: BotOptions): readonly Command[] {
  const { telegraf, chats, talk, log } = options;
  const deps: BotDeps = { ...options, defaultTimeZone: options.defaults.timeZone };
  const commands = commandTable(deps);
  const actions = new Map(actionTable(deps).map((action) => [action.name, action]));
  const reception = createReception({ ...options, telegram: telegraf.telegram });

  // Telegraf's own handler prints the whole update, with what people wrote.
  telegraf.catch((error) => {
    throw error;
  });
  telegraf.on('message', (context) => onMessage(context, context.message));
  telegraf.on('channel_post', (context) => onMessage(context, context.channelPost));
  telegraf.on('edited_message', async (context) => {
    const request = await reception.requestOf(eventOfEdit(context.editedMessage));
    if (mayUse('editor', request.role)) await takeEditedPiece(deps, request);
  });
  telegraf.on('callback_query', (context) => onPress(context.callbackQuery));
  telegraf.on('inline_query', (context) => onInline(context.inlineQuery));
  telegraf.on('my_chat_member', (context) => onMembership(context.myChatMember));

  async function onMessage(context: Context, message: TelegramMessage): Promise<void> {
    if ('migrate_to_chat_id' in message) return chats.migrate(message.chat.id, message.migrate_to_chat_id);
    if (!isSaid(message)) return;
    const event = eventOfMessage(message);
    const typed = readCommand(event.text);
    if (typed === undefined) return answer(event, await handle(event, plainText(deps)));
    if (typed.addressee !== undefined && typed.addressee !== context.me.toLowerCase()) return;
    const command = commands.find(({ name }) => name === typed.name);
    await answer(event, await carryOut({ ...event, text: typed.text }, command, unknownCommand));
  }

  async function onPress(query: CallbackQuery): Promise<void> {
    const press = eventOfPress(query);
    const outcome = press ? await carryOut(press.event, actions.get(press.action), staleButton) : NOTHING;
    // A query is answered within seconds or never; one that is too old has nobody waiting.
    await telegraf.telegram.answerCbQuery(query.id, toastOf(outcome)?.slice(0, 200)).catch(() => false);
    if (press && outcome.kind !== 'toast') await answer(press.event, outcome);
  }

  /** Whoever has chosen a language with the bot reads in it everywhere. Nothing is kept by Telegram: an article may be withdrawn. */
  async function onInline({ id, from, query, offset }: InlineQuery): Promise<void> {
    const chat = await chats.find(from.id);
    const reader = chat ?? {
      language: languageOf(from.language_code) ?? options.defaults.language,
      timeZone: options.defaults.timeZone,
    };
    const { results, nextOffset } = await offer(deps, query, offset, reader, options.now());
    const extra = { cache_time: 0, is_personal: true, next_offset: nextOffset };
    // As with a button, nobody waits for a late answer.
    await telegraf.telegram.answerInlineQuery(id, results, extra).catch(() => false);
  }

  /** Runs a command or an action where this person may use it here; to anyone else it does not exist. */
  function carryOut(event: Event, entry: Command | Action | undefined, otherwise: Handler): Promise<Answer> {
    return handle(event, async (request) => {
      if (entry === undefined || !mayUse(entry.needs, request.role)) return otherwise(request);
      const changes = entry.changesChat === 'always' || (entry.changesChat === 'with-text' && request.text !== '');
      if (!changes) return entry.run(request);
      if (!(await reception.mayChange(event))) return toast(request.words.help.notAdmin);
      return entry.run({ ...request, chat: await reception.storedChat(request) });
    });
  }

  async function handle(event: Event, handler: Handler): Promise<Answer> {
    const request = await reception.requestOf(event);
    try {
      return await handler(request);
    } catch (error) {
      log.error({ chat: event.chat.id, error: String(error) }, 'an update could not be handled');
      return toast(request.words.help.failed);
    }
  }

  /** Removed from a chat, the bot stops writing there; added to a group, it offers topics. */
  async function onMembership({ chat, from, old_chat_member, new_chat_member }: Membership): Promise<void> {
    if (!isInside(new_chat_member)) {
      await markGone(options, chat.id, `the bot was removed: ${new_chat_member.status}`);
    } else if (!isInside(old_chat_member) && (chat.type === 'group' || chat.type === 'supergroup')) {
      await markBack(chats, chat.id, options.now());
      const event = eventOfJoining(chat, from);
      await answer(event, await handle(event, topicsCommand(deps, true)));
    }
  }

  async function answer({ chat, threadId, message, pressed }: Event, outcome: Answer): Promise<void> {
    const place = { id: chat.id, kind: chat.kind, threadId };
    switch (outcome.kind) {
      case 'say':
        for (const part of outcome.messages) await talk.say(place, part);
        return;
      case 'show': {
        const edited = pressed && (await talk.edit(place, message.messageId, outcome.message));
        if (!edited) await talk.say(place, outcome.message);
        for (const part of outcome.after) await talk.say(place, part);
        return;
      }
      case 'toast':
        await sayInPassing(place, outcome.text);
        return;
      case 'nothing':
        return;
      default:
        outcome satisfies never;
    }
  }

  /** In a group a word to one of many vanishes again. */
  async function sayInPassing(place: Place, text: string): Promise<void> {
    const messageId = await talk.say(place, { html: html`${text}`.html, buttons: [] });
    const isGroup = place.kind === 'group' || place.kind === 'supergroup';
    if (isGroup && messageId !== undefined) await options.letVanish({ chatId: place.id, messageId });
  }

  return commands;
}

type Membership = Update.MyChatMemberUpdate['my_chat_member'];

function isInside(member: Membership['new_chat_member']): boolean {
  return member.status === 'restricted' ? member.is_member : member.status !== 'kicked' && member.status !== 'left';
}

/** In a group a command that is not ours may be another bot's, so only a private chat is told. */
const unknownCommand: Handler = async ({ chat, words }) =>
  chat.kind === 'private' ? say(html`${words.help.unknownCommand}`) : NOTHING;

const staleButton: Handler = async ({ words }) => toast(words.help.gone);

function toastOf(outcome: Answer): string | undefined {
  if (outcome.kind === 'toast') return outcome.text;
  return outcome.kind === 'show' ? outcome.toast : undefined;
}
