import { isBiographyOf, isClosingBiographyOf, subjectOf } from './biography.ts';
import { isTrade, nameBeforePlace, nameBeforeTrade, namesOf, signedBy } from './byline.ts';
import { furnitureReason } from './furniture.ts';
import { isPersonName } from './person-name.ts';

/** A byline, a kicker and a date stand within this many paragraphs of the top. */
export const TOP = 6;

export function isSignature(text: string, byline: string): boolean {
  const plain = text.replace(/^[—–-]\s*/u, '');
  return (
    plain.length < byline.length + 40 &&
    (plain === byline || plain.startsWith(`${byline},`) || plain.startsWith(`${byline} |`))
  );
}

/**
 * The author: who signs with "By …", else a name alone in its line under the headline, else one that stands
 * alone near the end and again there, or before a paragraph that tells about that person, else whom a biography at the
 * end is about.
 */
export function findByline(paragraphs: readonly string[]): string | undefined {
  const signed = paragraphs.map(signedBy).find((name) => name !== undefined);
  if (signed !== undefined) return signed;
  const placed = paragraphs
    .slice(0, TOP)
    // "Foreign Ministers in Geneva" may be the headline.
    .map((line, at) => (at > 0 || line.includes('|') ? nameBeforePlace(line) : undefined) ?? nameBeforeTrade(line))
    .find((name) => name !== undefined);
  if (placed !== undefined) return placed;
  return nameUnderHeadline(paragraphs) ?? signatureAtTheEnd(paragraphs) ?? subjectAtTheEnd(paragraphs);
}

/** A longer sentence is the report's own. */
const LONGEST_STANDFIRST = 130;

/** A name alone in its line, or over its trade, above the first paragraph of the report. */
function nameUnderHeadline(paragraphs: readonly string[]): string | undefined {
  for (const [at, line] of paragraphs.entries()) {
    if (line.length > LONGEST_STANDFIRST && furnitureReason(line) === undefined) return undefined;
    if (at === 0 || !isPersonName(line) || line === line.toUpperCase()) continue;
    if (isTrade(paragraphs[at + 1] ?? '') || isNameAlone(paragraphs, line)) return line;
  }
  return undefined;
}

function isNameAlone(paragraphs: readonly string[], line: string): boolean {
  return isPersonName(line) && mentions(paragraphs, line) <= 1 && !isMadeOfWords(paragraphs, line);
}

function mentions(paragraphs: readonly string[], name: string): number {
  return paragraphs.filter((paragraph) => paragraph.includes(name)).length;
}

/** True for a headline in title case ("Council Votes Tonight"): more than half of its words stand in the text in lower case. */
export function isMadeOfWords(paragraphs: readonly string[], line: string): boolean {
  const words = line.toLowerCase().split(' ');
  const small = new Set(
    paragraphs.flatMap((paragraph) => paragraph.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}'’-]*/gu) ?? []),
  );
  return words.filter((word) => small.has(word)).length * 2 > words.length;
}

function signatureAtTheEnd(paragraphs: readonly string[]): string | undefined {
  const from = Math.max(2, Math.floor(paragraphs.length * 0.4));
  const found = paragraphs.find((line, at) => {
    const name = nameInSignature(line);
    if (at < from || name === undefined || furnitureReason(line) !== undefined) return false;
    const next = paragraphs[at + 1];
    if (next === line || (next !== undefined && isBiographyOf(name, next))) return true;
    return (next === undefined || furnitureReason(next) !== undefined) && !isMadeOfWords(paragraphs, line);
  });
  return found === undefined ? undefined : nameInSignature(found);
}

/** "Paul Grant", "— Paul Grant, Velden" */
function nameInSignature(line: string): string | undefined {
  const plain = line.replace(/^[—–-]\s*/u, '');
  if (isPersonName(plain)) return plain === plain.toUpperCase() ? undefined : plain;
  return nameBeforeTrade(plain) ?? (plain === line ? undefined : nameBeforePlace(plain.replace(',', ' |')));
}

/** The last paragraphs of a text may tell about its author although nothing signs it. */
function subjectAtTheEnd(paragraphs: readonly string[]): string | undefined {
  const at = paragraphs.findLastIndex((text) => furnitureReason(text) === undefined);
  const name = at < 3 ? undefined : subjectOf(paragraphs[at] ?? '');
  return name !== undefined && mentions(paragraphs, name) === 1 ? name : undefined;
}

/**
 * Where the author's biography begins that ends the text; the number of paragraphs where there is none. It is
 * believed only in the second half and where the author is known, since all that follows it is cut.
 */
export function biographyStart(paragraphs: readonly string[], byline: string | undefined): number {
  if (byline === undefined) return paragraphs.length;
  const names = namesOf(byline);
  const length = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  let before = 0;
  for (const [at, paragraph] of paragraphs.entries()) {
    if (before > length * 0.6 && names.some((name) => isClosingBiographyOf(name, paragraph))) return at;
    before += paragraph.length;
  }
  return paragraphs.length;
}
