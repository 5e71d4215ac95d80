import type { CountryMention } from './country-mentions.ts';
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
    people: 0.75,
    capital: 0.9,
    place: 0.7,
    state: 1.3,
    region: 0.6,
    city: 0.6,
    office: 0.3,
    leader: 0.7,
    hint: 1,
    silent: 0,
  } satisfies Record<MentionKind, number>,
  standing: { headline: 3, dateline: 9, lede: 1.4, middle: 1, tail: 0.9 } satisfies Record<Standing, number>,
  /** What a dateline weighs in the first score of `share`, below. */
  barDateline: 3.3,
  /** Where the stretches of the body end, in words. */
  ledeWords: 70,
  middleWords: 400,
  /** What is left of a city's weight where it may be an American namesake. */
  namesake: 0.05,
  /** A country below this share of the first one's score is mentioned in passing: in the shortest text, and in one of `longWords` or more. */
  share: 0.32,
  longShare: 0.5,
  longWords: 300,
  /** The same for a country that the headline names. */
  headlineShare: 0.15,
  /** The same for a headline that has no text below it: only what is named as plainly as the first counts. */
  bareShare: 0.65,
  /** A second country with this share of the first one's score weighs nearly as much. */
  close: 0.68,
  /** No country below this score is a topic. */
  least: 0.3,
};

/** Where a mention in the body stands. */
export function standingInBody({ at, inDateline }: CountryMention): Standing {
  if (inDateline) return 'dateline';
  if (at < SALIENCE.ledeWords) return 'lede';
  return at < SALIENCE.middleWords ? 'middle' : 'tail';
}

const LETTERS_A_WORD = 6;

/** The share to ask for: in a short text each country named stands out, in a long one more are named in passing. */
export function shareFor(body: string): number {
  const length = Math.min(1, body.length / LETTERS_A_WORD / SALIENCE.longWords);
  return SALIENCE.share + (SALIENCE.longShare - SALIENCE.share) * length;
}
