import type { Update } from 'telegraf/types';

/** All that Dateline understands; Telegram leaves out the rest. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const;

/** True of anything that has an update's number; what else it holds is for its handling to find out. */
export function isUpdate(value: unknown): value is Update {
  return typeof value === 'object' && value !== null && 'update_id' in value && Number.isSafeInteger(value.update_id);
}
