import { isPersonName, nameBeforeBar, signedBy } from './byline.ts';
import { normaliseCharacters } from './characters.ts';
import { findDateline } from './dateline.ts';
import { type CutReason, furnitureReason, isBiographyOf } from './furniture.ts';
import { paragraphsOf } from './paragraphs.ts';

/** A passage that was left out of the body, and why. */
export interface Cut {
  readonly text: string;
  readonly why: CutReason;
}

/** A paste, taken apart. */
export interface CleanText {
  /** Undefined where the text opens like a paragraph. */
  readonly headline: string | undefined;
  readonly byline: string | undefined;
  readonly dateline: string | undefined;
  readonly source: string | undefined;
  readonly paragraphs: readonly string[];
  readonly cut: readonly Cut[];
}

/** A headline is not longer than this many characters. */
const LONGEST_HEADLINE = 200;

/** A byline, a kicker and a date stand within this many paragraphs of the top. */
const TOP = 6;

/**
 * Parts the reporting from what a page puts around it: captions and credits, bylines, the author's biography,
 * links, invitations, rights. Subheadings and lists stay. Works on a paste, a page's text or a file.
 */
export function cleanText(raw: string): CleanText {
  const all = paragraphsOf(normaliseCharacters(raw));
  const kickers = kickersOf(all);
  const sorted = sortOut(all.slice(kickers.length));
  const [first, ...others] = sorted.kept;
  const headline = first !== undefined && isHeadline(first) ? first : undefined;
  const body = headline === undefined ? sorted.kept : others;
  const dateline = body[0] === undefined ? undefined : findDateline(body[0]);
  const opening = dateline === undefined ? body[0] : body[0]?.slice(dateline.end).trim();
  const paragraphs = opening === undefined ? [] : [opening, ...body.slice(1)].filter((paragraph) => paragraph !== '');
  const source = sorted.source ?? dateline?.source;
  return {
    headline,
    byline: sorted.byline,
    dateline: dateline?.text,
    source,
    paragraphs,
    cut: [...kickers, ...sorted.cut],
  };
}

/** Section names and labels over the headline: "EUROPE", "PRESS RELEASE", "For immediate release". */
function kickersOf(paragraphs: readonly string[]): Cut[] {
  let count = 0;
  while (count < 3 && isKicker(paragraphs[count] ?? '', paragraphs[count + 1] ?? '')) count += 1;
  return paragraphs.slice(0, count).map((text) => ({ text, why: 'furniture' }));
}

function isKicker(line: string, next: string): boolean {
  const label = /^(?:press release|for immediate release|пресс-релиз|баспасөз хабарламасы|pressemitteilung)[:.]?$/iu;
  if (label.test(line)) return true;
  const words = line.split(' ').length;
  const short = line.length <= 30 && words <= 3 && line === line.toUpperCase() && /\p{Lu}/u.test(line);
  return short && isHeadline(next) && next.split(' ').length >= 3 && next !== next.toUpperCase();
}

interface Sorted {
  readonly kept: readonly string[];
  readonly cut: readonly Cut[];
  readonly byline: string | undefined;
  readonly source: string | undefined;
}

function sortOut(paragraphs: readonly string[]): Sorted {
  const byline = findByline(paragraphs);
  const ending = biographyStart(paragraphs, byline);
  const kept: string[] = [];
  const cut: Cut[] = [];
  let source: string | undefined;
  paragraphs.forEach((text, at) => {
    source ??= /^(?:source|источник|quelle|дереккөз)\s*:\s*(.{2,60})$/iu.exec(text)?.[1];
    const why = at >= ending ? endingReason(text, byline) : reason(text, at, byline);
    if (why === undefined) kept.push(text);
    else cut.push({ text, why });
  });
  return { kept, cut, byline, source };
}

function reason(text: string, at: number, byline: string | undefined): CutReason | undefined {
  if (signedBy(text) !== undefined || (byline !== undefined && isSignature(text, byline))) return 'byline';
  if (at < TOP && nameBeforeBar(text) !== undefined) return 'byline';
  if (/^(?:source|источник|quelle|дереккөз)\s*:.{2,60}$/iu.test(text)) return 'furniture';
  if (byline !== undefined && namesIn(byline).some((name) => isBiographyOf(name, text))) return 'biography';
  return furnitureReason(text);
}

/** What stands after the author's biography belongs to it, to the page, or is the name once more. */
function endingReason(text: string, byline: string | undefined): CutReason {
  if (byline !== undefined && isSignature(text, byline)) return 'byline';
  return furnitureReason(text) ?? 'biography';
}

function isSignature(text: string, byline: string): boolean {
  return (
    text.length < byline.length + 40 &&
    (text === byline || text.startsWith(`${byline},`) || text.startsWith(`${byline} |`))
  );
}

function namesIn(byline: string): string[] {
  return byline.split(/ (?:and|und|и|және|&) /u);
}

/**
 * The author: who signs with "By …", else a name alone in its line under the headline, else one that stands
 * alone near the end and again there, or before a paragraph that tells about that person.
 */
function findByline(paragraphs: readonly string[]): string | undefined {
  const signed = paragraphs.map(signedBy).find((name) => name !== undefined);
  if (signed !== undefined) return signed;
  const barred = paragraphs
    .slice(0, TOP)
    .map(nameBeforeBar)
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
function biographyStart(paragraphs: readonly string[], byline: string | undefined): number {
  if (byline === undefined) return paragraphs.length;
  const names = namesIn(byline);
  const length = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  let before = 0;
  for (const [at, paragraph] of paragraphs.entries()) {
    if (before > length * 0.6 && names.some((name) => isBiographyOf(name, paragraph))) return at;
    before += paragraph.length;
  }
  return paragraphs.length;
}

/** A headline is one line of words, shorter than a paragraph, that does not run on through several sentences. */
function isHeadline(line: string): boolean {
  if (line.length > LONGEST_HEADLINE || !/\p{L}/u.test(line) || findDateline(line) !== undefined) return false;
  const inner = line.match(/\p{Ll}{2}[.!?]["”»]?\s+["“«]?\p{Lu}/gu)?.length ?? 0;
  const ends = /\p{L}{2}["”»]?\.["”»]?$/u.test(line);
  if (inner > 0 && ends) return false;
  return !(ends && line.length > 120) && inner < 2;
}
