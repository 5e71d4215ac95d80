import { isBrokenHeadline } from './headline.ts';

/** A line that stands for itself even where its neighbours are joined: a list entry. */
const LIST_ENTRY = /^(?:[-•*–—·▪‣⁃] |\d{1,2}[.)] )/u;
const ENDS_SENTENCE = /[.!?…:;]["”»“’')\]]*$/u;
const STARTS_LOWER = /^\p{Ll}/u;
const ENDS_OPEN = /[\p{Ll},–—-]$/u;

/** No line of its own ends with a comma or with one of these words; what does goes on in the next line. */
const UNFINISHED =
  /(?:,|(?<!\p{L})(?:the|a|an|of|and|or|in|on|at|to|for|with|by|from|that|its|his|her|their|в|на|и|с|по|для|что|из|от|о|к|за|der|die|das|den|dem|und|von|in|zu|mit|für|bei|auf|және|мен|үшін))$/iu;

/** Lines of a terminal, a mail or a PDF are rarely longer than this many characters. */
const WIDEST_WRAP = 110;

/** Fewer line ends inside blocks show no column. */
const FEWEST_WRAPS = 3;

/**
 * The paragraphs of a text whose characters were normalised. A blank line always parts paragraphs, unless it
 * stands in the middle of a sentence; whether a single line end does is decided from the lengths of the lines:
 * where they fill one narrow column, they were wrapped and are joined again.
 */
export function paragraphsOf(text: string): string[] {
  const blocks = text
    .split(/\n{2,}/)
    .map((block) => block.split('\n').filter((line) => line !== ''))
    .filter((block) => block.length > 0);
  const column = wrapColumn(blocks);
  const paragraphs = blocks.flatMap((block, at) =>
    at === 0 && blocks.length > 1 && isBrokenHeadline(block) ? [glue(block)] : joinLines(block, column),
  );
  return mendBrokenSentences(paragraphs);
}

/** The width of the column that the lines were wrapped to; undefined where they were not. */
function wrapColumn(blocks: readonly (readonly string[])[]): number | undefined {
  const broken = blocks.flatMap((block) => block.slice(0, -1).map((line, at) => ({ line, next: block[at + 1] ?? '' })));
  if (broken.length < FEWEST_WRAPS) return undefined;
  const column = blocks.flat().reduce((widest, line) => Math.max(widest, line.length), 0);
  if (column > WIDEST_WRAP || column < 30) return undefined;
  const full = broken.filter(({ line, next }) => isFull(line, next, column)).length;
  return full >= broken.length * 0.6 ? column : undefined;
}

/** True where the next line's first word would not have fitted on this line. */
function isFull(line: string, next: string, column: number): boolean {
  const space = next.indexOf(' ');
  const word = space < 0 ? next.length : space;
  return line.length + 1 + word > column - 4;
}

function joinLines(block: readonly string[], column: number | undefined): string[] {
  const paragraphs: string[] = [];
  let open: string[] = [];
  block.forEach((line, at) => {
    open.push(line);
    const next = block[at + 1];
    if (next !== undefined && goesOn(line, next, column)) return;
    paragraphs.push(glue(open));
    open = [];
  });
  return paragraphs;
}

function goesOn(line: string, next: string, column: number | undefined): boolean {
  if (LIST_ENTRY.test(next)) return false;
  if (ENDS_OPEN.test(line) && (STARTS_LOWER.test(next) || UNFINISHED.test(line))) return true;
  if (column === undefined) return false;
  if (!ENDS_SENTENCE.test(line) && line.length > column * 0.7) return true;
  return isFull(line, next, column) && !(ENDS_SENTENCE.test(line) && line.length < column * 0.75);
}

function glue(lines: readonly string[]): string {
  return lines.join(' ');
}

/** A shorter line before a blank one is a subheading rather than half a sentence. */
const SHORTEST_BROKEN = 40;

/** Joins what a blank line parted in the middle of a sentence, as where a long paste was cut into messages. */
function mendBrokenSentences(paragraphs: readonly string[]): string[] {
  const mended: string[] = [];
  let open: string[] = [];
  paragraphs.forEach((paragraph, at) => {
    open.push(paragraph);
    const next = paragraphs[at + 1];
    const broken =
      at > 0 &&
      next !== undefined &&
      paragraph.length > SHORTEST_BROKEN &&
      ENDS_OPEN.test(paragraph) &&
      (STARTS_LOWER.test(next) || UNFINISHED.test(paragraph));
    if (broken && !LIST_ENTRY.test(paragraph)) return;
    mended.push(glue(open));
    open = [];
  });
  return mended;
}
