import type { CountryCode } from '../news/country.ts';
import { type Lexicon, longestMatch } from './lexicon.ts';
import { type Aside, asideOf, isCounty, isPersonsName } from './mention-context.ts';
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
  /** What it names in place of the country. */
  readonly aside: Aside;
  /** Part of the place that opens the text (`LONDON, March 5 -`, `TAUPO, New Zealand -`). */
  readonly inDateline: boolean;
}

interface Stretch extends Omit<CountryMention, 'inDateline'> {
  readonly length: number;
}

/**
 * Every mention of a country in a text, in order; longest phrase first, none inside another. `isDateline`: the
 * text is a dateline that the reading has parted from its body.
 */
export function countryMentions(
  text: string,
  lexicon: Lexicon<PlaceMeaning>,
  { isDateline }: { readonly isDateline: boolean } = { isDateline: false },
): CountryMention[] {
  const tokens = wordTokens(text);
  const cased = isCased(tokens);
  const dateline = isDateline ? tokens.length : cased ? wordsOfDateline(text, tokens) : 0;
  const stretches = stretchesOf(tokens, lexicon, cased);
  return stretches
    .flatMap((stretch, at) => mentionOf(stretch, stretches[at + 1], tokens))
    .flatMap((mention) => asItStands(mention, mention.at < dateline && mention.kind !== 'people'));
}

/** A government's seat is its country's capital where a report was filed there, and a town that many bear is one only there. */
function asItStands(mention: Omit<CountryMention, 'inDateline'>, inDateline: boolean): CountryMention[] {
  const { kind } = mention;
  if (kind === 'dateline' && !inDateline) return [];
  return [{ ...mention, inDateline, kind: inDateline && (kind === 'seat' || kind === 'dateline') ? 'capital' : kind }];
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
      const meaning = meaningOf(match.meanings);
      const aside = asideOf(tokens, { at, length, kind: meaning.kind });
      stretches.push({ ...meaning, at, length, aside });
    } else if (match === undefined && isCounty(tokens, at)) {
      stretches.push({ codes: ['US'], kind: 'hint', stateOf: undefined, at, length, aside: 'none' });
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

/** What a state may stand behind. */
const PLACES: ReadonlySet<MentionKind> = new Set(['capital', 'seat', 'dateline', 'city', 'place', 'name']);

/** A place is where the state after its comma is (`Athens, Georgia`), and no place in front of `County`. */
function mentionOf(
  stretch: Stretch,
  next: Stretch | undefined,
  tokens: readonly WordToken[],
): Omit<CountryMention, 'inDateline'>[] {
  const { codes, kind, stateOf, at, length, aside } = stretch;
  if (kind === 'silent') return [];
  const isPlace = PLACES.has(kind);
  if (!isPlace) return [{ codes, kind, stateOf, at, aside }];
  const state = next?.at === at + length && tokens[next.at]?.afterComma ? stateBehind(stretch, next) : undefined;
  if (state !== undefined) return [{ codes: [state], kind: 'state', stateOf: state, at, aside }];
  return isCounty(tokens, at + length) ? [] : [{ codes, kind, stateOf, at, aside }];
}

/** The country of the state behind a comma; not in `Tbilisi, Georgia` and not in `Armenia, Georgia and Ukraine`. */
function stateBehind({ codes, kind }: Stretch, behind: Stretch): CountryCode | undefined {
  const isOneOfMany = kind === 'name' && behind.codes.length > 1;
  return isOneOfMany || behind.codes.some((code) => codes.includes(code)) ? undefined : behind.stateOf;
}

/** A text of which half the words are in capitals throughout has no letter case to go by. */
function isCased(tokens: readonly WordToken[]): boolean {
  const capitals = tokens.filter(({ allCapitals }) => allCapitals).length;
  return capitals * 2 < tokens.length || tokens.length < 3;
}
