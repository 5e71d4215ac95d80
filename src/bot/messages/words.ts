import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../news/language.ts';
import { en, type Words } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

export type { Words } from './en.ts';

const WORDS: Readonly<Record<InterfaceLanguage, Words>> = { en, ru, kk };

/** What Dateline says in a language. */
export function wordsIn(language: InterfaceLanguage): Words {
  return WORDS[language];
}

/** The interface language for Telegram's language code (`ru`, `en-GB`); undefined where Dateline does not speak it. */
export function languageOf(code: string | undefined): InterfaceLanguage | undefined {
  return INTERFACE_LANGUAGES.find((language) => language === code?.split('-')[0]?.toLowerCase());
}
