import type { CountryMention } from './country-mentions.ts';
import type { Aside } from './mention-context.ts';
import type { MentionKind } from './place-words.ts';

/** Where in an article a mention stands. */
export type Standing = 'headline' | 'dateline' | 'lede' | 'middle' | 'tail';

/**
 * How much a mention says, by what it is and where it stands. Tuned once over all development sets
 * together (English agencies, local papers and disinformation reviews, Russian and Kazakh news), on one
 * half of each and checked on the other; no set has a setting of its own.
 */
export const SALIENCE = {
  kinds: {
    name: 1,
    people: 0.48,
    capital: 0.6,
    seat: 0.2,
    dateline: 0,
    place: 0.65,
    state: 1,
    region: 0.5,
    city: 0.5,
    office: 0.13,
    former: 0.3,
    leader: 0.45,
    hint: 1.2,
    silent: 0,
  } satisfies Record<MentionKind, number>,
  standing: { headline: 4.8, dateline: 10, lede: 1.8, middle: 1, tail: 0.8 } satisfies Record<Standing, number>,
  /** Where the stretches of the body end, in words. */
  ledeWords: 70,
  middleWords: 400,
  /** What is left of a mention's weight where it names something else than the country. */
  asides: { none: 1, language: 0.3, money: 0.25, company: 0.1, listing: 0.1, meeting: 0.3 } satisfies Record<
    Aside,
    number
  >,
  /** What is left of a town's weight where it may be a namesake in another country. */
  namesake: 0.05,
  /** What is left for the towns of a country of which nothing else is named. */
  townsAlone: 0.85,
  /** The same for one town that is named once, in a text without a headline. */
  townOnce: 0.12,
  /** Countries that the lede lists weigh this many times as much. */
  listed: 1.7,
  /** So many countries are a list: begun within so many words of the text, followed up to a word number, parted by no more than so many words. */
  list: { countries: 4, begins: 48, ends: 120, gap: 3 },
  /**
   * The bar is share × highest score ^ power × (words / 100) ^ growth. The first country's score grows with
   * the text faster than what it takes to be a topic beside it.
   */
  bar: { share: 0.66, power: 0.6, growth: 0.18, shortest: 20 },
  /** What a dateline weighs in the highest score. */
  barDateline: 4.8,
  /** A second country with this share of the first one's score weighs nearly as much. */
  close: 0.75,
  /** No country below this score is a topic. */
  least: 0.2,
};

/** Where a mention in the body stands. */
export function standingInBody({ at, inDateline }: CountryMention): Standing {
  if (inDateline) return 'dateline';
  if (at < SALIENCE.ledeWords) return 'lede';
  return at < SALIENCE.middleWords ? 'middle' : 'tail';
}
