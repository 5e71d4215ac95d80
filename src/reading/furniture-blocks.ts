import { type CutReason, isInvitation, isLinksHeading } from './furniture.ts';

/** No title of an article or of a newsletter is longer than this, in UTF-16 units. */
const LONGEST_TITLE = 140;
const LONGEST_BOX_TITLE = 60;
/** So many titles may follow a heading over links. */
const MOST_LINKS = 10;

/**
 * The numbers of paragraphs that are furniture because of what stands around them: titles under "Related stories", and
 * the lines of a box that invites to a newsletter. Nothing above the first paragraph of the report is looked at.
 */
export function furnitureBlocks(
  paragraphs: readonly string[],
  reasons: readonly (CutReason | undefined)[],
): Set<number> {
  const found = new Set<number>();
  const start = paragraphs.findIndex(
    (text, at) => reasons[at] === undefined && endsLikeSentence(text) && text.length > 80,
  );
  if (start < 0) return found;
  for (let at = start + 1; at < paragraphs.length; at += 1) {
    if (reasons[at] === undefined) continue;
    const text = paragraphs[at] ?? '';
    if (isLinksHeading(text)) for (const link of titlesBehind(paragraphs, reasons, at)) found.add(link);
    if (isInvitation(text)) for (const line of boxAround(paragraphs, reasons, at)) found.add(line);
  }
  return found;
}

function titlesBehind(
  paragraphs: readonly string[],
  reasons: readonly (CutReason | undefined)[],
  heading: number,
): number[] {
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
function boxAround(
  paragraphs: readonly string[],
  reasons: readonly (CutReason | undefined)[],
  invitation: number,
): number[] {
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
