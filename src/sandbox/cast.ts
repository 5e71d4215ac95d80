import { memberFields } from './methods/chats.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { MemberStatus, User } from './wire.ts';
import { type Chat, chatOf, personOf, type World, wireChat } from './world.ts';

export type NewUser = {
  id: number;
  first_name: string;
  last_name?: string | undefined;
  username?: string | undefined;
  language_code?: string | undefined;
  /** Whether the person has written to the bot before; without it the bot may not write first. */
  started?: boolean | undefined;
};

export type NewGroup = {
  id: number;
  title: string;
  username?: string | undefined;
  type?: 'group' | 'supergroup' | 'channel' | undefined;
  members: Record<number, MemberStatus>;
  /** The bot's place from the start; `setBotStatus` changes it later and tells the bot. */
  bot?: MemberStatus | undefined;
};

/** Makes the people and chats of this server's world, and changes who is in what. */
export function createCast(world: World, queue: UpdateQueue) {
  const keepChat = (chat: Chat): void => {
    world.chats.set(String(chat.id), chat);
    world.tell({ kind: 'chat', chat: chat.id });
  };

  const setBotStatus = (chatId: number, byUser: number, status: MemberStatus): number | undefined => {
    const chat = knownChat(world, chatId);
    if (chat.bot === status) return undefined;
    const change = {
      chat: wireChat(world, chat),
      from: knownPerson(world, byUser),
      date: world.seconds(),
      old_chat_member: memberFields(chat, world.bot),
      new_chat_member: memberFields(chat, world.bot, status),
    };
    keepChat({ ...chat, bot: status });
    return queue.push({ my_chat_member: change }, String(chatId));
  };

  return {
    /** A person and the private chat with the bot. Someone who is there already keeps what happened so far. */
    addUser({ started, ...person }: NewUser): User {
      const user: User = { language_code: 'en', ...person, is_bot: false };
      world.people.set(String(user.id), user);
      if (!chatOf(world, user.id)) {
        keepChat({
          id: user.id,
          type: 'private',
          title: undefined,
          username: undefined,
          members: { [user.id]: 'member' },
          bot: 'member',
          started: started ?? false,
          pinned: [],
        });
      }
      return user;
    },

    addGroup({ type, bot, username, ...group }: NewGroup): void {
      if (chatOf(world, group.id)) return;
      keepChat({ ...group, type: type ?? 'supergroup', username, bot: bot ?? 'member', started: true, pinned: [] });
    },

    addChannel(channel: Omit<NewGroup, 'type'>): void {
      this.addGroup({ bot: 'administrator', ...channel, type: 'channel' });
    },

    setMember(chatId: number, userId: number, status: MemberStatus): void {
      const chat = knownChat(world, chatId);
      keepChat({ ...chat, members: { ...chat.members, [userId]: status } });
    },

    /** Someone makes the bot a member, an administrator, or throws it out. */
    setBotStatus,
    block: (userId: number): number | undefined => setBotStatus(userId, userId, 'kicked'),
    unblock: (userId: number): number | undefined => setBotStatus(userId, userId, 'member'),
  };
}

export function knownChat(world: World, id: number): Chat {
  const chat = chatOf(world, id);
  if (!chat) throw new Error(`There is no chat ${id} on this Bot API server`);
  return chat;
}

export function knownPerson(world: World, id: number): User {
  const person = personOf(world, id);
  if (!person) throw new Error(`There is no person ${id} on this Bot API server`);
  return person;
}
