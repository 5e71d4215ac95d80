import { biographyStart, findByline, isSignature, namesIn, TOP } from './author.ts';
import { isTrade, joinLoneLabels, nameBeforeBar, nameBeforeTrade, signedBy } from './byline.ts';
import { normaliseCharacters } from './characters.ts';
import { isTimeLine, timeAhead } from './date-line.ts';
import { findDateline } from './dateline.ts';
import { type CutReason, furnitureReason, isBiographyOf } from './furniture.ts';
import { paragraphsOf } from './paragraphs.ts';
import { releaseEnd } from './press-release.ts';

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

/**
 * Parts the reporting from what a page puts around it: captions and credits, bylines, the author's biography,
 * links, invitations, rights. Subheadings and lists stay. Works on a paste, a page's text or a file.
 */
export function cleanText(raw: string): CleanText {
  const all = joinLoneLabels(paragraphsOf(normaliseCharacters(raw)));
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
  const release = releaseEnd(paragraphs);
  const live = isLive(paragraphs);
  const kept: string[] = [];
  const cut: Cut[] = [];
  let source: string | undefined;
  paragraphs.forEach((text, at) => {
    source ??= /^(?:source|источник|quelle|дереккөз)\s*:\s*(.{2,60})$/iu.exec(text)?.[1];
    const why = at >= ending ? endingReason(text, byline) : at >= release ? 'furniture' : reason(text, at, byline);
    const time = live && why === undefined ? timeAhead(text) : '';
    if (time !== '') cut.push({ text: time.trim(), why: 'time' });
    if (why === undefined) kept.push(text.slice(time.length));
    else cut.push({ text, why });
  });
  return { kept, cut, byline, source };
}

/** A live blog: several entries open with a time of day. */
function isLive(paragraphs: readonly string[]): boolean {
  return paragraphs.filter((text) => isTimeLine(text) || timeAhead(text) !== '').length >= 2;
}

function reason(text: string, at: number, byline: string | undefined): CutReason | undefined {
  if (signedBy(text) !== undefined || (byline !== undefined && isSignature(text, byline))) return 'byline';
  if (at < TOP && (nameBeforeBar(text) ?? nameBeforeTrade(text)) !== undefined) return 'byline';
  if (at > 0 && at < TOP && byline !== undefined && isTrade(text)) return 'byline';
  if (/^(?:source|источник|quelle|дереккөз)\s*:.{2,60}$/iu.test(text)) return 'furniture';
  if (byline !== undefined && namesIn(byline).some((name) => isBiographyOf(name, text))) return 'biography';
  return furnitureReason(text);
}

/** What stands after the author's biography belongs to it, to the page, or is the name once more. */
function endingReason(text: string, byline: string | undefined): CutReason {
  if (byline !== undefined && isSignature(text, byline)) return 'byline';
  return furnitureReason(text) ?? 'biography';
}

/** A headline is one line of words, shorter than a paragraph, that does not run on through several sentences. */
function isHeadline(line: string): boolean {
  if (line.length > LONGEST_HEADLINE || !/\p{L}/u.test(line) || findDateline(line) !== undefined) return false;
  const inner = line.match(/\p{Ll}{2}[.!?]["”»]?\s+["“«]?\p{Lu}/gu)?.length ?? 0;
  const ends = /\p{L}{2}["”»]?\.["”»]?$/u.test(line);
  if (inner > 0 && ends) return false;
  return !(ends && line.length > 120) && inner < 2;
}
