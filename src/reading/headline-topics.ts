import type { CountryCode } from '../news/country.ts';
import type { Aside } from './mention-context.ts';
import { type SettledMention, totalsOf } from './namesakes.ts';
import type { MentionKind } from './place-words.ts';
import { headlinesFirst } from './topics.ts';

/**
 * How plainly a line without a text names a country. Its people act there as its name does, and a leader's name
 * alone stands for it; an office hardly does.
 */
export const PLAINNESS = {
  kinds: {
    name: 1,
    state: 1,
    capital: 0.9,
    leader: 0.9,
    people: 1.2,
    place: 0.56,
    region: 0.6,
    city: 0.6,
    hint: 0.4,
    office: 0.25,
    seat: 0.25,
    dateline: 0,
    former: 0.25,
    silent: 0,
  } satisfies Record<MentionKind, number>,
  asides: { none: 1, language: 0.6, money: 0.3, company: 0.3, listing: 0.1, meeting: 0.3 } satisfies Record<
    Aside,
    number
  >,
  /** What is left for a people or a place behind another country: it tells whose, or where. */
  behind: 0.53,
  /** A country less plain than this share of the plainest one is not what a headline is about. */
  headline: 0.65,
  /** The same for a sentence, which says more than a headline does. */
  sentence: 0.32,
  /** Nothing less plain than this is a topic. */
  least: 0.05,
};

/**
 * The countries that a headline or a sentence without a text below it is about: those that it names
 * as plainly as the plainest. That one is named twice makes no difference.
 */
export function topicsOfHeadline(mentions: readonly SettledMention[], isSentence: boolean): CountryCode[] {
  const plainest = new Map<CountryCode, number>();
  for (const mention of mentions) {
    const isBehind = plainest.size > (plainest.has(mention.code) ? 1 : 0);
    plainest.set(mention.code, Math.max(plainness(mention, isBehind), plainest.get(mention.code) ?? 0));
  }
  const bar = Math.max(0, ...plainest.values()) * (isSentence ? PLAINNESS.sentence : PLAINNESS.headline);
  const totals = totalsOf(mentions);
  const topics = [...plainest]
    .filter(([, plain]) => plain >= PLAINNESS.least && plain >= bar)
    .map(([code]): [CountryCode, number] => [code, totals.get(code) ?? 0])
    .sort((a, b) => b[1] - a[1]);
  return headlinesFirst(topics, mentions).map(([code]) => code);
}

function plainness({ kind, aside }: SettledMention, isBehind: boolean): number {
  const behind = isBehind && (kind === 'people' || kind === 'place') ? PLAINNESS.behind : 1;
  return PLAINNESS.kinds[kind] * PLAINNESS.asides[aside] * behind;
}
