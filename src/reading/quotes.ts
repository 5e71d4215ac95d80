import type { Quote, Span } from '../news/quote.ts';
import { type Attribution, attribute } from './attribution.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import { dashedSpeech, partAtInnerCues } from './inner-cues.ts';
import { type JoinedQuote, joinQuotes, type Piece } from './joined-quotes.ts';
import { isNameInMarks } from './names-in-marks.ts';
import { type MarkedStretch, markedStretches } from './quote-marks.ts';
import { isQuote } from './quote-test.ts';
import { type Earlier, speakerDirectory } from './speakers.ts';

/** A quote as it was read, with what ties it to its speaker. */
export interface FoundQuote extends Quote {
  readonly mention: Span | undefined;
  readonly tie: Attribution['tie'] | undefined;
}

/**
 * Every direct quote of a text in order, as places in it without the outer marks. What a cue or a comma parts
 * within one paragraph, or what goes on at the next paragraph's head, is one quote of several spans. Titles,
 * nicknames and single words in marks are left out. The speaker is undefined where the text leaves it open.
 */
export function findQuotes(text: string, language: string): FoundQuote[] {
  const grammar = grammarOf(language);
  const stretches = quotedStretches(text, grammar);
  if (stretches.length === 0) return [];
  const attributions = attribute(text, stretches, grammar);
  const directory = speakerDirectory(text, stretches, grammar);
  const pieces: Piece[] = [];
  let earlier: Earlier = { speaker: undefined, nameless: undefined };
  stretches.forEach((stretch, at) => {
    const found = attributions[at];
    if (!isQuote(text, stretch, found, grammar)) return;
    const last = pieces.at(-1);
    const speaker = goesOn(last?.found, found) ? last?.speaker : found && directory.resolve(found, earlier);
    // A pronoun does not mean whoever spoke before somebody who has no name.
    if (speaker !== undefined) earlier = { ...earlier, speaker };
    else if (found !== undefined && !isPronoun(text, found, grammar))
      earlier = { speaker, nameless: found.mention.start };
    pieces.push({ stretch, found, speaker });
  });
  return joinQuotes(text, pieces).map(asFound);
}

/** What is quoted: between marks, or behind a dash, less the cues inside. A dash inside marks opens no speech. */
function quotedStretches(text: string, grammar: Grammar): MarkedStretch[] {
  const spoken = markedStretches(text).filter((stretch) => !isNameInMarks(text, stretch, grammar));
  const marked = partAtInnerCues(text, spoken, grammar);
  const paragraphs = new Set(marked.map(({ paragraph }) => paragraph.start));
  const dashed = dashedSpeech(text, grammar).filter(({ paragraph }) => !paragraphs.has(paragraph.start));
  return dashed.length === 0 ? marked : [...marked, ...dashed].sort((a, b) => a.start - b.start);
}

/** True where a stretch has the speaker of the one before it: it takes that up, or the same words name both. */
function goesOn(last: Attribution | undefined, found: Attribution | undefined): boolean {
  if (last === undefined || found === undefined) return false;
  return found.carried === true || last.mention.start === found.mention.start;
}

function isPronoun(text: string, { mention }: Attribution, grammar: Grammar): boolean {
  return grammar.pronouns.has(text.slice(mention.start, mention.end).toLowerCase());
}

function asFound({ spans, piece: { found, speaker } }: JoinedQuote): FoundQuote {
  return {
    spans,
    speaker: speaker?.name,
    role: speaker?.role,
    rank: undefined,
    mention: found?.mention,
    tie: found?.tie,
  };
}
