import type { CountryCode } from '../news/country.ts';
import givenNames from './data/given-names.json' with { type: 'json' };
import { type Lexicon, longestMatch } from './lexicon.ts';
import type { MentionKind, PlaceMeaning } from './place-words.ts';
import { type WordToken, wordTokens } from './word-tokens.ts';

export interface CountryMention {
  /** Several where the word alone does not decide (`Georgia`), or where it stands for them all (`Baltic states`). */
  readonly codes: readonly CountryCode[];
  readonly kind: MentionKind;
  /** Where the word is a state's name, the country of that state. */
  readonly stateOf: CountryCode | undefined;
  /** Number of the word in its text, from 0. */
  readonly at: number;
  /** Part of the place that opens the text (`LONDON, March 5 -`, `TAUPO, New Zealand -`). */
  readonly inDateline: boolean;
}

interface Stretch extends Omit<CountryMention, 'inDateline'> {
  readonly length: number;
}

/** Words that are people's names as well (`Chad Baker`, `Michael Jordan`): the word beside them decides. */
const GIVEN_NAMES: ReadonlySet<string> = new Set(givenNames);

/** Every mention of a country in a text, in order; longest phrase first, none inside another. */
export function countryMentions(text: string, lexicon: Lexicon<PlaceMeaning>): CountryMention[] {
  const tokens = wordTokens(text);
  const cased = isCased(tokens);
  const dateline = wordsOfDateline(text, tokens);
  const stretches = stretchesOf(tokens, lexicon, cased);
  return stretches
    .flatMap((stretch, at) => mentionOf(stretch, stretches[at + 1], tokens))
    .map((mention) => ({ ...mention, inDateline: cased && mention.at < dateline && mention.kind !== 'people' }));
}

const LONGEST_DATELINE = 90;
const DATELINE_END = /\s[-–—]{1,2}\s/u;

/** How many words the dateline has that opens a text: the first in capitals, a dash at its end; 0 where there is none. */
function wordsOfDateline(text: string, tokens: readonly WordToken[]): number {
  const end = text.slice(0, LONGEST_DATELINE).search(DATELINE_END);
  if (end < 0 || tokens[0]?.allCapitals !== true) return 0;
  return tokens.slice(0, LONGEST_DATELINE).filter((token) => token.end <= end).length;
}

function stretchesOf(tokens: readonly WordToken[], lexicon: Lexicon<PlaceMeaning>, cased: boolean): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = longestMatch(lexicon, tokens, at, { cased });
    const length = match?.length ?? 1;
    if (match !== undefined && !(cased && isPersonsName(tokens, at, length))) {
      stretches.push({ ...meaningOf(match.meanings), at, length });
    } else if (match === undefined && isCounty(tokens, at)) {
      stretches.push({ codes: ['US'], kind: 'hint', stateOf: undefined, at, length });
    }
    at += length;
  }
  return stretches;
}

function meaningOf(meanings: readonly PlaceMeaning[]): Pick<Stretch, 'codes' | 'kind' | 'stateOf'> {
  const codes = [...new Set(meanings.flatMap(({ code }) => (code === undefined ? [] : [code])))];
  const silent = meanings.some(({ kind }) => kind === 'silent');
  const stateOf = meanings.find(({ kind }) => kind === 'state')?.code;
  return { codes, stateOf, kind: silent ? 'silent' : (meanings[0]?.kind ?? 'silent') };
}

/** A place is where the state after its comma is (`Athens, Georgia`), and no place in front of `County`. */
function mentionOf(
  stretch: Stretch,
  next: Stretch | undefined,
  tokens: readonly WordToken[],
): Omit<CountryMention, 'inDateline'>[] {
  const { codes, kind, stateOf, at, length } = stretch;
  if (kind === 'silent') return [];
  const follows = next !== undefined && next.at === at + length ? next : undefined;
  const isPlace = kind === 'capital' || kind === 'city' || kind === 'place' || kind === 'name';
  if (isPlace && follows?.stateOf !== undefined && tokens[follows.at]?.afterComma) {
    return [{ codes: [follows.stateOf], kind: 'state', stateOf: follows.stateOf, at }];
  }
  if (isPlace && isCounty(tokens, at + length)) return [];
  return [{ codes, kind, stateOf, at }];
}

/** `Laurel County`: the county behind a name is American; the British say `County Durham`. */
function isCounty(tokens: readonly WordToken[], at: number): boolean {
  const token = tokens[at];
  return token?.word === 'county' && token.capital && token.joined && tokens[at - 1]?.capital === true;
}

/** A text of which half the words are in capitals throughout has no letter case to go by. */
function isCased(tokens: readonly WordToken[]): boolean {
  const capitals = tokens.filter(({ allCapitals }) => allCapitals).length;
  return capitals * 2 < tokens.length || tokens.length < 3;
}

function isPersonsName(tokens: readonly WordToken[], at: number, length: number): boolean {
  const token = tokens[at];
  if (token === undefined || length > 1 || !GIVEN_NAMES.has(token.word)) return false;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const surname = token.joined && before?.capital === true && !before.opensSentence && !before.allCapitals;
  const givenName = after?.joined === true && after.capital && !after.allCapitals;
  return surname || givenName;
}
