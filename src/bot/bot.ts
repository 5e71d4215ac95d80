import type { Context, Telegraf } from 'telegraf';
import type { Message as TelegramMessage, Update } from 'telegraf/types';
import type { Temporal } from 'temporal-polyfill';
import type { Chat } from '../delivery/chat.ts';
import { enrol, markGone } from '../delivery/settings.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import { parseTopics } from '../news/topic.ts';
import { type Answer, NOTHING, say, toast } from './answer.ts';
import { digestCommand } from './commands/digest.ts';
import { mayUse } from './commands/help.ts';
import { takeEditedPiece, takePiece } from './commands/post.ts';
import { takeAnswer } from './commands/preview.ts';
import { type Action, actionTable, type BotDeps, type Command, commandTable } from './commands/table.ts';
import { topicsCommand } from './commands/topics.ts';
import { html } from './html.ts';
import { languageOf, wordsIn } from './messages/words.ts';
import { readChat, readCommand, readIncoming, readPerson, readThread } from './read-update.ts';
import type { Incoming, Person, Request, Role } from './request.ts';
import type { Place } from './talk.ts';

export interface BotOptions extends Omit<BotDeps, 'defaultTimeZone'> {
  readonly telegraf: Telegraf;
  readonly owners: ReadonlySet<number>;
  readonly defaults: {
    readonly language: InterfaceLanguage;
    readonly timeZone: string;
    readonly schedule: NonNullable<Chat['schedule']>;
  };
  readonly now: () => Temporal.Instant;
  readonly log: { error(fields: object, message: string): void };
}

/** What came, before anybody has looked up who may ask it and of whom. */
interface Event {
  readonly chat: ReturnType<typeof readChat>;
  readonly person: Person | undefined;
  readonly languageCode: string | undefined;
  readonly threadId: number | undefined;
  readonly message: Incoming;
  readonly repliedTo: Incoming | undefined;
  readonly text: string;
  /** True where it can only come from somebody who runs the chat. */
  readonly fromAdministrator: boolean;
  readonly pressed: boolean;
}

/** A text this long, sent by an editor outside of a paste, was most likely meant for /post. */
const ARTICLE_LENGTH = 300;

/**
 * Teaches a Telegraf bot everything that Dateline answers. Whatever goes wrong with one update is logged and told to
 * whoever asked; the next update is handled all the same.
 */
export function teachBot(options: BotOptions): { readonly commands: readonly Command[] } {
  const { telegraf, chats, talk, now } = options;
  const deps: BotDeps = { ...options, defaultTimeZone: options.defaults.timeZone };
  const commands = commandTable(deps);
  const actions = new Map(actionTable(deps).map((action) => [action.name, action]));

  telegraf.on(['message', 'channel_post'], (context) => {
    const message = context.message ?? context.channelPost;
    return message === undefined ? undefined : onMessage(context, message);
  });
  telegraf.on('edited_message', async (context) => {
    const event = eventOf(context.editedMessage);
    const command = readCommand(event.message.text);
    const text = command?.text ?? event.message.text;
    await takeEditedPiece(options, await requestOf({ ...event, text, message: { ...event.message, text } }));
  });
  telegraf.on('callback_query', onPress);
  telegraf.on('my_chat_member', (context) => onMembership(context.update.my_chat_member));

  async function onMessage(context: Context, message: TelegramMessage): Promise<void> {
    if ('migrate_to_chat_id' in message) return chats.migrate(message.chat.id, message.migrate_to_chat_id);
    const event = eventOf(message);
    const typed = readCommand(event.message.text);
    if (typed?.addressee !== undefined && typed.addressee !== context.me?.toLowerCase()) return;
    if (typed === undefined) return answer(event, await plainMessage(await requestOf(event)));
    const command = commands.find(({ name }) => name === typed.name);
    await answer(event, await carryOut(context, { ...event, text: typed.text }, command, unknownCommand(event)));
  }

  async function onPress(context: Context<Update.CallbackQueryUpdate>): Promise<void> {
    const query = context.callbackQuery;
    if (!('data' in query) || query.message === undefined) return void (await context.answerCbQuery());
    const [verb = '', ...words] = query.data.split(' ');
    const message = query.message;
    const event: Event = {
      chat: readChat(message.chat),
      person: readPerson(query.from, undefined),
      languageCode: query.from.language_code,
      threadId: 'date' in message && message.date !== 0 ? readThread(message as TelegramMessage) : undefined,
      message: { messageId: message.message_id, text: '', file: undefined },
      repliedTo: undefined,
      text: words.join(' '),
      fromAdministrator: false,
      pressed: true,
    };
    const outcome = await carryOut(context, event, actions.get(verb), (request) => toast(request.words.help.gone));
    await context.answerCbQuery(toastOf(outcome)?.slice(0, 200)).catch(() => false);
    if (outcome.kind !== 'toast') await answer(event, outcome);
  }

  /** Runs a command or an action where this person may use it here; to anyone else it does not exist. */
  async function carryOut(
    context: Pick<Context, 'telegram'>,
    event: Event,
    entry: Command | Action | undefined,
    otherwise: (request: Request) => Answer,
  ): Promise<Answer> {
    let request = await requestOf(event);
    try {
      if (entry === undefined || !mayUse(entry.needs, request.role)) return otherwise(request);
      if (entry.changesChat) {
        if (!(await mayChange(context, event))) return toast(request.words.help.notAdmin);
        request = { ...request, chat: await storedChat(request) };
      }
      return await entry.run(request);
    } catch (error) {
      options.log.error({ error, chat: event.chat.id }, 'an update could not be handled');
      return toast(request.words.help.failed);
    }
  }

  async function plainMessage(request: Request): Promise<Answer> {
    if (mayUse('editor', request.role)) {
      const taken = (await takeAnswer(options, request)) ?? (await takePiece(options, request));
      if (taken !== undefined) return taken;
    }
    if (request.chat.kind !== 'private' || request.text === '') return NOTHING;
    if (mayUse('editor', request.role) && request.text.length >= ARTICLE_LENGTH)
      return say(request.words.help.looksLikeArticle);
    const { countries, unknown } = parseTopics(request.text.slice(0, 200));
    const named = countries.length > 0 || unknown.some(({ nearest }) => nearest.length > 0);
    return named ? digestCommand(options)(request) : say(request.words.help.plainText);
  }

  async function onMembership({
    chat,
    new_chat_member: member,
    from,
  }: Update.MyChatMemberUpdate['my_chat_member']): Promise<void> {
    const gone = member.status === 'kicked' || member.status === 'left';
    if (gone) await markGone(options, chat.id, `the bot was removed: ${member.status}`);
    if (gone || chat.type === 'private' || chat.type === 'channel') return;
    const event = { ...eventOf({ message_id: 0, chat, from, date: 0, text: '' } as TelegramMessage), text: '' };
    await answer(event, await topicsCommand(options, true)(await requestOf(event)));
  }

  async function requestOf(event: Event): Promise<Request> {
    const stored = await chats.find(event.chat.id);
    const chat = stored ?? newChat(event);
    const { person, text, message, repliedTo, threadId } = event;
    return {
      chat,
      person,
      role: await roleOf(person),
      text,
      message,
      repliedTo,
      threadId,
      words: wordsIn(chat.language),
      now: now(),
    };
  }

  function newChat({ chat, languageCode, threadId }: Event): Chat {
    const { language, timeZone, schedule } = options.defaults;
    return {
      ...chat,
      language: languageOf(languageCode) ?? language,
      timeZone,
      schedule,
      threadId,
      state: 'active',
      topics: [],
      briefedTo: 0,
      pausedUntil: undefined,
      nextDueAt: undefined,
      lastDueAt: undefined,
      lastSkipped: undefined,
    };
  }

  async function storedChat({ chat, threadId, now: at }: Request): Promise<Chat> {
    const stored = await enrol(chats, chat, at);
    return stored.threadId === threadId ? stored : chats.change(chat.id, { threadId });
  }

  async function roleOf(person: Person | undefined): Promise<Role> {
    if (person === undefined) return 'reader';
    if (options.owners.has(person.id)) return 'owner';
    return (await options.editors.isEditor(person.id)) ? 'editor' : 'reader';
  }

  async function mayChange(
    context: Pick<Context, 'telegram'>,
    { chat, person, fromAdministrator }: Event,
  ): Promise<boolean> {
    if (chat.kind === 'private' || fromAdministrator) return true;
    if (person === undefined) return false;
    const member = await context.telegram.getChatMember(chat.id, person.id);
    return member.status === 'creator' || member.status === 'administrator';
  }

  async function answer({ chat, threadId, message, pressed }: Event, outcome: Answer): Promise<void> {
    const place: Place = { id: chat.id, kind: chat.kind, threadId };
    switch (outcome.kind) {
      case 'say':
        for (const part of outcome.messages) await talk.say(place, part);
        return;
      case 'show':
        if (!pressed || !(await talk.edit(place, message.messageId, outcome.message)))
          await talk.say(place, outcome.message);
        return;
      case 'toast':
        await talk.say(place, { html: html`${outcome.text}`.html, buttons: [] });
        return;
      case 'nothing':
        return;
      default:
        outcome satisfies never;
    }
  }

  return { commands };
}

/** In a group a command that is not ours may be another bot's, so only a private chat is told. */
function unknownCommand({ chat }: Event): (request: Request) => Answer {
  return ({ words }) => (chat.kind === 'private' ? say(html`${words.help.unknownCommand}`) : NOTHING);
}

function toastOf(outcome: Answer): string | undefined {
  if (outcome.kind === 'toast') return outcome.text;
  return outcome.kind === 'show' ? outcome.toast : undefined;
}

function eventOf(message: TelegramMessage): Event {
  const senderChat = 'sender_chat' in message ? message.sender_chat : undefined;
  const from = 'from' in message ? message.from : undefined;
  const incoming = readIncoming(message);
  const replied = 'reply_to_message' in message ? message.reply_to_message : undefined;
  return {
    chat: readChat(message.chat),
    person: readPerson(from, senderChat),
    languageCode: from?.language_code,
    threadId: readThread(message),
    message: incoming,
    repliedTo: replied && readIncoming(replied),
    text: incoming.text,
    fromAdministrator: message.chat.type === 'channel' || senderChat?.id === message.chat.id,
    pressed: false,
  };
}
