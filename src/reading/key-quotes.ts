import type { Quote } from '../news/quote.ts';
import { quoteWords } from '../news/quote.ts';

/** So many quotes of an article are key quotes at most. */
const MOST = 5;

/** Up to this many quotes are all shown, whoever spoke. */
const SHOWN_ANYWAY = 3;

/** A fragment of fewer words says too little to be shown by itself, and a sentence of fewer too. */
const FEWEST_WORDS = 5;
const FEWEST_WORDS_OF_A_SENTENCE = 3;

/** A position, a promise, a demand, a threat, a refusal. */
const STANCE =
  /\b(?:will|won['’]t|must|should|shall|need|never|not|cannot|can['’]t|refuse|demand|promise|warn|agree|reject|condemn|support|firmly|unacceptable|muss|müssen|werden|nicht|kein\p{L}*|fordern|soll\p{L}*)\b|(?<!\p{L})(?:не|нельзя|должн\p{L}+|будем|будет|требу\p{L}+|никогда|готов\p{L}*|надо|нужно|керек|емес|тиіс|қажет)(?!\p{L})/iu;

/**
 * Gives the quotes that add most to the reporting their rank, from 1; the others keep none. A key quote has a
 * sure speaker, is no bare question, and has at least five words, or three where it is a sentence. Of more than three, at most one in three comes from one speaker where
 * others spoke. The order of the quotes stays that of the text.
 */
export function rankKeyQuotes<Q extends Quote>(body: string, quotes: readonly Q[]): Q[] {
  const worth = quotes
    .map((quote, at) => ({ at, speaker: quote.speaker, score: worthOf(body, quote, at) }))
    .filter(({ speaker, score }) => speaker !== undefined && score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const chosen = worth.length <= SHOWN_ANYWAY ? worth : spread(worth);
  const ranks = new Map(chosen.map(({ at }, rank) => [at, rank + 1]));
  return quotes.map((quote, at) => ({ ...quote, rank: ranks.get(at) }));
}

interface Worth {
  readonly at: number;
  readonly speaker: string | undefined;
  readonly score: number;
}

/** The best ones, none of whose speakers has more than a third (rounded up) of those that are taken. */
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
  const bySpeaker = new Map<string | undefined, number>();
  const taken: Worth[] = [];
  for (const one of worth) {
    const has = bySpeaker.get(one.speaker) ?? 0;
    if (has >= most || taken.length === size) continue;
    bySpeaker.set(one.speaker, has + 1);
    taken.push(one);
  }
  return taken;
}

/** What a quote adds, 0 for too little. Whole sentences, numbers and positions count; rambling does not. */
function worthOf(body: string, quote: Quote, at: number): number {
  const words = quoteWords(body, quote).join(' ');
  const count = words.split(/\s+/u).length;
  const isWhole = /^[\p{Lu}\p{N}]/u.test(words) && /[.!?…,]$/u.test(words);
  if (count < (isWhole ? FEWEST_WORDS_OF_A_SENTENCE : FEWEST_WORDS)) return 0;
  // A bare question is an interviewer's, or tells nothing without its answer.
  if (/^[^.!?…]*\?$/u.test(words)) return 0;
  const whole = isWhole ? 2 : 0;
  const stance = STANCE.test(words) ? 1.5 : 0;
  const number = /\p{N}/u.test(words) ? 1 : 0;
  const length = Math.min(count, 30) / 15 - Math.max(0, count - 80) / 60;
  const role = quote.role === undefined ? 0 : 0.5;
  return Math.max(0.1, whole + stance + number + length + role + 1.5 / (1 + at));
}
