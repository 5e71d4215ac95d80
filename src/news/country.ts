import codes from './data/country-codes.json' with { type: 'json' };
import newsNames from './data/country-names.json' with { type: 'json' };
import displayNames from './data/display-names.json' with { type: 'json' };
import type { InterfaceLanguage } from './language.ts';

/** ISO 3166-1 alpha-2, upper case; `XK`, user-assigned, stands for Kosovo as it does in CLDR. */
export type CountryCode = string;

/**
 * The officially assigned codes that news writes about, and Kosovo. Left out are the territories
 * where nobody lives for good: AQ, BV, GS, HM, IO, TF, UM.
 */
export const COUNTRY_CODES: readonly CountryCode[] = codes;

/** Names of `Intl.DisplayNames`, kept so that an article has the same countries on every machine. `docs/make-country-names.ts` writes them. */
const DISPLAY: Readonly<Record<InterfaceLanguage, Readonly<Record<CountryCode, string>>>> = displayNames;

/** Names as news writes them, where CLDR's form would look odd in a briefing ("Congo - Kinshasa"). */
const NEWS_NAMES: Readonly<Record<CountryCode, Partial<Record<InterfaceLanguage, string>>>> = newsNames;

/** A country's name for a reader of that language; a code that is no country comes back as it is. */
export function countryName(code: CountryCode, language: InterfaceLanguage): string {
  return NEWS_NAMES[code]?.[language] ?? DISPLAY[language][code] ?? code;
}

const REGIONAL_INDICATOR_A = 0x1f1e6;
const LATIN_A = 0x41;

/** The flag emoji: the two regional indicator letters of the code. */
export function flag(code: CountryCode): string {
  return [...code]
    .map((letter) => String.fromCodePoint(REGIONAL_INDICATOR_A + letter.charCodeAt(0) - LATIN_A))
    .join('');
}
