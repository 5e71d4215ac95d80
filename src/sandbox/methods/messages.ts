import { type Accepted, accept, badRequest, type Refusal } from '../answer.ts';
import { captionText, messageText } from '../formatting/formatted-text.ts';
import { type FormattedText, visibleLength } from '../formatting/tidy.ts';
import { inlineKeyboard, readMarkup } from '../keyboard.ts';
import type { Params } from '../params.ts';
import type { Markup, Message } from '../wire.ts';
import {
  type Chat,
  type KeptMessage,
  keepMessage,
  messageOf,
  nextMessageId,
  removeMessage,
  replaceMessage,
  type World,
  wireChat,
} from '../world.ts';
import { chatNamed, chatToWriteIn } from './access.ts';
import type { Method } from './method.ts';

/** Bounds after entities are parsed, in Unicode code points (TDLib, MessageContent.cpp). */
const TEXT_MAX = 4096;
export const CAPTION_MAX = 1024;

export const sendMessage: Method = ({ world, params }) => {
  const text = messageText(params);
  if (!text.ok) return text;
  const place = placeToSend(world, params);
  if (!place.ok) return place;
  if (visibleLength(text.result.text) > TEXT_MAX) return badRequest('message is too long');
  return accept(send(world, params, place.result, textFields(text.result)));
};

export type Place = { chat: Chat; markup: Markup | undefined; replyTo: Message | undefined };

/** What every sending method needs: a chat that may be written in, the markup, and the message that is replied to. */
export function placeToSend(world: World, params: Params): Accepted<Place> | Refusal {
  const markup = readMarkup(params);
  if (!markup.ok) return markup;
  const chat = chatToWriteIn(world, params);
  if (!chat.ok) return chat;
  const thread = params.integer('message_thread_id');
  if (thread !== undefined && thread !== 0) return badRequest('message thread not found');
  const reply = repliedTo(world, params, chat.result);
  if (!reply.ok) return reply;
  return accept({ chat: chat.result, markup: markup.result, replyTo: reply.result });
}

function repliedTo(world: World, params: Params, chat: Chat): Accepted<Message | undefined> | Refusal {
  const parameters = params.json('reply_parameters');
  const given = typeof parameters === 'object' && parameters !== null ? { ...parameters } : {};
  const id = 'message_id' in given ? Number(given.message_id) : params.integer('reply_to_message_id');
  if (id === undefined || id === 0) return accept(undefined);
  const found = messageOf(world, chat.id, id);
  if (found) return accept(withoutReply(found.wire));
  const optional =
    params.flag('allow_sending_without_reply') ||
    ('allow_sending_without_reply' in given && given.allow_sending_without_reply === true);
  return optional ? accept(undefined) : badRequest('message to be replied not found');
}

function withoutReply(message: Message): Message {
  return { ...message, reply_to_message: undefined };
}

export function textFields(text: FormattedText): Partial<Message> {
  return { text: text.text, entities: text.entities.length > 0 ? text.entities : undefined };
}

export function captionFields(text: FormattedText): Partial<Message> {
  if (text.text === '') return {};
  return { caption: text.text, caption_entities: text.entities.length > 0 ? text.entities : undefined };
}

/** Writes down a message of the bot. */
export function send(world: World, params: Params, place: Place, content: Partial<Message>): Message {
  const inChannel = place.chat.type === 'channel';
  const chat = wireChat(world, place.chat);
  const wire: Message = {
    message_id: nextMessageId(world, place.chat),
    ...(inChannel ? { sender_chat: chat } : { from: world.bot }),
    chat,
    date: world.seconds(),
    ...(place.replyTo ? { reply_to_message: place.replyTo } : {}),
    ...content,
    reply_markup: inlineKeyboard(place.markup),
  };
  const silent = params.flag('disable_notification');
  return keepMessage(world, { wire, byBot: true, silent, markup: place.markup }).wire;
}

export const editMessageText: Method = ({ world, params }) => {
  const text = messageText(params);
  if (!text.ok) return text;
  const found = messageToEdit(world, params);
  if (!found.ok) return found;
  if (found.result.wire.text === undefined) return badRequest('there is no text in the message to edit');
  if (visibleLength(text.result.text) > TEXT_MAX) return badRequest('MESSAGE_TOO_LONG');
  return edit(world, params, found.result, textFields(text.result));
};

export const editMessageCaption: Method = ({ world, params }) => {
  const caption = captionText(params);
  if (!caption.ok) return caption;
  const found = messageToEdit(world, params);
  if (!found.ok) return found;
  const { document, photo } = found.result.wire;
  if (!document && !photo) return badRequest('there is no caption in the message to edit');
  if (visibleLength(caption.result.text) > CAPTION_MAX) return badRequest('MEDIA_CAPTION_TOO_LONG');
  return edit(world, params, found.result, {
    caption: undefined,
    caption_entities: undefined,
    ...captionFields(caption.result),
  });
};

export const editMessageReplyMarkup: Method = ({ world, params }) => {
  const found = messageToEdit(world, params);
  return found.ok ? edit(world, params, found.result, {}) : found;
};

function messageToEdit(world: World, params: Params): Accepted<KeptMessage> | Refusal {
  const chat = chatNamed(world, params);
  if (!chat.ok) return chat;
  const id = params.integer('message_id');
  const kept = id === undefined ? undefined : messageOf(world, chat.result.id, id);
  if (!kept) return badRequest('message to edit not found');
  if (!kept.byBot || kept.wire.pinned_message) return badRequest("message can't be edited");
  return accept(kept);
}

function edit(world: World, params: Params, kept: KeptMessage, content: Partial<Message>): Accepted<Message> | Refusal {
  const markup = readMarkup(params);
  if (!markup.ok) return markup;
  if (markup.result && !inlineKeyboard(markup.result)) return badRequest('inline keyboard expected');
  const wire: Message = { ...kept.wire, ...content, reply_markup: inlineKeyboard(markup.result) };
  if (JSON.stringify(wire) === JSON.stringify({ ...kept.wire, reply_markup: kept.wire.reply_markup }))
    return badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  const edited = { ...kept, wire: { ...wire, edit_date: world.seconds() }, markup: markup.result };
  return accept(replaceMessage(world, edited).wire);
}

const TOO_OLD_SECONDS = 48 * 3600;

export const deleteMessage: Method = ({ world, params }) => {
  const chat = chatNamed(world, params);
  if (!chat.ok) return chat;
  const id = params.integer('message_id');
  if (id === undefined) return badRequest('message identifier is not specified');
  const kept = messageOf(world, chat.result.id, id);
  if (!kept) return badRequest('message to delete not found');
  const own = kept.byBot || chat.result.type === 'private';
  if (!own && chat.result.bot !== 'administrator') return badRequest("message can't be deleted");
  if (world.seconds() - kept.wire.date > TOO_OLD_SECONDS) return badRequest("message can't be deleted for everyone");
  removeMessage(world, chat.result.id, id);
  return accept(true);
};
