import { isPersonName, nameBeforeBar, nameBeforeTrade, signedBy } from './byline.ts';
import { furnitureReason, isBiographyOf, isClosingBiographyOf } from './furniture.ts';

/** A byline, a kicker and a date stand within this many paragraphs of the top. */
export const TOP = 6;

export function isSignature(text: string, byline: string): boolean {
  return (
    text.length < byline.length + 40 &&
    (text === byline || text.startsWith(`${byline},`) || text.startsWith(`${byline} |`))
  );
}

export function namesIn(byline: string): string[] {
  return byline.split(/ (?:and|und|и|және|&) /u);
}

/**
 * The author: who signs with "By …", else a name alone in its line under the headline, else one that stands
 * alone near the end and again there, or before a paragraph that tells about that person.
 */
export function findByline(paragraphs: readonly string[]): string | undefined {
  const signed = paragraphs.map(signedBy).find((name) => name !== undefined);
  if (signed !== undefined) return signed;
  const barred = paragraphs
    .slice(0, TOP)
    .map((line) => nameBeforeBar(line) ?? nameBeforeTrade(line))
    .find((name) => name !== undefined);
  if (barred !== undefined) return barred;
  const alone = paragraphs.slice(1, 3).find((line) => isPersonName(line) && mentions(paragraphs, line) <= 1);
  return alone ?? signatureAtTheEnd(paragraphs);
}

function mentions(paragraphs: readonly string[], name: string): number {
  return paragraphs.filter((paragraph) => paragraph.includes(name)).length;
}

function signatureAtTheEnd(paragraphs: readonly string[]): string | undefined {
  const from = Math.max(2, Math.floor(paragraphs.length * 0.4));
  return paragraphs.find((line, at) => {
    if (at < from || !isPersonName(line)) return false;
    const next = paragraphs[at + 1];
    return next === undefined || next === line || isBiographyOf(line, next) || furnitureReason(next) !== undefined;
  });
}

/**
 * Where the author's biography begins that ends the text; the number of paragraphs where there is none. It is
 * believed only in the second half and where the author is known, since all that follows it is cut.
 */
export function biographyStart(paragraphs: readonly string[], byline: string | undefined): number {
  if (byline === undefined) return paragraphs.length;
  const names = namesIn(byline);
  const length = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  let before = 0;
  for (const [at, paragraph] of paragraphs.entries()) {
    if (before > length * 0.6 && names.some((name) => isClosingBiographyOf(name, paragraph))) return at;
    before += paragraph.length;
  }
  return paragraphs.length;
}
