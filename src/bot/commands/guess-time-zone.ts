import type { Chat } from '../../delivery/chat.ts';
import type { CountryCode } from '../../news/country.ts';
import zones from './country-zones.json' with { type: 'json' };

const MAIN_ZONES: Readonly<Record<CountryCode, string>> = zones;

/**
 * The zone of the first country that the chat follows: most readers live in the country that they follow. Undefined
 * where that country is not known to lie in one zone.
 */
export function guessTimeZone(chat: Chat): string | undefined {
  const [first] = chat.topics;
  return first === undefined ? undefined : MAIN_ZONES[first];
}
