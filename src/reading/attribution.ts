import type { Span } from '../news/quote.ts';
import { firstSubject } from './first-subject.ts';
import type { Grammar } from './grammar.ts';
import { announcedBefore, neighbour, signedBelow } from './outside-cues.ts';
import { cueOfCarried, ownCue } from './own-cue.ts';
import { lastAtOrBefore } from './places.ts';
import type { MarkedStretch } from './quote-marks.ts';
import { continued, goesApart, reportedBefore } from './reported.ts';
import { type QuotedParagraph, quotedParagraph, surroundingsOf } from './surroundings.ts';

/** How a quote is tied to whoever spoke, strongest first. */
export type Tie = 'cue-after' | 'cue-before' | 'according' | 'colon' | 'continued' | 'subject' | 'neighbour';

/** Who a quote is ascribed to, as the words stand in the text. */
export interface Attribution {
  readonly mention: Span;
  readonly tie: Tie;
  /** The subject of the sentence that leads to the quote, where the cue itself names a paper ("the statement reads"). */
  readonly issuer?: Span | undefined;
  /** Where the mention is a pronoun in what somebody said: who said that ("Holm said that she …"). */
  readonly outer?: Span | undefined;
  /** True where an opening mark at a paragraph's head takes up a quote that the paragraph before did not close. */
  readonly carried?: boolean | undefined;
}

/** Ascribes each quote of a text, in order; undefined where no rule applies. */
export function attribute(
  text: string,
  stretches: readonly MarkedStretch[],
  grammar: Grammar,
): (Attribution | undefined)[] {
  const found: (Attribution | undefined)[] = [];
  for (const group of groupByParagraph(stretches)) {
    const last = stretches[found.length - 1];
    const before = found.at(-1);
    const carried = carriesOn(text, last, group[0]) ? before : undefined;
    const own = attributeParagraph(quotedParagraph(text, group), grammar, carried);
    const outside =
      own[0] === undefined
        ? (announcedBefore(text, group, grammar) ?? signedBelow(text, group) ?? neighbour(text, last, group, before))
        : undefined;
    found.push(...own.map((one) => withBracket(text, one ?? outside)));
  }
  return found;
}

/** "Sen. Ida Holm (V-Velden)": a bracket behind a name belongs to the mention. */
function withBracket(text: string, found: Attribution | undefined): Attribution | undefined {
  const end = found?.mention.end ?? 0;
  const bracket = /^ \([^()\n]{1,30}\)/u.exec(text.slice(end, end + 33))?.[0];
  if (found === undefined || bracket === undefined) return found;
  return { ...found, mention: { start: found.mention.start, end: end + bracket.length } };
}

function groupByParagraph(stretches: readonly MarkedStretch[]): MarkedStretch[][] {
  const groups: MarkedStretch[][] = [];
  for (const stretch of stretches) {
    const last = groups.at(-1);
    if (last?.[0]?.paragraph.start === stretch.paragraph.start) last.push(stretch);
    else groups.push([stretch]);
  }
  return groups;
}

/** True where a quote that was never closed is taken up by an opening mark at the next paragraph's head. */
function carriesOn(text: string, last: MarkedStretch | undefined, next: MarkedStretch | undefined): boolean {
  if (last === undefined || next === undefined || last.closed) return false;
  return next.start - next.paragraph.start <= 2 && text.slice(last.paragraph.end, next.paragraph.start).trim() === '';
}

function attributeParagraph(
  paragraph: QuotedParagraph,
  grammar: Grammar,
  carried: Attribution | undefined,
): (Attribution | undefined)[] {
  const found: (Attribution | undefined)[] = [];
  paragraph.stretches.forEach((stretch, at) => {
    const around = surroundingsOf(paragraph, at);
    if (at === 0 && carried !== undefined) {
      found.push(cueOfCarried(paragraph.text, stretch, around, carried, grammar));
      return;
    }
    found.push(
      ownCue(paragraph.text, stretch, around, found.at(-1), grammar) ??
        reportedBefore(paragraph, at, grammar) ??
        continued(found.at(-1), goesApart(around, grammar)),
    );
  });
  fillFromNext(found, (at) => surroundingsOf(paragraph, at).follows);
  return found.map((one, at) => one ?? leadingSubject(paragraph, at, grammar));
}

/**
 * A quote that opens its paragraph may have its cue after the next one: "A." "B," she said. So may one that has only
 * its sentence’s subject, where the next follows in the same sentence: the gates are “A” and “B”, she said.
 */
function fillFromNext(found: (Attribution | undefined)[], follows: (at: number) => boolean): void {
  for (let at = found.length - 2; at >= 0; at -= 1) {
    const own = found[at];
    const next = found[at + 1];
    if (
      next === undefined ||
      (own !== undefined && !(own.tie === 'subject' && next.tie === 'cue-after' && follows(at + 1)))
    )
      continue;
    found[at] = { ...next, tie: 'continued' };
  }
}

/** The subject of the sentence before the quote in its paragraph: "The mayor was blunt. “…”" */
function leadingSubject(paragraph: QuotedParagraph, at: number, grammar: Grammar): Attribution | undefined {
  const { sentences, span, stretches } = paragraph;
  const last = lastAtOrBefore(sentences, (stretches[at]?.start ?? 0) - 1);
  const end = sentences[last];
  if (end === undefined) return undefined;
  const mention = firstSubject(paragraph.wordsBetween(sentences[last - 1] ?? span.start, end), grammar);
  return mention === undefined ? undefined : { mention, tie: 'neighbour' };
}
