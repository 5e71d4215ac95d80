import dateWords from './data/date-words.json' with { type: 'json' };
import { dateIn, isMonth } from './line-date.ts';

/** A line that says when a text was published is not longer than this, in UTF-16 units. */
const LONGEST = 110;

const CLOCK = String.raw`\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?`;
const ZONE = `(?:${Object.keys(dateWords.zones).join('|')}|Uhr|ET|PT|IST)(?:[+-]d{1,2})?`;

/** "14:05", "[14:05 GMT]", "3.15pm": the time of an entry, in a line of its own. */
const TIME_ALONE = new RegExp(`^[[(]?${CLOCK}(?: ${ZONE})?[\\])]?[:.]?$`, 'iu');
const TIME_AHEAD = new RegExp(`^[[(]?${CLOCK}(?: ${ZONE})?[\\])]?(?:\\s*[–—|:-]\\s+|\\.?\\s+(?=[\\p{Lu}"“«„]))`, 'iu');
const CLOCK_WORD = new RegExp(`^${CLOCK}$`, 'iu');
/** "3 hours ago", "vor 5 Minuten", "сегодня, 14:05". */
export const AGO =
  /(?:\d{1,2}|an?|one|two) (?:seconds?|secs?|hours?|hrs?|minutes?|mins?|days?|weeks?|секунд\p{L}*|минут\p{L}*|час\p{L}*|дн\p{L}*|день|сағат|минут|күн) (?:ago|назад|бұрын)|vor \d{1,2} (?:minuten?|stunden?|tagen?)|(?:today|yesterday|just now|сегодня|вчера|бүгін|кеше|heute|gestern)(?:,? (?:at |в |um )?\d{1,2}[:.]\d{2}(?: uhr)?)?/giu;
const WHOLE_AGO = new RegExp(`^(?:${AGO.source})$`, 'iu');

const LABELS = new Set(`${dateWords.published} ${dateWords.updated}`.split(' '));
const SMALL = new Set(
  `${dateWords.filler} ${dateWords.weekdays} gmt utc bst est edt cst pst pdt et pt cet cest msk мск`.split(' '),
);
const DAY = /^\d{1,2}(?:st|nd|rd|th|-го)?\.?$/u;
const NUMBER = /^\d{1,4}(?:st|nd|rd|th|-го)?\.?$/u;
const FULL_DATE =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?|[+-]\d{2}:?\d{2}|(?:gmt|utc)[+-]\d{1,2}(?::\d{2})?)$/iu;

/** True for a line that is a date and nothing else, with its label, weekday, time and zone in any order and language. */
export function isDateLine(line: string): boolean {
  if (line.length > LONGEST) return false;
  const plain = line.replace(/[()[\]|·•–—,;]/gu, ' ').trim();
  const [first, ...others] = plain.split(/\s+/u);
  const label = (first ?? '').toLowerCase().replace(/:$/u, '');
  if (LABELS.has(label) && WHOLE_AGO.test(others.join(' ').replace(/^(?:at|on) /u, ''))) return true;
  if (!/\d/u.test(line)) return false;
  if (WHOLE_AGO.test(plain)) return true;
  const words = plain.split(/\s+/u).map((word) => word.replace(/(?<=\p{L}):$/u, ''));
  const isKnown = words.every(
    (word) => isSmall(word) || isMonth(word) || FULL_DATE.test(word) || NUMBER.test(word) || CLOCK_WORD.test(word),
  );
  return (
    isKnown &&
    (LABELS.has(label) ||
      words.some((word) => FULL_DATE.test(word)) ||
      (hasMonth(words) && words.some((word) => DAY.test(word))))
  );
}

function hasMonth(words: readonly string[]): boolean {
  return words.some((word) => isMonth(word));
}

function isSmall(word: string): boolean {
  const plain = word.toLowerCase();
  return SMALL.has(plain) || SMALL.has(plain.replace(/\.$/u, '')) || LABELS.has(plain) || /^[ap]\.?m\.?$/u.test(plain);
}

/** "Updated 25 November 2026, 14:05: adds the mayor's answer": a date behind its label, and what was changed. */
export function isUpdateLine(line: string): boolean {
  const word = /^\p{L}+/u.exec(line)?.[0].toLowerCase() ?? '';
  const date = LABELS.has(word) ? dateIn(line.slice(0, 80)) : undefined;
  return date !== undefined && date.start < 40 && /^[\s)\]]*[:–—-]\s/u.test(line.slice(date.end));
}

/** True for a line that is a time of day and nothing else, as over the entries of a live blog. */
export function isTimeLine(line: string): boolean {
  return TIME_ALONE.test(line) || (/\d/u.test(line) && WHOLE_AGO.test(line));
}

/** A shorter entry is a point of a programme ("10:30 – Opening"), whose time belongs to it. */
const SHORTEST_ENTRY = 60;

/** The time with which an entry of a live blog opens ("15:10 – The council met …"), with the dash; '' for none. */
export function timeAhead(paragraph: string): string {
  return paragraph.length < SHORTEST_ENTRY ? '' : (TIME_AHEAD.exec(paragraph)?.[0] ?? '');
}
