import { isLoneCredit } from './captions.ts';
import { type CutReason, isInvitation, isLinksHeading } from './furniture.ts';
import { isSection } from './headline.ts';

/** No title of an article or of a newsletter is longer than this, in UTF-16 units. */
const LONGEST_TITLE = 140;
const LONGEST_BOX_TITLE = 60;
/** A shorter line beside a credit is a subheading. */
const SHORTEST_CAPTION = 24;
/** The lede is a sentence of more than so many UTF-16 units. */
const SHORTEST_LEDE = 80;
/** So many titles may follow a heading over links. */
const MOST_LINKS = 10;

type Reasons = readonly (CutReason | undefined)[];

/**
 * The numbers of paragraphs that are no reporting because of what stands around them: titles under "Related stories",
 * the lines of a box that invites to a newsletter, the caption beside a lone credit, a section's name under the headline.
 */
export function reasonsFromNeighbours(paragraphs: readonly string[], reasons: Reasons): Map<number, CutReason> {
  const found = new Map<number, CutReason>();
  const headline = reasons.indexOf(undefined);
  const start = paragraphs.findIndex(
    (text, at) => reasons[at] === undefined && endsLikeSentence(text) && text.length > SHORTEST_LEDE,
  );
  paragraphs.forEach((text, at) => {
    if (at <= headline) return;
    if (reasons[at] === undefined) {
      if (at < start && isSection(text)) found.set(at, 'furniture');
      return;
    }
    const caption = isLoneCredit(text) ? captionBeside(paragraphs, reasons, at, headline) : undefined;
    if (caption !== undefined) found.set(caption, 'caption');
    if (start < 0 || at < start) return;
    if (isLinksHeading(text)) for (const link of titlesBehind(paragraphs, reasons, at)) found.set(link, 'furniture');
    if (isInvitation(text)) for (const line of boxAround(paragraphs, reasons, at)) found.set(line, 'furniture');
  });
  return found;
}

/** The caption to a credit in a line of its own: the line behind it, else the one ahead, that ends like no sentence. */
function captionBeside(
  paragraphs: readonly string[],
  reasons: Reasons,
  credit: number,
  headline: number,
): number | undefined {
  return [credit + 1, credit - 1].find((at) => {
    const text = paragraphs[at];
    return (
      at > headline &&
      text !== undefined &&
      reasons[at] === undefined &&
      isTitle(text) &&
      text.length > SHORTEST_CAPTION
    );
  });
}

function titlesBehind(paragraphs: readonly string[], reasons: Reasons, heading: number): number[] {
  const titles: number[] = [];
  for (let at = heading + 1; at <= heading + MOST_LINKS && at < paragraphs.length; at += 1) {
    const text = paragraphs[at] ?? '';
    if (reasons[at] === undefined && !isTitle(text)) break;
    if (reasons[at] === undefined) titles.push(at);
  }
  // A lone title before the report goes on may be a subheading.
  const next = paragraphs[(titles.at(-1) ?? heading) + 1];
  return next !== undefined &&
    titles.length > 1 &&
    endsLikeSentence(next) &&
    (paragraphs[titles.at(-1) ?? 0]?.length ?? 0) < 45
    ? titles.slice(0, -1)
    : titles;
}

/** The box's title above the invitation, and what stands between two of its lines. */
function boxAround(paragraphs: readonly string[], reasons: Reasons, invitation: number): number[] {
  const lines: number[] = [];
  const above = paragraphs[invitation - 1] ?? '';
  const isBoxTitle = above.length <= LONGEST_BOX_TITLE && isTitle(above) && !/^[-•*–—\d]/u.test(above);
  if (reasons[invitation - 1] === undefined && isBoxTitle) lines.push(invitation - 1);
  const below = paragraphs[invitation + 1] ?? '';
  const isBetween = reasons[invitation + 2] !== undefined && isInvitation(paragraphs[invitation + 2] ?? '');
  if (reasons[invitation + 1] === undefined && isBetween && below.length <= LONGEST_TITLE) lines.push(invitation + 1);
  return lines;
}

function isTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && !/[.…:;,][”"’»]?$/u.test(text);
}

function endsLikeSentence(text: string): boolean {
  return /[.!?…]["”»“’')\]]*$/u.test(text);
}
