import type { CountryCode } from '../news/country.ts';
import type { CountryEvidence } from './countries.ts';
import { type SettledMention, totalsOf } from './namesakes.ts';
import { SALIENCE } from './salience.ts';

const LETTERS_A_WORD = 6;

/**
 * Ranks by score and drops what falls far below the first. A dateline lifts its own country's rank
 * but not the bar: it says where a story was filed, and must not push out those it is about.
 */
export function topicsOfText(all: readonly SettledMention[], { headline, body }: CountryEvidence): CountryCode[] {
  const mentions = withLedeLists(townsAlone(all, headline.trim() !== ''));
  const highest = Math.max(0, ...totalsOf(mentions, { ...SALIENCE.standing, dateline: SALIENCE.barDateline }).values());
  const words = Math.max(SALIENCE.shortestWords, body.length / LETTERS_A_WORD);
  const bar = Math.min(highest, SALIENCE.share * highest ** SALIENCE.power * (words / 100) ** SALIENCE.growth);
  const topics = [...totalsOf(mentions)]
    .filter(([, score]) => score >= Math.max(SALIENCE.least, bar))
    .sort((a, b) => b[1] - a[1]);
  return headlinesFirst(topics, mentions).map(([code]) => code);
}

/** Towns say less of a country that nothing else speaks of, and a town that is named once says next to nothing. */
function townsAlone(mentions: readonly SettledMention[], hasHeadline: boolean): SettledMention[] {
  const isTown = ({ kind, standing }: SettledMention): boolean =>
    (kind === 'capital' || kind === 'city' || kind === 'place') && standing !== 'dateline';
  const others = new Set(mentions.filter((mention) => !isTown(mention)).map(({ code }) => code));
  const counts = new Map<CountryCode, number>();
  for (const { code } of mentions) counts.set(code, (counts.get(code) ?? 0) + 1);
  return mentions.map((mention) => {
    if (others.has(mention.code)) return mention;
    const once = !hasHeadline && counts.get(mention.code) === 1 && mention.kind !== 'capital';
    return { ...mention, weight: mention.weight * (once ? SALIENCE.townOnce : SALIENCE.townsAlone) };
  });
}

/** Four countries or more that the lede lists one after the other act together there, though each is named once. */
function withLedeLists(mentions: readonly SettledMention[]): SettledMention[] {
  const names = mentions.filter(
    ({ kind, standing, at }) => kind === 'name' && standing !== 'headline' && at < SALIENCE.listEnd,
  );
  const listed = new Set(runsOf(names).filter(isList).flat());
  return mentions.map((mention) =>
    listed.has(mention) ? { ...mention, weight: mention.weight * SALIENCE.listed } : mention,
  );
}

/** Mentions that hardly a word parts from the one before. */
function runsOf(mentions: readonly SettledMention[]): SettledMention[][] {
  const runs: SettledMention[][] = [];
  for (const mention of mentions) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && mention.at - last.at <= SALIENCE.listGap) run.push(mention);
    else runs.push([mention]);
  }
  return runs;
}

function isList(run: readonly SettledMention[]): boolean {
  const countries = new Set(run.map(({ code }) => code));
  return countries.size >= SALIENCE.listLeast && (run[0]?.at ?? 0) < SALIENCE.listWords;
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
