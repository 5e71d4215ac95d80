import type { Quote } from '../news/quote.ts';
import { readReporting, worthOf } from './quote-worth.ts';

/** So many quotes of an article are key quotes at most. */
const MOST = 5;

/** Up to this many quotes are all shown, whoever spoke. */
const SHOWN_ANYWAY = 3;

/**
 * Gives the quotes that add most to the reporting their rank, from 1; the others keep none. A key quote has a sure
 * speaker, is no bare question, and has at least five words, or three where it is a sentence. Of more than three, at
 * most one in three comes from one speaker where others spoke. The order of the quotes stays that of the text.
 */
export function rankKeyQuotes<Q extends Quote>(body: string, quotes: readonly Q[]): Q[] {
  const reporting = readReporting(body, quotes);
  const worth = quotes
    .flatMap((quote, at) => {
      const { speaker } = quote;
      return speaker === undefined ? [] : [{ at, speaker, score: worthOf(reporting, quote, at) }];
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const chosen = worth.length <= SHOWN_ANYWAY ? worth : spread(worth);
  const ranks = new Map(chosen.map(({ at }, rank) => [at, rank + 1]));
  return quotes.map((quote, at) => ({ ...quote, rank: ranks.get(at) }));
}

interface Worth {
  readonly at: number;
  readonly speaker: string;
  readonly score: number;
}

/** The best ones, none of whose speakers has more than a third of those that are taken, but always one. */
function spread(worth: readonly Worth[]): Worth[] {
  const speakers = new Set(worth.map(({ speaker }) => speaker)).size;
  if (speakers === 1) return worth.slice(0, SHOWN_ANYWAY);
  for (let size = Math.min(MOST, worth.length); size > 0; size -= 1) {
    const taken = takeSpread(worth, size);
    if (taken.length === size) return taken;
  }
  return worth.slice(0, 1);
}

function takeSpread(worth: readonly Worth[], size: number): Worth[] {
  const most = Math.max(1, Math.floor(size / 3));
  const bySpeaker = new Map<string, number>();
  const taken: Worth[] = [];
  for (const one of worth) {
    const has = bySpeaker.get(one.speaker) ?? 0;
    if (has >= most || taken.length === size) continue;
    bySpeaker.set(one.speaker, has + 1);
    taken.push(one);
  }
  return taken;
}
