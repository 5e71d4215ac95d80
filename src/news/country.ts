import names from './data/country-names.json' with { type: 'json' };
import type { InterfaceLanguage } from './language.ts';

/** ISO 3166-1 alpha-2, upper case; `XK`, user-assigned, stands for Kosovo as it does in CLDR. */
export type CountryCode = string;

/**
 * The officially assigned codes that news writes about, and Kosovo. Left out are the territories
 * where nobody lives for good: AQ, BV, GS, HM, IO, TF, UM.
 */
export const COUNTRY_CODES: readonly CountryCode[] = (
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ ' +
  'NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
  'UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
).split(' ');

const DISPLAY = {
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
  ru: new Intl.DisplayNames('ru', { type: 'region', fallback: 'none' }),
  kk: new Intl.DisplayNames('kk', { type: 'region', fallback: 'none' }),
} as const satisfies Record<InterfaceLanguage, Intl.DisplayNames>;

/** Names as news writes them, where CLDR's form would look odd in a briefing ("Congo - Kinshasa"). */
const NEWS_NAMES: Readonly<Record<CountryCode, Partial<Record<InterfaceLanguage, string>>>> = names;

/** A country's name for a reader of that language; a code that is no country comes back as it is. */
export function countryName(code: CountryCode, language: InterfaceLanguage): string {
  return NEWS_NAMES[code]?.[language] ?? DISPLAY[language].of(code) ?? code;
}

const REGIONAL_INDICATOR_A = 0x1f1e6;
const LATIN_A = 0x41;

/** The flag emoji: the two regional indicator letters of the code. */
export function flag(code: CountryCode): string {
  return [...code]
    .map((letter) => String.fromCodePoint(REGIONAL_INDICATOR_A + letter.charCodeAt(0) - LATIN_A))
    .join('');
}
