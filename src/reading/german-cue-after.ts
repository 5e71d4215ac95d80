import type { Span } from '../news/quote.ts';
import { REACH } from './according.ts';
import type { Attribution } from './attribution.ts';
import type { CueBehind } from './cue-after.ts';
import { germanAccordingTo, sourceOf } from './german-according.ts';
import { behindVerb } from './german-order.ts';
import { nounPhrase } from './german-phrase.ts';
import { finiteVerb } from './german-verbs.ts';
import type { Grammar } from './grammar.ts';
import { isCapitalised, type Word } from './words.ts';

/**
 * Who speaks by the words behind a quote in its German sentence, where the verb always comes first. \`comma\`: the quote
 * is open-ended; \`before\`: the words before it.
 */
export function germanCueAfter(
  words: readonly Word[],
  before: readonly Word[],
  comma: boolean,
  grammar: Grammar,
): CueBehind | undefined {
  const strong = (mention: Span | undefined, tie: Attribution['tie'] = 'cue-after') =>
    mention === undefined ? undefined : { attribution: { mention, tie }, strong: true };
  const relative = relativeAround(words, before, grammar);
  if (relative !== undefined) return strong(relative);
  const from = /^(?:so|wie)$/u.test(words[0]?.lower ?? '') ? 1 : 0;
  const first = words[from];
  if (first === undefined) return undefined;
  if (/^(?:heißt|hieß)$/u.test(first.lower) && words[from + 1]?.lower === 'es')
    return strong(sourceOf(words.slice(from + 2), grammar));
  const closing = CLOSING[first.lower];
  if (closing !== undefined) {
    const closes = words.slice(0, REACH).some((word) => closing.test(word.lower));
    return closes ? strong(behindVerb(words.slice(from + 1), grammar)) : undefined;
  }
  const fronted = finiteVerb(before, grammar) < 0 && !before.some((word) => word.text === ':');
  if (!comma && !fronted) return undefined;
  if (isVerbOfSaying(words, from, comma, grammar)) {
    const rest = words.slice(from + 1);
    // "…“, zitierte man Holm": who is cited speaks.
    const cited = /^zitiert/u.test(first.lower) && rest[0]?.lower === 'man' ? rest.slice(1) : rest;
    return strong(behindVerb(cited, grammar));
  }
  if (from === 1 && words[0]?.lower === 'so') return strong(nounPhrase(words.slice(1), grammar), 'according');
  const according = germanAccordingTo(words, grammar);
  return according === undefined ? undefined : strong(according, 'according');
}

function isVerbOfSaying(words: readonly Word[], at: number, comma: boolean, grammar: Grammar): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined || isCapitalised(word) || word.isMark) return false;
  if (grammar.cues.has(word.lower)) return true;
  // A verb that is no cue elsewhere: "…“, schwärmte Holm".
  const small =
    grammar.prepositions.has(word.lower) || grammar.boundaries.has(word.lower) || grammar.determiners.has(word.lower);
  return (
    comma &&
    !small &&
    /\p{Ll}{2}(?:te|ten|t|en)$/u.test(word.text) &&
    (isCapitalised(next) || /^(?:der|die|das|ein|eine|er|sie)$/u.test(next.lower))
  );
}

/** "Holm, die den Plan „…“ nannte": the relative pronoun, where the verb behind the quote closes its clause. */
function relativeAround(words: readonly Word[], before: readonly Word[], grammar: Grammar): Span | undefined {
  const [verb, next] = words;
  if (verb === undefined || !grammar.cues.has(verb.lower) || (next !== undefined && !next.isMark)) return undefined;
  const comma = before.findLastIndex((word) => word.text === ',');
  const pronoun = before[comma + 1];
  if (comma < 0 || pronoun === undefined || isCapitalised(before[comma + 2])) return undefined;
  return /^(?:der|die|das|welcher|welche)$/u.test(pronoun.lower)
    ? { start: pronoun.start, end: pronoun.end }
    : undefined;
}

const CITED = /^zitiert$/u;
const MADE_KNOWN = /^(?:verlauten|wissen|mitteilen|verbreiten|erklären|ausrichten)$/u;
const CLOSING: Readonly<Record<string, RegExp>> = {
  wird: CITED,
  wurde: CITED,
  werden: CITED,
  wurden: CITED,
  ließ: MADE_KNOWN,
  lässt: MADE_KNOWN,
  ließen: MADE_KNOWN,
};
