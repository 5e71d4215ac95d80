import type { CountryCode } from '../news/country.ts';
import { countryMentions } from './country-mentions.ts';
import { type SettledMention, type StandingMention, settleNamesakes, totalsOf } from './namesakes.ts';
import { lexiconFor } from './place-words.ts';
import { SALIENCE, shareFor, standingInBody } from './salience.ts';

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
 * The countries an article is about, most salient first. Names, demonyms, capitals, cities, offices
 * and leaders count by kind and by place: the headline, the dateline and the lede more than the
 * tail. A country far below the first is mentioned in passing and left out. Linear in the text's length.
 */
export function rankCountries(article: CountryEvidence): CountryCode[] {
  const mentions = settleNamesakes(mentionsOf(article));
  return salient(
    mentions,
    shareFor(article.body),
    article.body.trim() === '' ? SALIENCE.bareShare : SALIENCE.headlineShare,
  );
}

function mentionsOf({ headline, dateline, body, language }: CountryEvidence): StandingMention[] {
  const lexicon = lexiconFor(language);
  return [
    ...countryMentions(headline, lexicon).map((mention) => ({ ...mention, standing: 'headline' as const })),
    ...countryMentions(dateline ?? '', lexicon).map((mention) => ({ ...mention, standing: 'dateline' as const })),
    ...countryMentions(body, lexicon).map((mention) => ({ ...mention, standing: standingInBody(mention) })),
  ];
}

/**
 * Ranks by score and drops what falls far below the first. A dateline lifts its own country's rank
 * but not the bar: it says where a story was filed, and must not push out those it is about.
 */
function salient(mentions: readonly SettledMention[], share: number, headlineShare: number): CountryCode[] {
  const inHeadline = new Set(mentions.filter(({ standing }) => standing === 'headline').map(({ code }) => code));
  const bar = highest(totalsOf(mentions, { ...SALIENCE.standing, dateline: SALIENCE.barDateline }));
  const isTopic = ([code, score]: [CountryCode, number]): boolean =>
    score >= Math.max(SALIENCE.least, bar * (inHeadline.has(code) ? headlineShare : share));
  const topics = [...totalsOf(mentions)].filter(isTopic).sort((a, b) => b[1] - a[1]);
  return headlinesFirst(topics, mentions).map(([code]) => code);
}

/** Where the first two weigh nearly the same, the one that the headline names first, who acts there, comes first. */
function headlinesFirst(
  topics: readonly [CountryCode, number][],
  mentions: readonly SettledMention[],
): readonly [CountryCode, number][] {
  const [first, second, ...rest] = topics;
  if (first === undefined || second === undefined || second[1] < first[1] * SALIENCE.close) return topics;
  const named = mentions.find(
    ({ standing, code }) => standing === 'headline' && (code === first[0] || code === second[0]),
  );
  return named?.code === second[0] ? [second, first, ...rest] : topics;
}

function highest(totals: ReadonlyMap<CountryCode, number>): number {
  return [...totals.values()].reduce((most, score) => Math.max(most, score), 0);
}
