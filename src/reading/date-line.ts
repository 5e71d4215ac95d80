/** A line that says when a text was published is not longer than this, in UTF-16 units. */
const LONGEST = 70;

const CLOCK = String.raw`\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?`;
const ZONE = String.raw`(?:GMT|UTC|BST|EST|EDT|CET|CEST|MSK|МСК|Uhr)(?:[+-]\d{1,2})?`;

/** "14:05", "[14:05 GMT]", "3.15pm": the time of an entry, in a line of its own. */
const TIME_ALONE = new RegExp(`^[[(]?${CLOCK}(?: ${ZONE})?[\\])]?[:.]?$`, 'iu');
const TIME_AHEAD = new RegExp(`^[[(]?${CLOCK}(?: ${ZONE})?[\\])]?\\s*[–—-]\\s+`, 'iu');

const MONTH =
  /^(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|январ[яь]|феврал[яь]|марта?|апрел[яь]|ма[яй]|июн[яь]|июл[яь]|августа?|сентябр[яь]|октябр[яь]|ноябр[яь]|декабр[яь]|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)\.?$/iu;
const WEEKDAY =
  /^(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі)\.?$/iu;
const FULL_DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})\.?$/u;
const SMALL =
  /^(?:\d{1,4}(?:st|nd|rd|th|\.)?|at|on|am|um|в|the|of|г\.?|года?|ж\.?|жыл(?:ғы|ы)?|сағат|uhr|gmt|utc|bst|est|edt|cet|msk|мск|[ap]\.?m\.?|[|–—·•-])$/iu;

/** True for a line that is a date and nothing else, with its weekday, time and zone in any order and language. */
export function isDateLine(line: string): boolean {
  if (line.length > LONGEST || !/\d/u.test(line)) return false;
  const words = line.split(/[\s,]+/u).filter((word) => word !== '');
  const clock = new RegExp(`^${CLOCK}$`, 'iu');
  const dated =
    words.some((word) => FULL_DATE.test(word)) || (words.length > 1 && words.some((word) => MONTH.test(word)));
  return (
    dated &&
    words.every(
      (word) => MONTH.test(word) || WEEKDAY.test(word) || FULL_DATE.test(word) || SMALL.test(word) || clock.test(word),
    )
  );
}

/** True for a line that is a time of day and nothing else, as over the entries of a live blog. */
export function isTimeLine(line: string): boolean {
  return TIME_ALONE.test(line);
}

/** A shorter entry is a point of a programme ("10:30 – Opening"), whose time belongs to it. */
const SHORTEST_ENTRY = 60;

/** The time with which an entry of a live blog opens ("15:10 – The council met …"), with the dash; '' for none. */
export function timeAhead(paragraph: string): string {
  return paragraph.length < SHORTEST_ENTRY ? '' : (TIME_AHEAD.exec(paragraph)?.[0] ?? '');
}
