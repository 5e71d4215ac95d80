/** The shapes that the Bot API sends over the wire, as far as this server speaks it. */

export type User = {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string | undefined;
  username?: string | undefined;
  language_code?: string | undefined;
};

export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel';

export type WireChat = {
  id: number;
  type: ChatKind;
  title?: string | undefined;
  username?: string | undefined;
  first_name?: string | undefined;
  last_name?: string | undefined;
};

/** A stretch of formatted text; offsets and lengths in UTF-16 units. */
export type Entity = {
  type: string;
  offset: number;
  length: number;
  url?: string | undefined;
  user?: User | undefined;
  language?: string | undefined;
  custom_emoji_id?: string | undefined;
  unix_time?: number | undefined;
  date_time_format?: string | undefined;
};

export type Button = {
  text: string;
  callback_data?: string | undefined;
  url?: string | undefined;
  [kind: string]: unknown;
};

export type Keyboard = { inline_keyboard: Button[][] };

/** What may hang on a message: an inline keyboard, or an order to the client about the one under its text field. */
export type Markup = Keyboard | { [field: string]: unknown };

export type Document = {
  file_id: string;
  file_unique_id: string;
  file_name?: string | undefined;
  mime_type?: string | undefined;
  file_size: number;
};

export type PhotoSize = {
  file_id: string;
  file_unique_id: string;
  file_size: number;
  width: number;
  height: number;
};

export type Message = {
  message_id: number;
  date: number;
  chat: WireChat;
  from?: User | undefined;
  sender_chat?: WireChat | undefined;
  edit_date?: number | undefined;
  reply_to_message?: Message | undefined;
  text?: string | undefined;
  entities?: Entity[] | undefined;
  caption?: string | undefined;
  caption_entities?: Entity[] | undefined;
  document?: Document | undefined;
  photo?: PhotoSize[] | undefined;
  pinned_message?: Message | undefined;
  new_chat_members?: User[] | undefined;
  reply_markup?: Keyboard | undefined;
  [extra: string]: unknown;
};

export type CallbackQuery = {
  id: string;
  from: User;
  message: Message;
  chat_instance: string;
  data: string;
};

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left' | 'kicked';

/** One update without its number. Each holds exactly one of the fields. */
export type UpdatePayload = { [kind: string]: unknown };
export type Update = { update_id: number } & UpdatePayload;
