import type { Word } from './words.ts';

/** What tells when: at a clause’s head, and between a subject and its verb. */
interface Times {
  readonly opens: RegExp;
  readonly phrase: RegExp;
}

const ENGLISH =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|week|weekend|month|year|(?:19|20)\\d\\d)';
const DAY = '(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)';
const MONTH = '(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)';
const OF_A_YEAR = '(?:(?:19|20)\\d\\d (?:года|году) |этого года |прошлого года )?';

const TIMES: Readonly<Record<string, Times>> = {
  en: {
    opens: /^(?:on|in|by|since|late|early|earlier|later|last|this|the)$/u,
    phrase: new RegExp(
      `^(?:(?:late |early )?(?:on|in|by|since) (?:the |late |early |mid )?(?:${ENGLISH} )+(?:morning |afternoon |evening |night |\\d{1,2} )*|(?:last|this|earlier this|later that|earlier that|the next|the same) (?:${ENGLISH} |day |morning |afternoon |evening |night )+)`,
      'u',
    ),
  },
  ru: {
    opens: /^(?:в|во|на|\d{1,2})$/u,
    phrase: new RegExp(
      `^(?:во? (?:минувш(?:ий|ую|ее) |прошл(?:ый|ую|ое) |этот |эту |это )?${DAY} (?:утром |вечером |днём |днем |\\d{1,2} ${MONTH}[ая] )?|в ${MONTH}е ${OF_A_YEAR}|в (?:19|20)\\d\\d году |в (?:этом|прошлом|минувшем) (?:году|месяце) |на (?:этой|прошлой|минувшей|следующей) неделе |в свою очередь |в то же время |\\d{1,2} ${MONTH}[ая] ${OF_A_YEAR})`,
      'u',
    ),
  },
};

/** No such phrase has more words. */
const LONGEST = 6;

/** "On Monday", "In June 2019", "на прошлой неделе": how many of the words, from `at` on, tell when; 0 where none does. */
export function timeAt(words: readonly Word[], at: number, language: string): number {
  const times = TIMES[language];
  if (times === undefined || !times.opens.test(words[at]?.lower ?? '')) return 0;
  const head = words.slice(at, at + LONGEST).map(({ lower }) => `${lower} `);
  return (times.phrase.exec(head.join(''))?.[0].split(' ').length ?? 1) - 1;
}

/** The words without the time that they end in: "Holm on Monday". */
export function withoutTimeAtEnd(words: readonly Word[], language: string): readonly Word[] {
  for (let at = Math.max(1, words.length - LONGEST); at < words.length; at += 1) {
    const length = timeAt(words, at, language);
    if (length > 0 && at + length === words.length) return words.slice(0, at);
  }
  return words;
}

/** "In June Holm left": a month that a preposition stands before is no first name. */
export function isMonthBehind(words: readonly Word[], at: number): boolean {
  return (
    /^(?:april|may|june|august|march|january)$/u.test(words[at]?.lower ?? '') &&
    /^(?:in|since|until|by|last|this|late|early|of|during|before|after|mid)$/u.test(words[at - 1]?.lower ?? '')
  );
}
