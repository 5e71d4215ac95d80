import type { CountryMention } from './country-mentions.ts';
import type { Aside } from './mention-context.ts';
import type { MentionKind } from './place-words.ts';

/** Where in an article a mention stands. */
export type Standing = 'headline' | 'dateline' | 'lede' | 'middle' | 'tail';

/**
 * How much a mention says, by what it is and where it stands. Tuned once over all development sets
 * together (English agencies, local papers and disinformation reviews, Russian and Kazakh news); no
 * set has a setting of its own.
 */
export const SALIENCE = {
  kinds: {
    name: 1,
    people: 0.62,
    capital: 0.7,
    seat: 0.2,
    place: 0.7,
    state: 1,
    region: 0.5,
    city: 0.65,
    office: 0.13,
    former: 0.3,
    leader: 0.4,
    hint: 1.3,
    silent: 0,
  } satisfies Record<MentionKind, number>,
  standing: { headline: 4.2, dateline: 9, lede: 1.8, middle: 1, tail: 0.8 } satisfies Record<Standing, number>,
  /** What a dateline weighs in the first score of `share`, below. */
  barDateline: 4.4,
  /** Where the stretches of the body end, in words. */
  ledeWords: 70,
  middleWords: 400,
  /** What is left of a mention's weight where it names a language, a currency or a company. */
  asides: { none: 1, language: 0.3, money: 0.1, company: 0.1, listing: 0.1, meeting: 0.3 } satisfies Record<
    Aside,
    number
  >,
  /** What is left of a city's weight where it may be an American namesake. */
  namesake: 0.05,
  share: 0.7,
  power: 0.6,
  listed: 1.7,
  listWords: 48,
  listEnd: 120,
  listGap: 3,
  listLeast: 4,
  townOnce: 0.12,
  growth: 0.055,
  shortestWords: 20,
  townsAlone: 0.85,
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
