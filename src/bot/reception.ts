import type { Telegram } from 'telegraf';
import type { Temporal } from 'temporal-polyfill';
import { type Chat, USUAL_SETTINGS } from '../delivery/chat.ts';
import type { Chats } from '../delivery/chats.ts';
import { enrol } from '../delivery/settings.ts';
import type { Editors } from '../news/editors.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import type { Event } from './event.ts';
import { languageOf, wordsIn } from './messages/words.ts';
import type { Person, Request } from './request.ts';
import type { Role } from './role.ts';

export interface ReceptionDeps {
  readonly telegram: Telegram;
  readonly chats: Chats;
  readonly editors: Editors;
  readonly owners: ReadonlySet<number>;
  /** What a chat has that has not chosen anything yet. */
  readonly defaults: {
    readonly language: InterfaceLanguage;
    readonly timeZone: string;
    readonly schedule: NonNullable<Chat['schedule']>;
  };
  readonly now: () => Temporal.Instant;
}

/** Looks up who asks, what he may do, and what his chat has chosen. */
export interface Reception {
  requestOf(event: Event): Promise<Request>;
  /** The chat as stored, which it is from now on: for what changes its settings. */
  storedChat(request: Request): Promise<Chat>;
  /** Whether this person may change the settings of this chat. */
  mayChange(event: Event): Promise<boolean>;
}

export function createReception({ telegram, chats, editors, owners, defaults, now }: ReceptionDeps): Reception {
  function newChat({ chat, languageCode, threadId }: Event): Chat {
    return {
      ...chat,
      ...defaults,
      language: languageOf(languageCode) ?? defaults.language,
      threadId,
      state: 'active',
      topics: [],
      briefedTo: 0,
      pausedUntil: undefined,
      nextDueAt: undefined,
      lastDueAt: undefined,
      lastSkipped: undefined,
      ...USUAL_SETTINGS,
    };
  }

  async function roleOf(person: Person | undefined): Promise<Role> {
    if (person === undefined) return 'reader';
    if (owners.has(person.id)) return 'owner';
    return (await editors.isEditor(person.id)) ? 'editor' : 'reader';
  }

  return {
    async requestOf(event) {
      const chat = (await chats.find(event.chat.id)) ?? newChat(event);
      const { person, text, message, repliedTo, threadId } = event;
      const role = await roleOf(person);
      return { chat, person, role, text, message, repliedTo, threadId, words: wordsIn(chat.language), now: now() };
    },

    async storedChat({ chat, threadId, now: at }) {
      const stored = await enrol(chats, chat, at);
      // Where a forum first chooses its countries, there its briefings go.
      const stays = stored.threadId === threadId || stored.topics.length > 0;
      return stays ? stored : ((await chats.change(chat.id, { threadId })) ?? stored);
    },

    async mayChange({ chat, person, fromAdministrator }) {
      if (chat.kind === 'private' || fromAdministrator) return true;
      if (person === undefined) return false;
      const member = await telegram.getChatMember(chat.id, person.id);
      return member.status === 'creator' || member.status === 'administrator';
    },
  };
}
