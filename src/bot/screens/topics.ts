import type { Button, Message } from '../../delivery/outbox.ts';
import { COUNTRY_CODES, type CountryCode, countryName } from '../../news/country.ts';
import type { InterfaceLanguage } from '../../news/language.ts';
import { REGIONS, type Region } from '../../news/region.ts';
import { countryLabel, countryList } from '../format.ts';
import { html, joinHtml } from '../html.ts';
import { inRows } from '../keyboard.ts';
import { wordsIn } from '../messages/words.ts';

/** Shown first while few articles are stored: the countries that Dateline's first newsrooms cover. */
const FIRST_COUNTRIES: readonly CountryCode[] = [
  'KZ',
  'UZ',
  'KG',
  'TJ',
  'TM',
  'AF',
  'BY',
  'RU',
  'UA',
  'GE',
  'AM',
  'AZ',
];
const FIRST_REGIONS: readonly Region[] = REGIONS.filter(({ id }) => ['central_asia', 'caucasus'].includes(id));
const MAIN_COUNTRIES = 12;
/** Telegram takes 100 buttons at the most; 24 keep the message on one screen of a phone. */
const COUNTRIES_A_PAGE = 24;

/** The message under which countries are ticked; page 0 has the most covered, the others have all by name. */
export function topicsScreen(
  greet: boolean,
  topics: readonly CountryCode[],
  covered: readonly CountryCode[],
  page: number,
  language: InterfaceLanguage,
): Message {
  const words = wordsIn(language).welcome;
  const text = joinHtml(
    [
      greet ? words.greeting : undefined,
      topics.length > 0 ? html`${words.following(countryList(topics, language))}` : html`${words.choose}`,
      greet || topics.length === 0 ? html`${words.orType}` : undefined,
    ],
    '\n\n',
  );
  const countries = page === 0 ? mainCountries(topics, covered) : pageOfAll(page, language);
  const ticks = countries.map((country) => ({
    label: `${topics.includes(country) ? '✅ ' : ''}${countryLabel(country, language)}`,
    action: `tick ${country} ${page} ${topics.includes(country) ? 'off' : 'on'}`,
  }));
  return {
    html: text.html,
    buttons: [
      ...inRows(ticks, 2),
      ...(page === 0 ? [regionButtons(FIRST_REGIONS, topics, language)] : []),
      paging(page, language),
      ...(topics.length > 0 ? [[{ label: words.next, action: 'hour' }]] : []),
    ],
  };
}

/** One tap takes all countries of a region, or, where all are followed, leaves them. */
function regionButtons(
  regions: readonly Region[],
  topics: readonly CountryCode[],
  language: InterfaceLanguage,
): Button[] {
  return regions.map(({ id, names, countries }) => {
    const isTaken = countries.every((country) => topics.includes(country));
    const label = `${isTaken ? '✅ ' : ''}${names[language]}`;
    return { label, action: `region ${id} ${isTaken ? 'off' : 'on'}` };
  });
}

/** Every region, and a way back. */
export function regionsScreen(topics: readonly CountryCode[], language: InterfaceLanguage): Message {
  const words = wordsIn(language).welcome;
  return {
    html: html`${topics.length > 0 ? words.following(countryList(topics, language)) : words.choose}`.html,
    buttons: [
      ...inRows(regionButtons(REGIONS, topics, language), 2),
      [{ label: words.mainCountries, action: 'countries 0' }],
    ],
  };
}

function mainCountries(topics: readonly CountryCode[], covered: readonly CountryCode[]): CountryCode[] {
  return [...new Set([...topics, ...covered, ...FIRST_COUNTRIES])].slice(0, Math.max(MAIN_COUNTRIES, topics.length));
}

function pageOfAll(page: number, language: InterfaceLanguage): CountryCode[] {
  const collator = new Intl.Collator(language);
  const byName = [...COUNTRY_CODES].sort((a, b) =>
    collator.compare(countryName(a, language), countryName(b, language)),
  );
  return byName.slice((page - 1) * COUNTRIES_A_PAGE, page * COUNTRIES_A_PAGE);
}

function paging(page: number, language: InterfaceLanguage): Button[] {
  const words = wordsIn(language).welcome;
  const lastPage = Math.ceil(COUNTRY_CODES.length / COUNTRIES_A_PAGE);
  if (page === 0)
    return [
      { label: words.allCountries, action: 'countries 1' },
      { label: words.allRegions, action: 'regions' },
    ];
  return [
    { label: words.mainCountries, action: 'countries 0' },
    ...(page > 1 ? [{ label: '‹', action: `countries ${page - 1}` }] : []),
    ...(page < lastPage ? [{ label: '›', action: `countries ${page + 1}` }] : []),
  ];
}

/** Countries as buttons that each do the same thing: "Which country?", "Did you mean …?". */
export function countryButtons(
  countries: readonly CountryCode[],
  verb: string,
  language: InterfaceLanguage,
): Button[][] {
  return inRows(
    countries.map((country) => ({ label: countryLabel(country, language), action: `${verb} ${country}` })),
    2,
  );
}
