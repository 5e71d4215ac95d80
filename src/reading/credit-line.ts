import { isTrade, signedBy, sourceInByline } from './byline.ts';
import dateWords from './data/date-words.json' with { type: 'json' };
import sections from './data/sections.json' with { type: 'json' };
import { AGO } from './date-line.ts';
import { dateIn } from './line-date.ts';
import { isOutlet } from './outlet.ts';
import { isPersonName } from './person-name.ts';

/** What a line of credits gives: who wrote, for whom, where and when. */
export interface Credits {
  readonly byline: string | undefined;
  readonly source: string | undefined;
  /** "Velden, 24 November 2026" in a line of its own. */
  readonly dateline: string | undefined;
  readonly dates: readonly CreditDate[];
  /** A word stands in it that is a place or a section only because a date stands beside it. */
  readonly isLoose: boolean;
  /** It names a paper or a trade, or says "By"; else a name in it may be anybody's. */
  readonly isSigned: boolean;
}

export interface CreditDate {
  /** A day or an instant, as `LineDate` gives it. */
  readonly iso: string;
  readonly label: 'published' | 'updated' | 'none';
}

/** One piece of a line, between bars or commas. */
type Piece = Partial<Omit<Credits, 'isLoose' | 'isSigned'>> & { readonly proves?: boolean; readonly isLoose?: boolean };

/** No line of credits is longer than this, in UTF-16 units. */
const LONGEST = 200;

const PUBLISHED = wordSet(dateWords.published);
const UPDATED = wordSet(dateWords.updated);
const FILLER = wordSet(`${dateWords.filler} ${dateWords.weekdays}`);
const SECTIONS = new Set(Object.values(sections).flat());

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

const SEPARATOR = /\s*[|·•]\s*|\s+[–—/-]\s+/u;
const READING_TIME =
  /(?:\d{1,3}|one|two) ?(?:min(?:ute)?s?|мин(?:ут\p{L}*)?|minuten?)\.?(?: read(?:ing time)?| чтения| lesezeit)?(?!\p{L})|(?:reading time|время чтения|lesezeit|оқу уақыты)/giu;

/**
 * Takes a line of credits apart ("By Paul Grant, Velden Press | 24 November 2026, 14:05 | 3 min read"). Undefined for a
 * line in which anything else stands, and for a name that neither a date nor a paper, a trade or a "By" stands beside.
 */
export function creditsOf(line: string): Credits | undefined {
  if (line.length > LONGEST || /[!?…]/u.test(line)) return undefined;
  const pieces: Piece[] = [];
  const isDated = dateIn(line) !== undefined;
  for (const segment of segmentsOf(line)) {
    const found = piecesOf(segment, isDated);
    if (found === undefined) return undefined;
    pieces.push(...found);
  }
  const dates = pieces.flatMap((piece) => piece.dates ?? []);
  const byline = pieces.find((piece) => piece.byline !== undefined)?.byline;
  if (dates.length === 0 && (byline === undefined || !pieces.some(({ proves }) => proves))) return undefined;
  return {
    byline,
    source: pieces.find(({ source }) => source !== undefined)?.source,
    dateline: pieces.find(({ dateline }) => dateline !== undefined)?.dateline,
    dates,
    isSigned: pieces.some(({ proves }) => proves === true),
    isLoose: pieces.some((piece) => piece.isLoose === true),
  };
}

/** The line in pieces that hold one date each: parted at bars, dots and dashes, and behind a date where another label follows. */
function segmentsOf(line: string): string[] {
  return line.split(SEPARATOR).flatMap((segment) => {
    const date = dateIn(segment);
    const rest = date === undefined ? '' : segment.slice(date.end).trim();
    const goesOn = dateIn(rest) !== undefined || labelOf(rest) !== 'none';
    return date === undefined || !goesOn ? [segment] : [segment.slice(0, date.end), ...segmentsOf(rest)];
  });
}

/** Undefined where something in the segment is no credit. */
function piecesOf(segment: string, isDated: boolean): Piece[] | undefined {
  const date = dateIn(segment);
  const signed = date === undefined ? signedBy(segment) : undefined;
  if (signed !== undefined) return [{ byline: signed, source: sourceInByline(segment), proves: true }];
  const ahead = segment.slice(0, date?.start);
  const behind = date === undefined ? '' : segment.slice(date.end);
  const pieces: Piece[] = date === undefined ? [] : [{ dates: [{ iso: date.iso, label: labelOf(ahead) }] }];
  for (const [at, text] of [ahead, behind].entries()) {
    for (const name of namesIn(withoutTimes(text), isDated)) {
      const opens = date !== undefined && at === 0 && segment.startsWith(name);
      const piece = pieceOf(name) ?? (isDated && PLACE.test(name) ? placeOf(segment, opens) : undefined);
      if (piece === undefined) return undefined;
      pieces.push(piece);
    }
  }
  return pieces;
}

const PLACE = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}$/u;

/** A place, or the name of a section: nothing else stands by a date. Only ahead of it, with a comma, is it a dateline. */
function placeOf(segment: string, opens: boolean): Piece {
  return opens ? { dateline: segment.replace(/[\s,.]+$/u, ''), isLoose: true } : { isLoose: true };
}

function withoutTimes(text: string): string {
  return text.replace(READING_TIME, ' ').replace(AGO, ' ');
}

function labelOf(text: string): CreditDate['label'] {
  const words = text.toLowerCase().split(/[\s,;:.()[\]]+/u);
  if (words.some((word) => UPDATED.has(word))) return 'updated';
  return words.some((word) => PUBLISHED.has(word)) ? 'published' : 'none';
}

/** What stands between commas, without the labels, weekdays and small words around it. */
function namesIn(text: string, dated: boolean): string[] {
  return text
    .split(/[,;]/u)
    .map((part) => (signedBy(part.trim()) === undefined ? withoutSmallWords(part.trim(), dated) : part.trim()))
    .filter((part) => part !== '');
}

function withoutSmallWords(part: string, dated: boolean): string {
  const words = part.split(/[\s:()[\]]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (!dated && !words.every(isSmall)) return part;
  while (words.length > 0 && isSmall(words[0] ?? '')) words.shift();
  while (words.length > 0 && isSmall(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

function isSmall(word: string): boolean {
  const plain = word.toLowerCase().replace(/\.$/u, '');
  return PUBLISHED.has(plain) || UPDATED.has(plain) || FILLER.has(plain) || FILLER.has(`${plain}.`);
}

function pieceOf(name: string): Piece | undefined {
  const signed = signedBy(name);
  if (signed !== undefined) return { byline: signed, proves: true };
  const outlet = name.replace(/^(?:by|source|источник|quelle|дереккөз|for|для|für) /iu, '');
  if (isOutlet(outlet)) return { source: outlet, proves: true };
  if (isTrade(name)) return { proves: true };
  if (SECTIONS.has(name.toLowerCase())) return {};
  return isPersonName(name) ? { byline: name } : undefined;
}
