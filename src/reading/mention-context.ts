import asides from './data/asides.json' with { type: 'json' };
import givenNames from './data/given-names.json' with { type: 'json' };
import type { MentionKind } from './place-words.ts';
import type { WordToken } from './word-tokens.ts';

/** Words that are people's names as well (`Chad Baker`, `Michael Jordan`): the word beside them decides. */
const GIVEN_NAMES: ReadonlySet<string> = new Set(givenNames);
const LANGUAGE_AFTER: ReadonlySet<string> = new Set(asides.languageAfter);
const LANGUAGE_BEFORE: ReadonlySet<string> = new Set(asides.languageBefore);
const CURRENCY_AFTER_PEOPLE: ReadonlySet<string> = new Set(asides.currencyAfterPeople);
const CURRENCY_AFTER_NAME: ReadonlySet<string> = new Set(asides.currencyAfterName);
const MEETING_AFTER: ReadonlySet<string> = new Set(asides.meetingAfter);
const LISTED_BEFORE: ReadonlySet<string> = new Set(asides.listedBefore);
const COMPANY_END: ReadonlySet<string> = new Set(asides.companyEnd);

/** Words in front of a place. */
const PLACE_BEFORE: ReadonlySet<string> = new Set(asides.placeBefore);

/** A company's name is not longer than this, in words. */
const LONGEST_COMPANY = 6;
/** What stands between `listed` and the place. */
const LISTED_THERE: ReadonlySet<string> = new Set(asides.listedThere);
/** How far before the place `listed` may stand, in words: `listed on the`. */
const LISTED_REACH = 4;

/** A stretch of the text that a table has: where it stands, by words, and what it is. */
export interface NamedStretch {
  readonly at: number;
  readonly length: number;
  readonly kind: MentionKind;
}

/** What a country's word names in place of the country, if anything. */
export type Aside = 'none' | 'language' | 'money' | 'listing' | 'company' | 'meeting';

/**
 * What a country's word names here: its language, its money as a measure, the exchange where a
 * share is listed, a meeting that was held there, or a company that is called after it, says little of the country.
 */
export function asideOf(tokens: readonly WordToken[], { at, length, kind }: NamedStretch): Aside {
  const isPeople = kind === 'people';
  const isTown = kind === 'capital' || kind === 'seat' || kind === 'place' || kind === 'city';
  const after = tokens[at + length];
  const next = after?.joined === true ? after.word : '';
  const before = tokens[at]?.joined === true ? (tokens[at - 1]?.word ?? '') : '';
  if (isPeople && (LANGUAGE_AFTER.has(next) || LANGUAGE_BEFORE.has(before))) return 'language';
  if ((isPeople ? CURRENCY_AFTER_PEOPLE : CURRENCY_AFTER_NAME).has(next)) return 'money';
  if (tokens[at + length - 1]?.money === true) return 'money';
  if (isTown && MEETING_AFTER.has(next)) return 'meeting';
  if (isListedThere(tokens, at)) return 'listing';
  return isInCompanyName(tokens, at + length) ? 'company' : 'none';
}

function isListedThere(tokens: readonly WordToken[], at: number): boolean {
  if (!LISTED_THERE.has(tokens[at - 1]?.word ?? '')) return false;
  return tokens.slice(Math.max(0, at - LISTED_REACH), at).some(({ word }) => LISTED_BEFORE.has(word));
}

/** `Norland Shipping and Grain Co`: the capitals run on to a word that companies end in. */
function isInCompanyName(tokens: readonly WordToken[], from: number): boolean {
  for (let at = from; at < from + LONGEST_COMPANY - 1; at += 1) {
    const token = tokens[at];
    if (token?.joined !== true) return false;
    if (token.capital && COMPANY_END.has(token.word)) return true;
    if (!token.capital && token.word !== 'and' && token.word !== 'of') return false;
  }
  return false;
}

/**
 * A word that is a given name or a surname too, with a capital beside it that makes it one. Nobody is
 * *in* a person, and a word that hangs on capitals (`EU-Georgia`) is none's given name.
 */
export function isPersonsName(tokens: readonly WordToken[], at: number, length: number): boolean {
  const token = tokens[at];
  if (token === undefined || length > 1 || !GIVEN_NAMES.has(token.word)) return false;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const followsCapital = token.joined && before?.capital === true;
  const surname = followsCapital && !before.opensSentence && !before.allCapitals;
  const isGivenName = after?.joined === true && after.capital && !after.allCapitals;
  const isPlace = PLACE_BEFORE.has(before?.word ?? '') || (followsCapital && before.allCapitals);
  return surname || (isGivenName && !isPlace);
}

/** `Laurel County`: the county behind a name is American; the British say `County Durham`, and have county councils. */
export function isCounty(tokens: readonly WordToken[], at: number): boolean {
  const token = tokens[at];
  const isName = token?.word === 'county' && token.capital && token.joined && tokens[at - 1]?.capital === true;
  return isName && tokens[at + 1]?.word !== 'council';
}
