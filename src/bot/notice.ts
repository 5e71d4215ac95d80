import type { Chats } from '../delivery/chats.ts';
import type { Log } from '../delivery/log.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import type { Event } from './event.ts';
import { html } from './html.ts';
import { languageOf, type Words, wordsIn } from './messages/words.ts';
import type { Talk } from './talk.ts';

export interface NoticeDeps {
  readonly chats: Pick<Chats, 'find'>;
  readonly talk: Pick<Talk, 'say'>;
  readonly defaultLanguage: InterfaceLanguage;
  readonly log: Log;
}

/** Tells somebody a line that belongs to no command, where he asked and in his chat's language; never throws. */
export type Notice = (event: Event, line: (words: Words) => string) => Promise<void>;

export function createNotice({ chats, talk, defaultLanguage, log }: NoticeDeps): Notice {
  return async ({ chat, threadId, languageCode }, line) => {
    try {
      const language = (await chats.find(chat.id))?.language ?? languageOf(languageCode) ?? defaultLanguage;
      const text = html`${line(wordsIn(language))}`;
      await talk.say({ id: chat.id, kind: chat.kind, threadId }, { html: text.html, buttons: [] });
    } catch (error) {
      log.warn({ chat: chat.id, error: String(error) }, 'a notice could not be given');
    }
  };
}
