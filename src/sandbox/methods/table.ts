import {
  getChat,
  getChatAdministrators,
  getChatMember,
  getChatMemberCount,
  getChatMenuButton,
  leaveChat,
  pinChatMessage,
  sendChatAction,
  setChatMenuButton,
  unpinAllChatMessages,
  unpinChatMessage,
} from './chats.ts';
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts';
import { getFile, sendDocument, sendPhoto } from './files.ts';
import { deleteMessage, editMessageCaption, editMessageReplyMarkup, editMessageText, sendMessage } from './messages.ts';
import type { Method } from './method.ts';
import { DESCRIPTION, getMe, getTrait, NAME, SHORT_DESCRIPTION, setTrait } from './profile.ts';
import { answerCallbackQuery, answerInlineQuery } from './queries.ts';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './updates.ts';

const METHODS: Record<string, Method> = {
  getMe,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage,
  answerCallbackQuery,
  answerInlineQuery,
  sendChatAction,
  sendDocument,
  sendPhoto,
  getFile,
  getChat,
  getChatMember,
  getChatMemberCount,
  getChatAdministrators,
  leaveChat,
  pinChatMessage,
  unpinChatMessage,
  unpinAllChatMessages,
  setChatMenuButton,
  getChatMenuButton,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyName: setTrait(NAME),
  getMyName: getTrait(NAME),
  setMyDescription: setTrait(DESCRIPTION),
  getMyDescription: getTrait(DESCRIPTION),
  setMyShortDescription: setTrait(SHORT_DESCRIPTION),
  getMyShortDescription: getTrait(SHORT_DESCRIPTION),
};

const BY_SMALL_NAME = new Map(
  Object.entries(METHODS).map(([name, run]) => [name.toLowerCase(), { name, run }] as const),
);

/** The method of that name, in any letter case, with its proper name. */
export function methodNamed(name: string): { name: string; run: Method } | undefined {
  return BY_SMALL_NAME.get(name.toLowerCase());
}
