import { z } from 'zod';
import { type Accepted, accept, badRequest } from '../answer.ts';
import type { MemberStatus, Message, User } from '../wire.ts';
import { type Chat, keepMessage, messageOf, nextMessageId, personOf, type World, wireChat } from '../world.ts';
import { chatNamed, chatToRead, chatToWriteIn } from './access.ts';
import type { Method } from './method.ts';

export const getChat: Method = ({ world, params }) => {
  const chat = chatToRead(world, params);
  if (!chat.ok) return chat;
  const pinned = chat.result.pinned.at(-1);
  return accept({
    ...wireChat(world, chat.result),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {},
    pinned_message: pinned === undefined ? undefined : messageOf(world, chat.result.id, pinned)?.wire,
  });
};

type Member = { status: MemberStatus; user: User; [right: string]: unknown };

export const getChatMember: Method = ({ world, params }) => {
  const chat = chatToRead(world, params);
  if (!chat.ok) return chat;
  const id = params.integer('user_id');
  if (id === undefined) return badRequest('invalid user_id specified');
  const user = personOf(world, id);
  if (!user) return badRequest('PARTICIPANT_ID_INVALID');
  return accept(memberFields(chat.result, user));
};

export const getChatAdministrators: Method = ({ world, params }) => {
  const chat = chatToRead(world, params);
  if (!chat.ok) return chat;
  if (chat.result.type === 'private') return badRequest('there are no administrators in the private chat');
  return accept(
    membersOf(world, chat.result).filter(({ status }) => status === 'creator' || status === 'administrator'),
  );
};

export const getChatMemberCount: Method = ({ world, params }) => {
  const chat = chatToRead(world, params);
  if (!chat.ok) return chat;
  const present = membersOf(world, chat.result).filter(({ status }) => status !== 'left' && status !== 'kicked');
  return accept(present.length);
};

function membersOf(world: World, chat: Chat): Member[] {
  const people = Object.keys(chat.members).map((id) => personOf(world, Number(id)));
  return [...people, world.bot].filter((user) => user !== undefined).map((user) => memberFields(chat, user));
}

/** A person's, or the bot's, place in a chat with the rights that go with it. */
export function memberFields(chat: Chat, user: User, status = statusOf(chat, user)): Member {
  if (status === 'creator') return { status, user, is_anonymous: false };
  if (status === 'kicked') return { status, user, until_date: 0 };
  if (status !== 'administrator') return { status, user };
  return {
    status,
    user,
    can_be_edited: false,
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_video_chats: true,
    can_restrict_members: true,
    can_promote_members: false,
    can_change_info: true,
    can_invite_users: true,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    ...(chat.type === 'channel' ? { can_post_messages: true, can_edit_messages: true } : { can_pin_messages: true }),
  };
}

function statusOf(chat: Chat, user: User): MemberStatus {
  return user.is_bot ? chat.bot : (chat.members[user.id] ?? 'left');
}

export const leaveChat: Method = ({ world, params }) => {
  const chat = chatToRead(world, params);
  if (!chat.ok) return chat;
  if (chat.result.type === 'private') return badRequest("chat member status can't be changed in private chats");
  world.chats.set(String(chat.result.id), { ...chat.result, bot: 'left' });
  world.tell({ kind: 'chat', chat: chat.result.id });
  return accept(true);
};

const ACTIONS = new Set(
  'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note'.split(
    ' ',
  ),
);

export const sendChatAction: Method = ({ world, params }) => {
  const action = params.text('action') ?? '';
  if (!ACTIONS.has(action)) return badRequest('wrong parameter action in request');
  const chat = chatToWriteIn(world, params);
  if (!chat.ok) return chat;
  world.tell({ kind: 'action', chat: chat.result.id, action });
  return accept(true);
};

export const pinChatMessage: Method = ({ world, queue, params }) => {
  const chat = chatToWriteIn(world, params);
  if (!chat.ok) return chat;
  const id = params.integer('message_id');
  const kept = id === undefined ? undefined : messageOf(world, chat.result.id, id);
  if (!kept || id === undefined) return badRequest('message to pin not found');
  if (!mayPin(chat.result)) return MAY_NOT_PIN;
  const others = chat.result.pinned.filter((pinned) => pinned !== id);
  world.chats.set(String(chat.result.id), { ...chat.result, pinned: [...others, id] });
  const notice: Message = {
    message_id: nextMessageId(world, chat.result),
    from: world.bot,
    chat: wireChat(world, chat.result),
    date: world.seconds(),
    pinned_message: kept.wire,
  };
  keepMessage(world, { wire: notice, byBot: true, silent: params.flag('disable_notification'), markup: undefined });
  queue.push({ message: notice }, String(chat.result.id));
  return accept(true);
};

export const unpinChatMessage: Method = ({ world, params }) => {
  const chat = chatToWriteIn(world, params);
  if (!chat.ok) return chat;
  const id = params.integer('message_id') ?? chat.result.pinned.at(-1);
  if (id === undefined || !chat.result.pinned.includes(id)) return badRequest('message to unpin not found');
  if (!mayPin(chat.result)) return MAY_NOT_PIN;
  return unpin(world, chat.result, (pinned) => pinned !== id);
};

export const unpinAllChatMessages: Method = ({ world, params }) => {
  const chat = chatToWriteIn(world, params);
  if (!chat.ok) return chat;
  return mayPin(chat.result) ? unpin(world, chat.result, () => false) : MAY_NOT_PIN;
};

function unpin(world: World, chat: Chat, stays: (id: number) => boolean): Accepted<true> {
  world.chats.set(String(chat.id), { ...chat, pinned: chat.pinned.filter(stays) });
  world.tell({ kind: 'chat', chat: chat.id });
  return accept(true);
}

const MAY_NOT_PIN = badRequest('not enough rights to manage pinned messages in the chat');

function mayPin(chat: Chat): boolean {
  return chat.type === 'private' || chat.bot === 'administrator';
}

const menuButton = z.looseObject({ type: z.enum(['default', 'commands', 'web_app']) });

export const setChatMenuButton: Method = ({ world, params }) => {
  const wanted = menuButton.safeParse(params.json('menu_button') ?? { type: 'default' });
  if (!wanted.success) return badRequest("can't parse menu button: MenuButton has unsupported type");
  if (params.text('chat_id') === undefined) {
    world.settings.set('menu button', wanted.data);
    return accept(true);
  }
  const chat = chatNamed(world, params);
  if (!chat.ok) return chat;
  world.settings.set(`menu button ${chat.result.id}`, wanted.data);
  return accept(true);
};

export const getChatMenuButton: Method = ({ world, params }) => {
  const own = world.settings.get(`menu button ${params.integer('chat_id') ?? ''}`);
  return accept(own ?? world.settings.get('menu button') ?? { type: 'commands' });
};
