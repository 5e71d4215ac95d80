import type { CountryCode } from '../news/country.ts';
import { type Lexicon, longestMatch } from './lexicon.ts';
import type { MentionKind, PlaceMeaning } from './place-words.ts';
import { type WordToken, wordTokens } from './word-tokens.ts';

export interface CountryMention {
  /** More than one where the word alone does not decide (`Georgia`). */
  readonly codes: readonly CountryCode[];
  readonly kind: MentionKind;
  /** Number of the word in its text, from 0. */
  readonly at: number;
}

/** Words that are people's names as well: the word beside them decides. */
const GIVEN_NAMES = new Set([
  'chad',
  'georgia',
  'jordan',
  'israel',
  'paris',
  'kenya',
  'sydney',
  'austin',
  'florence',
  'dakota',
  'chelsea',
  'virginia',
  'lima',
  'carolina',
]);

/** Every mention of a country in a text, in order; longest phrase first, none inside another. */
export function countryMentions(text: string, lexicon: Lexicon<PlaceMeaning>): CountryMention[] {
  const tokens = wordTokens(text);
  const casing = { cased: isCased(tokens) };
  const mentions: CountryMention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = longestMatch(lexicon, tokens, at, casing);
    if (match === undefined) {
      at += 1;
      continue;
    }
    const codes = [...new Set(match.meanings.flatMap(({ code }) => (code === undefined ? [] : [code])))];
    const kind = match.meanings[0]?.kind ?? 'silent';
    const silent = match.meanings.some((meaning) => meaning.kind === 'silent');
    if (!silent && !(casing.cased && isPersonsName(tokens, at, match.length))) mentions.push({ codes, kind, at });
    at += match.length;
  }
  return mentions;
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
  const surname = token.joined && before?.capital && !before.opensSentence && !before.allCapitals;
  const givenName =
    token.word !== 'israel' && after !== undefined && after.joined && after.capital && !after.allCapitals;
  return surname || givenName;
}
