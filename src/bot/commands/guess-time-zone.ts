import type { Chat } from '../../delivery/chat.ts';
import type { CountryCode } from '../../news/country.ts';
import zones from './country-zones.json' with { type: 'json' };

const MAIN_ZONES: Readonly<Record<CountryCode, string>> = zones;

/** Where most who speak a language live; English tells nothing. */
const ZONES_BY_LANGUAGE: Readonly<Record<Chat['language'], string | undefined>> = {
  en: undefined,
  ru: 'Europe/Moscow',
  kk: 'Asia/Almaty',
};

/**
 * The zone of the first country that the chat follows, as most readers live in the country that they follow; where that
 * is not known to lie in one zone, that of its language. Undefined where neither tells.
 */
export function guessTimeZone(chat: Chat): string | undefined {
  const [first = ''] = chat.topics;
  return MAIN_ZONES[first] ?? ZONES_BY_LANGUAGE[chat.language];
}
