import type { Span } from '../news/quote.ts';
import { type Day, daysFromToday, directionOf, isYearWord, mayBeOfCalendar, monthOf, weekdayOf } from './calendar.ts';

/** A date as a text gives it, as much of it as stands there. */
export interface DateInText extends Span {
  readonly text: string;
  readonly day: number | undefined;
  readonly month: number | undefined;
  readonly year: number | undefined;
  /** Monday is 1. */
  readonly weekday: number | undefined;
  /** Days from today. */
  readonly daysOff: number | undefined;
  /** Years from this one. */
  readonly yearsOff: number | undefined;
  /** -1 behind "last", 1 behind "next". */
  readonly direction: number;
  /** Its sentence tells of what is to come. */
  readonly ahead: boolean;
}

interface Token extends Span {
  readonly text: string;
}

const TOKEN = /\p{N}{1,4}(?:[./-]\p{N}{1,2}[./-]\p{N}{2,4})(?!\p{N})|\p{N}+(?:[.,]\p{N}+)*|\p{L}+/gu;
const NOTHING = {
  day: undefined,
  month: undefined,
  year: undefined,
  weekday: undefined,
  daysOff: undefined,
  yearsOff: undefined,
};

/** The dates of a text, in order: "20 November 2026", "қарашаның 20-сы", "last Tuesday", "вчера", "2026-11-20", "last year". */
export function datesIn(text: string): DateInText[] {
  const tokens = Array.from(
    text.matchAll(TOKEN),
    (match): Token => ({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
  return tokens.flatMap((_, at) => dateAt(text, tokens, at) ?? []);
}

function dateAt(text: string, tokens: readonly Token[], at: number): DateInText | undefined {
  const token = tokens[at];
  if (token === undefined || !(mayBeOfCalendar(token.text) || /[./-]/u.test(token.text))) return undefined;
  const before = tokens[at - 1];
  const direction = directionOf(before?.text ?? '');
  const alone = { text: token.text, start: token.start, end: token.end, direction, ahead: isAhead(text, token) };
  if (/^\p{N}/u.test(token.text)) {
    const day = numericDay(token.text);
    return day === undefined ? undefined : { ...alone, ...NOTHING, ...day };
  }
  const besideNumber = [before, tokens[at + 1]].some((other) => /^\p{N}{1,2}$/u.test(other?.text ?? ''));
  const month = monthOf(token.text, besideNumber);
  if (month !== undefined) return aroundMonth(text, tokens, at, month, direction);
  const weekday = weekdayOf(token.text, before?.text ?? '');
  if (weekday !== undefined) return { ...alone, ...NOTHING, weekday };
  const daysOff = daysFromToday(token.text);
  if (daysOff !== undefined) return { ...alone, ...NOTHING, daysOff };
  if (direction !== 0 && isYearWord(token.text)) return { ...alone, ...NOTHING, yearsOff: direction };
  return undefined;
}

/** "Nov 20, 2026", "the 3rd of May", "20 ноября 2026", "қарашаның 20-сы". */
function aroundMonth(text: string, tokens: readonly Token[], at: number, month: number, direction: number): DateInText {
  const own = tokens[at];
  const [start, end] = [own?.start ?? 0, own?.end ?? 0];
  const ahead = tokens.slice(Math.max(0, at - 3), at).findLast(({ text: word }) => !isFiller(word));
  const [first, second] = tokens.slice(at + 1, at + 5).filter(({ text: word }) => !isFiller(word));
  const dayAhead = dayIn(ahead, start - (ahead?.end ?? 0));
  const dayBehind = dayAhead === undefined ? dayIn(first, (first?.start ?? 0) - end) : undefined;
  const span = {
    start: dayAhead === undefined ? start : (ahead?.start ?? start),
    end: dayBehind === undefined ? end : (first?.end ?? end),
  };
  return {
    text: text.slice(span.start, span.end),
    ...span,
    ...NOTHING,
    month,
    day: dayAhead ?? dayBehind,
    year: yearIn(dayBehind === undefined ? first : second),
    direction,
    ahead: false,
  };
}

/** So far from a weekday its sentence is looked at, in UTF-16 units. */
const REACH = 120;
const TO_COME =
  /(?<!\p{L})(?:will|would|(?:is|are|due|set|expected|planned) to|could|may|wird|werden|soll|будет|будут|состоится|пройдёт|пройдет|начнётся|начнется|планирует|должн\p{L}|болады|өтеді|бастайды|ашылады)(?!\p{L})/iu;

function isAhead(text: string, { start, end }: Span): boolean {
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(/[.!?\n]/u)
      .at(-1) ?? '';
  const after = text.slice(end, end + REACH).split(/[.!?\n]/u)[0] ?? '';
  return TO_COME.test(`${before} ${after}`);
}

/** Stands between the parts of a date. */
function isFiller(word: string): boolean {
  return /^(?:st|nd|rd|th|of|го|сы|сі|ы|і)$/u.test(word);
}

function dayIn(token: Token | undefined, gap: number): number | undefined {
  if (token === undefined || gap > 6 || !/^\p{N}{1,2}$/u.test(token.text)) return undefined;
  const day = Number(token.text);
  return day >= 1 && day <= 31 ? day : undefined;
}

function yearIn(token: Token | undefined): number | undefined {
  return token !== undefined && /^(?:1[89]|20)\p{N}{2}$/u.test(token.text) ? Number(token.text) : undefined;
}

function numericDay(text: string): Day | undefined {
  const [one, two, three] = text.split(/[./-]/u).map(Number);
  if (one === undefined || two === undefined || three === undefined) return undefined;
  const day =
    one > 31
      ? { year: one, month: two, day: three }
      : { year: three < 100 ? 2000 + three : three, month: two, day: one };
  return day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= 31 ? day : undefined;
}
