import type { Quote, Span } from '../news/quote.ts';
import { type Attribution, attribute } from './attribution.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import { dashedSpeech, partAtInnerCues } from './inner-cues.ts';
import { type MarkedStretch, markedStretches } from './quote-marks.ts';
import { isNameInMarks, isQuote, wordCount } from './quote-test.ts';
import { type Speaker, speakerDirectory } from './speakers.ts';

/** A quote as it was read, with what ties it to its speaker. */
export interface FoundQuote extends Quote {
  /** The words of the article that name the speaker ("he", "the statement"). */
  readonly mention: string | undefined;
  readonly tie: Attribution['tie'] | undefined;
}

interface Piece {
  readonly stretch: MarkedStretch;
  readonly found: Attribution | undefined;
  readonly speaker: Speaker | undefined;
}

/**
 * Every direct quote of a text in order, as places in it without the outer marks. What a cue or a comma parts
 * within one paragraph, or what goes on at the next paragraph's head, is one quote of several spans. Titles,
 * nicknames and single words in marks are left out. The speaker is undefined where the text leaves it open.
 */
export function findQuotes(text: string, language: string): FoundQuote[] {
  const grammar = grammarOf(language);
  const stretches = quotedStretches(text, grammar);
  const attributions = attribute(text, stretches, grammar);
  const directory = speakerDirectory(text, stretches, grammar);
  const pieces: Piece[] = [];
  let earlier: Speaker | undefined;
  stretches.forEach((stretch, at) => {
    const found = attributions[at];
    if (!isQuote(text, stretch, found, grammar)) return;
    const last = pieces.at(-1);
    const continues = found !== undefined && last?.found?.mention.start === found.mention.start;
    const speaker = continues ? last?.speaker : found && directory.resolve(found, earlier);
    earlier = speaker ?? earlier;
    pieces.push({ stretch, found, speaker });
  });
  return joinPieces(text, pieces);
}

/** What is quoted: between marks, or behind a dash, less the cues inside. A dash inside marks opens no speech. */
function quotedStretches(text: string, grammar: Grammar): MarkedStretch[] {
  const spoken = markedStretches(text).filter((stretch) => !isNameInMarks(text, stretch, grammar));
  const marked = partAtInnerCues(text, spoken, grammar);
  const paragraphs = new Set(marked.map(({ paragraph }) => paragraph.start));
  const dashed = dashedSpeech(text, grammar).filter(({ paragraph }) => !paragraphs.has(paragraph.start));
  return dashed.length === 0 ? marked : [...marked, ...dashed].sort((a, b) => a.start - b.start);
}

function joinPieces(text: string, pieces: readonly Piece[]): FoundQuote[] {
  const quotes: FoundQuote[] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    const quote = quotes.at(-1);
    const span: Span = { start: piece.stretch.start, end: piece.stretch.end };
    if (quote !== undefined && last !== undefined && isOneQuote(text, last, piece)) {
      quotes[quotes.length - 1] = { ...quote, spans: [...quote.spans, span] };
    } else quotes.push(asQuote(text, piece, span));
    last = piece;
  }
  return quotes;
}

function asQuote(text: string, { found, speaker }: Piece, span: Span): FoundQuote {
  return {
    spans: [span],
    speaker: speaker?.name,
    role: speaker?.role,
    rank: undefined,
    mention: found && text.slice(found.mention.start, found.mention.end),
    tie: found?.tie,
  };
}

/** A cue that parts a quote is not longer than this, in UTF-16 units. */
const LONGEST_CUE = 160;

/** True where the second piece goes on with the first: only a cue stands between, or a paragraph's end. */
function isOneQuote(text: string, first: Piece, second: Piece): boolean {
  const sameMention = second.found !== undefined && second.found.mention.start === first.found?.mention.start;
  if (!sameMention || (second.found?.tie !== 'continued' && second.found?.tie !== 'cue-before')) return false;
  const between = text.slice(first.stretch.end, second.stretch.start);
  if (!first.stretch.closed) return between.trim().length <= 2;
  if (first.stretch.paragraph.start !== second.stretch.paragraph.start || between.length > LONGEST_CUE) return false;
  if (
    !/[,.!?…–—-][\s"'’”»]*$/u.test(text.slice(first.stretch.start, first.stretch.end)) &&
    !/^.?\s?[,.–—-]/u.test(between)
  )
    return false;
  return (between.match(/\p{Ll}{2}[.!?]\s/gu)?.length ?? 0) <= 1 && wordCount(text, second.stretch) >= 2;
}
