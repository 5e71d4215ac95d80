import type { Span } from '../news/quote.ts';
import { firstSubject } from './clause.ts';
import { cueAfter, trailingCue } from './cue-after.ts';
import { cueBefore } from './cue-before.ts';
import type { Grammar } from './grammar.ts';
import { kazakhCue } from './kazakh-cues.ts';
import { announcedBefore, neighbour, signedBelow } from './outside-cues.ts';
import { lastAtOrBefore } from './places.ts';
import type { MarkedStretch } from './quote-marks.ts';
import { maskQuotes, type Surroundings, sentenceEnds, surroundingsOf } from './surroundings.ts';
import { type Word, wordsIn } from './words.ts';

/** How a quote is tied to whoever spoke, strongest first. */
export type Tie = 'cue-after' | 'cue-before' | 'according' | 'colon' | 'continued' | 'subject' | 'neighbour';

/** Who a quote is ascribed to, as the words stand in the text. */
export interface Attribution {
  readonly mention: Span;
  readonly tie: Tie;
  /** The subject of the sentence that leads to the quote, where the cue itself names a paper ("the statement reads"). */
  readonly issuer?: Span | undefined;
}

/** Ascribes each quote of a text, in order; undefined where no rule applies. */
export function attribute(
  text: string,
  stretches: readonly MarkedStretch[],
  grammar: Grammar,
): (Attribution | undefined)[] {
  const found: (Attribution | undefined)[] = [];
  for (const paragraph of groupByParagraph(stretches)) {
    const last = stretches[found.length - 1];
    const carried = carriesOn(text, last, paragraph[0]) ? found.at(-1) : undefined;
    const before = found.at(-1);
    const own = attributeParagraph(text, paragraph, grammar, carried);
    const outside =
      own[0] === undefined
        ? (announcedBefore(text, paragraph, grammar) ??
          signedBelow(text, paragraph) ??
          neighbour(text, last, paragraph, before))
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
  text: string,
  stretches: readonly MarkedStretch[],
  grammar: Grammar,
  carried: Attribution | undefined,
): (Attribution | undefined)[] {
  const paragraph = stretches[0]?.paragraph ?? { start: 0, end: 0 };
  const masked = maskQuotes(text, paragraph, stretches);
  const ends = sentenceEnds(masked, paragraph.start);
  const found: (Attribution | undefined)[] = [];
  stretches.forEach((stretch, at) => {
    if (at === 0 && carried !== undefined) {
      found.push({ ...carried, tie: 'continued' });
      return;
    }
    const around = surroundingsOf(paragraph, stretches, at, ends);
    found.push(ownCue(text, stretch, around, found.at(-1), grammar) ?? continued(found.at(-1)));
  });
  fillFromNext(found);
  return found.map((one, at) => one ?? leadingSubject(text, masked, paragraph, stretches[at], ends, grammar));
}

function ownCue(
  text: string,
  stretch: MarkedStretch,
  around: Surroundings,
  previous: Attribution | undefined,
  grammar: Grammar,
): Attribution | undefined {
  // After a full stop a new sentence begins ("He said that …"), which tells who spoke only where nothing else does.
  const goesOnAfter = previous !== undefined;
  const before = wordsIn(text, around.before);
  const after = wordsIn(text, around.after);
  const kazakh = grammar.language === 'kk' ? kazakhCue(before, after, grammar) : undefined;
  if (kazakh !== undefined) return kazakh;
  const behind = cueAfter(text, stretch, after, grammar);
  const alone = before.length < 2 && !goesOnAfter;
  if (behind !== undefined && (behind.strong || alone)) return withIssuer(text, behind.attribution, before, grammar);
  const ahead = cueBefore(before, around.follows, grammar);
  if (ahead !== undefined && ahead.tie !== 'subject') return ahead;
  const trailing = trailingCue(after, grammar);
  if (trailing !== undefined) return trailing;
  if (ahead !== undefined && isReported(before, grammar)) return continued(previous);
  return ahead ?? (goesOnAfter ? undefined : behind?.attribution);
}

/** "the statement reads": keeps the sentence's subject beside the paper that speaks. */
function withIssuer(text: string, found: Attribution, before: readonly Word[], grammar: Grammar): Attribution {
  const head = text.slice(found.mention.start, found.mention.end).toLowerCase().split(' ').at(-1) ?? '';
  return grammar.documents.has(head) ? { ...found, issuer: firstSubject(before, grammar) } : found;
}

/** German tells by the subjunctive that a sentence reports what somebody said before: "Der Schritt sei „…“". */
function isReported(before: readonly Word[], grammar: Grammar): boolean {
  return grammar.language === 'de' && before.some((word) => SUBJUNCTIVE.test(word.text));
}

const SUBJUNCTIVE =
  /^(?:sei|seien|habe|werde|könne|müsse|solle|dürfe|wolle|wisse|gebe|gehe|komme|bleibe|stehe|mache|bedeute|handele|handle|zeige|gehöre|brauche|liege|führe|sehe|finde|nehme|halte|treffe|lasse|wäre|wären|hätte|hätten|bringe|stelle|biete|wirke|trage|würden|würde)$/u;

/** A quote without a cue of its own goes on with the one before it in the paragraph. */
function continued(previous: Attribution | undefined): Attribution | undefined {
  return previous === undefined ? undefined : { ...previous, tie: 'continued' };
}

/** A quote that opens its paragraph may have its cue after the next one: "A." "B," she said. */
function fillFromNext(found: (Attribution | undefined)[]): void {
  for (let at = found.length - 2; at >= 0; at -= 1) {
    const next = found[at + 1];
    if (found[at] === undefined && next !== undefined) found[at] = { ...next, tie: 'continued' };
  }
}

/** The subject of the sentence before the quote in its paragraph: "The mayor was blunt. “…”" */
function leadingSubject(
  text: string,
  masked: string,
  paragraph: Span,
  stretch: MarkedStretch | undefined,
  ends: readonly number[],
  grammar: Grammar,
): Attribution | undefined {
  if (stretch === undefined || masked === '') return undefined;
  const last = lastAtOrBefore(ends, stretch.start - 1);
  const end = ends[last];
  if (end === undefined) return undefined;
  const start = ends[last - 1] ?? paragraph.start;
  const mention = firstSubject(wordsIn(text, { start, end }), grammar);
  return mention === undefined ? undefined : { mention, tie: 'neighbour' };
}
