import type { Attribution } from './attribution.ts';
import { germanMainClause } from './german-clause.ts';
import { isReportedVerb } from './german-verbs.ts';
import type { Grammar } from './grammar.ts';
import { lastAtOrBefore } from './places.ts';
import type { QuotedParagraph, Surroundings } from './surroundings.ts';
import type { Word } from './words.ts';

/**
 * Who speaks by a German sentence before a quote’s own in its paragraph that has a verb of saying and no quote: "Holm
 * lehnte den Plan ab. Er sei „…“". A guess.
 */
export function reportedBefore(paragraph: QuotedParagraph, at: number, grammar: Grammar): Attribution | undefined {
  if (grammar.language !== 'de') return undefined;
  const { sentences, span, stretches } = paragraph;
  const since = at === 0 ? span.start : (stretches[at - 1]?.end ?? 0) + 1;
  for (let last = lastAtOrBefore(sentences, (stretches[at]?.start ?? 0) - 1); last >= 0; last -= 1) {
    const end = sentences[last] ?? span.start;
    if (end <= since) return undefined;
    const words = paragraph.wordsBetween(Math.max(since, sentences[last - 1] ?? span.start), end);
    const clause = germanMainClause(words, grammar);
    if (clause !== undefined && clause.cues.length > 0) return { mention: clause.subject, tie: 'neighbour' };
  }
  return undefined;
}

/** True where the sentence of a quote reports or points back to what was said before. */
export function isReport(text: string, before: readonly Word[], ahead: Attribution, grammar: Grammar): boolean {
  if (grammar.language === 'de') return before.some(isReportedVerb);
  return grammar.language === 'en' && pointsBack(text.slice(ahead.mention.start, ahead.mention.end));
}

/** "That makes her “…”": such a sentence goes on with what was said before. */
function pointsBack(mention: string): boolean {
  return /^(?:that|this|it|these|those|there|that['’]s|it['’]s|there['’]s)(?: |$)/iu.test(mention);
}

/** A German quote inside a new sentence goes on with the last speaker by a guess only. */
export function goesApart({ before, follows }: Surroundings, grammar: Grammar): boolean {
  return grammar.language === 'de' && !follows && before.end - before.start > 2;
}

/**
 * A quote without a cue of its own goes on with the one before it in the paragraph. `apart`: it is part of another
 * sentence, so that this is a guess.
 */
export function continued(previous: Attribution | undefined, apart = false): Attribution | undefined {
  return previous === undefined ? undefined : { ...previous, tie: apart ? 'neighbour' : 'continued' };
}
