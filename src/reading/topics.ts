import type { CountryCode } from '../news/country.ts';
import { withLedeLists } from './lede-lists.ts';
import { type SettledMention, totalsOf } from './namesakes.ts';
import { SALIENCE } from './salience.ts';

const LETTERS_A_WORD = 6;

/** What the words of a text amount to. */
export interface TextSize {
  /** UTF-16 units of the body. */
  readonly length: number;
  readonly hasHeadline: boolean;
}

/**
 * Ranks by score and drops what falls below the bar. A dateline lifts its own country's rank but hardly
 * the bar: it says where a story was filed, and must not push out those it is about.
 */
export function topicsOfText(all: readonly SettledMention[], { length, hasHeadline }: TextSize): CountryCode[] {
  const mentions = withLedeLists(withTownsAlone(all, hasHeadline));
  const bar = Math.max(SALIENCE.least, barOf(mentions, length / LETTERS_A_WORD));
  const topics = [...totalsOf(mentions)].filter(([, score]) => score >= bar).sort((a, b) => b[1] - a[1]);
  return headlinesFirst(topics, mentions).map(([code]) => code);
}

/** Never above the highest score: the first country is a topic of the text. */
function barOf(mentions: readonly SettledMention[], words: number): number {
  const { share, power, growth, shortest } = SALIENCE.bar;
  const totals = totalsOf(mentions, { ...SALIENCE.standing, dateline: SALIENCE.barDateline });
  const highest = [...totals.values()].reduce((most, score) => Math.max(most, score), 0);
  return Math.min(highest, share * highest ** power * (Math.max(shortest, words) / 100) ** growth);
}

/** Towns say less of a country of which nothing else is named, and one that is named once says next to nothing. */
function withTownsAlone(mentions: readonly SettledMention[], hasHeadline: boolean): SettledMention[] {
  const others = new Set(mentions.filter((mention) => !isTown(mention)).map(({ code }) => code));
  const counts = new Map<CountryCode, number>();
  for (const { code } of mentions) counts.set(code, (counts.get(code) ?? 0) + 1);
  return mentions.map((mention) => {
    if (others.has(mention.code)) return mention;
    const once = !hasHeadline && counts.get(mention.code) === 1 && mention.kind !== 'capital';
    return { ...mention, weight: mention.weight * (once ? SALIENCE.townOnce : SALIENCE.townsAlone) };
  });
}

function isTown({ kind, standing }: SettledMention): boolean {
  return (kind === 'capital' || kind === 'city' || kind === 'place') && standing !== 'dateline';
}

/** Where the first two weigh nearly the same, the one that the headline names first, who acts there, comes first. */
export function headlinesFirst(
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
