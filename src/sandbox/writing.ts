import { knownChat, knownPerson } from './cast.ts';
import { withFoundEntities } from './formatting/found-entities.ts';
import { tidy } from './formatting/tidy.ts';
import { documentFields } from './methods/files.ts';
import { captionFields, textFields } from './methods/messages.ts';
import { mimeOf } from './request.ts';
import { splitPaste } from './split-paste.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { Message } from './wire.ts';
import {
  type Chat,
  keepFile,
  keepMessage,
  messageOf,
  nextMessageId,
  removeMessage,
  replaceMessage,
  type World,
  wireChat,
} from './world.ts';

/** A message that a person sent, and the update that told the bot of it, where it was told. */
export type Sent = { message: Message; updateId: number | undefined };

export type Attachment = {
  name: string;
  content: string | Uint8Array;
  mime?: string | undefined;
  caption?: string | undefined;
};

export type HowToSend = { replyTo?: number | undefined };

/** What people write: texts, edits and files. */
export function createWriting(world: World, queue: UpdateQueue) {
  const send = (chat: Chat, userId: number, content: Partial<Message>, how: HowToSend): Sent => {
    if (chat.type === 'private') openPrivateChat(chat, userId);
    const replied = how.replyTo === undefined ? undefined : messageOf(world, chat.id, how.replyTo)?.wire;
    const wire: Message = {
      message_id: nextMessageId(world, chat),
      ...authorOf(chat, userId),
      chat: wireChat(world, chat),
      date: world.seconds(),
      ...(replied ? { reply_to_message: { ...replied, reply_to_message: undefined } } : {}),
      ...content,
    };
    keepMessage(world, { wire, byBot: false, silent: false, markup: undefined });
    return { message: wire, updateId: tellBot(knownChat(world, chat.id), wire, 'new') };
  };

  const authorOf = (chat: Chat, userId: number): Partial<Message> =>
    chat.type === 'channel' ? { sender_chat: wireChat(world, chat) } : { from: knownPerson(world, userId) };

  /** Who writes to the bot has started it, and has it unblocked. */
  const openPrivateChat = (chat: Chat, userId: number): void => {
    if (chat.started && chat.bot === 'member') return;
    if (chat.bot === 'kicked') {
      const member = (status: string) => ({ status, user: world.bot });
      const from = knownPerson(world, userId);
      const change = { chat: wireChat(world, chat), from, date: world.seconds() };
      queue.push(
        { my_chat_member: { ...change, old_chat_member: member('kicked'), new_chat_member: member('member') } },
        String(chat.id),
      );
    }
    world.chats.set(String(chat.id), { ...chat, started: true, bot: 'member' });
    world.tell({ kind: 'chat', chat: chat.id });
  };

  const tellBot = (chat: Chat, wire: Message, how: 'new' | 'edited'): number | undefined => {
    if (!botSees(world, chat, wire)) return undefined;
    const kind = `${how === 'edited' ? 'edited_' : ''}${chat.type === 'channel' ? 'channel_post' : 'message'}`;
    return queue.push({ [kind]: wire }, String(chat.id));
  };

  return {
    /** Sends a text as a client would: one of over 4,096 characters becomes several messages. */
    sendText(chatId: number, userId: number, text: string, how: HowToSend = {}): Sent[] {
      const chat = knownChat(world, chatId);
      return splitPaste(text).map((piece) => send(knownChat(world, chat.id), userId, textContent(piece), how));
    },

    editText(chatId: number, userId: number, messageId: number, text: string): Sent {
      const kept = messageOf(world, chatId, messageId);
      if (!kept || kept.byBot || (kept.wire.from && kept.wire.from.id !== userId))
        throw new Error(`Person ${userId} has no message ${messageId} in chat ${chatId}`);
      const wire: Message = { ...kept.wire, ...textContent(text), edit_date: world.seconds() };
      replaceMessage(world, { ...kept, wire });
      return { message: wire, updateId: tellBot(knownChat(world, chatId), wire, 'edited') };
    },

    sendDocument(chatId: number, userId: number, attachment: Attachment, how: HowToSend = {}): Sent {
      const content = Buffer.from(attachment.content);
      const mime = attachment.mime ?? mimeOf(attachment.name);
      const file = keepFile(world, 'documents', { name: attachment.name, mime, content });
      const caption = tidied(attachment.caption ?? '');
      const fields = { document: documentFields(file), ...captionFields(caption) };
      return send(knownChat(world, chatId), userId, fields, how);
    },

    /** Any other message, by its fields: a location, a forward, a sticker. */
    sendFields: (chatId: number, userId: number, fields: Partial<Message>, how: HowToSend = {}): Sent =>
      send(knownChat(world, chatId), userId, fields, how),

    /** A person takes a message away. Bots are not told. */
    deleteMessage: (chatId: number, messageId: number): void => removeMessage(world, chatId, messageId),
  };
}

function tidied(text: string) {
  const { text: clean } = tidy({ text, entities: [] });
  return { text: clean, entities: withFoundEntities(clean, []) };
}

function textContent(text: string): Partial<Message> {
  return textFields(tidied(text));
}

/** Privacy mode: in a group a bot that is no administrator sees commands, replies to it and mentions of it. */
function botSees(world: World, chat: Chat, wire: Message): boolean {
  if (chat.type === 'private') return true;
  if (chat.bot === 'left' || chat.bot === 'kicked') return false;
  if (chat.bot === 'administrator') return true;
  if (chat.type === 'channel') return false;
  if (wire.reply_to_message?.from?.id === world.bot.id) return true;
  const text = wire.text ?? wire.caption ?? '';
  const own = `@${world.bot.username?.toLowerCase()}`;
  return [...(wire.entities ?? []), ...(wire.caption_entities ?? [])].some(({ type, offset, length }) => {
    const words = text.slice(offset, offset + length).toLowerCase();
    if (type === 'mention') return words === own;
    return type === 'bot_command' && offset === 0 && (!words.includes('@') || words.endsWith(own));
  });
}
