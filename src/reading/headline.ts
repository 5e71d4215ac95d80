import { creditsOf } from './credit-line.ts';
import sections from './data/sections.json' with { type: 'json' };
import { findDateline } from './dateline.ts';
import { furnitureReason } from './furniture.ts';
import { isOutlet } from './outlet.ts';

/** A headline is not longer than this many characters. */
const LONGEST = 200;
/** So many labels may stand over it. */
const MOST_KICKERS = 3;
const SECTIONS = new Set(Object.values(sections).flat());

/** True for the name of a paper's section ("Politics", «Общество», "Home > World") and nothing else. */
export function isSection(line: string): boolean {
  const parts = line.toLowerCase().split(/\s*[|/>»›·•:]\s*/u);
  return line !== '' && parts.every((part) => part === '' || SECTIONS.has(part));
}

/** A headline is one line of words, shorter than a paragraph, that does not run on through several sentences. */
export function isHeadline(line: string): boolean {
  if (line.length > LONGEST || !/\p{L}/u.test(line) || findDateline(line) !== undefined) return false;
  const inner = line.match(/\p{Ll}{2}[.!?]["”»]?\s+["“«]?\p{Lu}/gu)?.length ?? 0;
  const ends = /\p{L}{2}["”»]?\.["”»]?$/u.test(line);
  if (inner > 0 && ends) return false;
  return !(ends && line.length > 120) && inner < 2;
}

/** "Headline: …", "Тема: …": what a form or a mail puts ahead of it. */
const LABEL =
  /^(?:headline|title|subject|заголовок|тема|тақырып|titel|betreff|überschrift|sarlavha|сарлавҳа)\s*:\s+(?=\S)/iu;

/** A headline without the label of a form or a mail ahead of it. */
export function withoutLabel(line: string): string {
  return line.replace(LABEL, '');
}

/** How many section names and labels stand over the headline: "EUROPE", "World news", "For immediate release". */
export function countKickers(paragraphs: readonly string[]): number {
  let count = 0;
  while (count < MOST_KICKERS && isKicker(paragraphs[count] ?? '', paragraphs[count + 1] ?? '')) count += 1;
  return count;
}

function isKicker(line: string, next: string): boolean {
  if (isSection(line)) return next !== '';
  if (isOutlet(line)) return isHeadline(next);
  const short = line.length <= 30 && line.split(' ').length <= 2 && line === line.toUpperCase() && /\p{Lu}/u.test(line);
  return short && isHeadline(next) && next.split(' ').length >= 3 && next !== next.toUpperCase();
}

/** The widest line of a headline that was broken into several, in UTF-16 units. */
const WIDEST_LINE = 60;
const FEWEST_LINES = 3;

/**
 * True for lines that together are one headline, set as a poem is: three or more short ones that end like no
 * sentence and give no credits, over a text.
 */
export function isBrokenHeadline(lines: readonly string[]): boolean {
  if (lines.length < FEWEST_LINES || lines.join(' ').length > LONGEST) return false;
  return lines.every(
    (line, at) =>
      line.length <= WIDEST_LINE &&
      !(/[.!?…:]["”»]?$/u.test(line) && at < lines.length - 1) &&
      !/^[-•*–—·\d]/u.test(line) &&
      creditsOf(line) === undefined &&
      furnitureReason(line) === undefined &&
      !SECTIONS.has(line.toLowerCase()),
  );
}
