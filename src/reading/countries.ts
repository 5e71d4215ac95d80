import type { CountryCode } from '../news/country.ts';
import { type CountryMention, countryMentions } from './country-mentions.ts';
import { lexiconFor, type MentionKind } from './place-words.ts';

/** What of an article tells which countries it is about. */
export interface CountryEvidence {
  readonly headline: string;
  /** Place and date that open the text, where the reading has parted them from the body. */
  readonly dateline: string | undefined;
  readonly body: string;
  /** ISO 639-1. */
  readonly language: string;
}

/**
 * How much a mention says, by what it is and where it stands. Tuned once over all development sets
 * (English agencies, papers and disinformation reviews, Russian and Kazakh news); no set has its own.
 */
export const SALIENCE = {
  kinds: {
    name: 1,
    people: 0.9,
    capital: 0.9,
    place: 0.8,
    state: 0.8,
    region: 0.7,
    city: 0.3,
    office: 0.5,
    leader: 0.7,
    hint: 0.7,
    silent: 0,
  },
  headline: 3,
  lede: 2,
  /** The place that opens the text in capitals. */
  dateline: 5,
  datelineWords: 6,
  middle: 1,
  tail: 0.6,
  /** Words from the body's start. */
  ledeWords: 50,
  middleWords: 250,
  /** What is left of a city's weight where it may be an American namesake. */
  loneCity: 0.1,
  /** A country below this share of the first one's score is mentioned in passing: in the shortest text, and in one of `longWords` or more. */
  share: 0.35,
  longShare: 0.55,
  longWords: 400,
  /** The same for a country that the headline names. */
  headlineShare: 0.3,
  /** No country below this score is a topic. */
  least: 0.3,
} as const satisfies { kinds: Record<MentionKind, number>; [rule: string]: number | Record<MentionKind, number> };

/** Countries that share a word, and those whose presence speaks for each. */
const COMPANY: Readonly<Record<CountryCode, readonly CountryCode[]>> = {
  GE: ['GE', 'RU', 'AM', 'AZ', 'UA', 'TR'],
  US: ['US'],
};

const LETTERS_A_WORD = 6;

interface Weighted extends CountryMention {
  readonly inHeadline: boolean;
  readonly weight: number;
}

/**
 * The countries an article is about, most salient first. Names, demonyms, capitals, cities, offices
 * and leaders count by kind and by place: the headline and the lede more than the tail; what falls
 * far below the first country is left out as mentioned in passing. Linear in the text's length.
 */
export function rankCountries({ headline, dateline, body, language }: CountryEvidence): CountryCode[] {
  const lexicon = lexiconFor(language);
  const mentions = [
    ...countryMentions(headline, lexicon).map((mention) => ({
      ...weighted(mention, SALIENCE.headline),
      inHeadline: true,
    })),
    ...countryMentions(dateline ?? '', lexicon).map((mention) => weighted(mention, SALIENCE.dateline)),
    ...countryMentions(body, lexicon).map((mention) => weighted(mention, placeWeight(mention))),
  ];
  return salient(scores(mentions), shareFor(body), named(mentions));
}

function weighted(mention: CountryMention, place: number): Weighted {
  return { ...mention, inHeadline: false, weight: SALIENCE.kinds[mention.kind] * place };
}

function placeWeight({ at, shouted, kind }: CountryMention): number {
  if (shouted && at < SALIENCE.datelineWords && (kind === 'capital' || kind === 'city' || kind === 'place'))
    return SALIENCE.dateline;
  if (at < SALIENCE.ledeWords) return SALIENCE.lede;
  return at < SALIENCE.middleWords ? SALIENCE.middle : SALIENCE.tail;
}

function scores(mentions: readonly Weighted[]): Map<CountryCode, number> {
  const lone = loneCities(mentions);
  const sure = new Map<CountryCode, number>();
  for (const { codes, kind, weight } of mentions) {
    if (codes.length > 1 && kind !== 'region') continue;
    for (const code of codes) add(sure, code, lone.has(code) ? weight * SALIENCE.loneCity : weight);
  }
  const all = new Map(sure);
  for (const { codes, kind, weight } of mentions) {
    if (codes.length > 1 && kind !== 'region') add(all, likeliest(codes, sure), weight);
  }
  return all;
}

/** Countries of which only a city is named, in a text that speaks of American states or counties: most likely a namesake there. */
function loneCities(mentions: readonly Weighted[]): Set<CountryCode> {
  const american = mentions.some(({ kind }) => kind === 'state' || kind === 'hint');
  const cities = new Set<CountryCode>();
  if (!american) return cities;
  for (const { codes, kind } of mentions)
    if (kind === 'capital' || kind === 'city') for (const code of codes) cities.add(code);
  for (const { codes, kind } of mentions)
    if (kind !== 'capital' && kind !== 'city') for (const code of codes) cities.delete(code);
  return cities;
}

function add(totals: Map<CountryCode, number>, code: CountryCode | undefined, weight: number): void {
  if (code !== undefined) totals.set(code, (totals.get(code) ?? 0) + weight);
}

/** Of several countries of one name, the one in whose company the article moves; else the first. */
function likeliest(codes: readonly CountryCode[], sure: ReadonlyMap<CountryCode, number>): CountryCode | undefined {
  const support = (code: CountryCode): number =>
    (COMPANY[code] ?? [code]).reduce((sum, friend) => sum + (sure.get(friend) ?? 0), 0);
  return [...codes].sort((a, b) => support(b) - support(a))[0];
}

/** In a short text each country named stands out; in a long one more are named in passing. */
function shareFor(body: string): number {
  const words = body.length / LETTERS_A_WORD;
  const length = Math.min(1, words / SALIENCE.longWords);
  return SALIENCE.share + (SALIENCE.longShare - SALIENCE.share) * length;
}

function salient(
  totals: ReadonlyMap<CountryCode, number>,
  share: number,
  headline: ReadonlySet<CountryCode>,
): CountryCode[] {
  const ranked = [...totals].sort((a, b) => b[1] - a[1]);
  const top = ranked[0]?.[1] ?? 0;
  return ranked
    .filter(
      ([code, score]) =>
        score >= SALIENCE.least && score >= top * (headline.has(code) ? SALIENCE.headlineShare : share),
    )
    .map(([code]) => code);
}

/** Countries that the headline itself names. */
function named(mentions: readonly Weighted[]): Set<CountryCode> {
  return new Set(mentions.filter(({ inHeadline }) => inHeadline).flatMap(({ codes }) => codes));
}
