import type { Edit, Messenger, Outgoing } from '../../delivery/messenger.ts';
import type { Button, Message } from '../../delivery/outbox.ts';
import { createApiCall } from './api-call.ts';
import { outcomeOfEdit, outcomeOfSend } from './outcome.ts';

const CONNECT_MS = 10_000;

/** A call that takes longer is cut: nobody knows then whether the message arrived. */
const ANSWER_MS = 30_000;

/** A forum's general topic; Telegram refuses to be told it. */
const GENERAL_THREAD = 1;

export interface TelegramMessengerOptions {
  readonly token: string;
  readonly apiRoot: string;
  /** Up to 1,000 messages a second, at 0.1 Star each beyond the free 30. */
  readonly paidBroadcast: boolean;
  readonly answerMs?: number;
}

/** The messenger over Telegram's Bot API: HTML, no link previews, one call a message. */
export function createTelegramMessenger(options: TelegramMessengerOptions): Messenger {
  const { token, apiRoot, paidBroadcast, answerMs = ANSWER_MS } = options;
  const call = createApiCall(token, apiRoot, { connectMs: CONNECT_MS, answerMs });
  return {
    send: async (outgoing, onWritten) =>
      outcomeOfSend(await call('sendMessage', sendParameters(outgoing, paidBroadcast), onWritten)),
    edit: async (edit, onWritten) => outcomeOfEdit(await call('editMessageText', editParameters(edit), onWritten)),
    isReachable: async () => {
      const called = await call('getMe', {});
      return called.kind === 'answer' && called.status < 500;
    },
  };
}

function sendParameters({ chatId, threadId, message, silent, replyTo }: Outgoing, paidBroadcast: boolean) {
  return {
    chat_id: chatId,
    ...textParameters(message),
    disable_notification: silent,
    ...(threadId !== undefined && threadId !== GENERAL_THREAD && { message_thread_id: threadId }),
    ...(replyTo !== undefined && {
      reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
    }),
    ...(paidBroadcast && { allow_paid_broadcast: true }),
  };
}

function editParameters({ chatId, messageId, message }: Edit) {
  return { chat_id: chatId, message_id: messageId, ...textParameters(message) };
}

function textParameters({ html, buttons }: Message) {
  return {
    text: html,
    parse_mode: 'HTML' as const,
    link_preview_options: { is_disabled: true },
    ...(buttons.length > 0 && { reply_markup: { inline_keyboard: buttons.map(keyboardRow) } }),
  };
}

function keyboardRow(buttons: readonly Button[]) {
  return buttons.map((button) =>
    'url' in button ? { text: button.label, url: button.url } : { text: button.label, callback_data: button.action },
  );
}
