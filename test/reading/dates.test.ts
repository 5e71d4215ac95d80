import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/reading/calendar.ts';
import { timeEvidence } from '../../src/reading/date-claims.ts';
import { datesIn } from '../../src/reading/dates.ts';
import { daysMeant } from '../../src/reading/days-meant.ts';
import { checkSentence } from '../../src/reading/grounding.ts';

/** A Wednesday. */
const TODAY = { year: 2026, month: 11, day: 25 };

describe('a date means', () => {
  test.each([
    ['November 20, 2026', [{ year: 2026, month: 11, day: 20 }]],
    ['the 3rd of May', [{ year: 2027, month: 5, day: 3 }]],
    ['on 20 November', [{ year: 2026, month: 11, day: 20 }]],
    ['20.11.2026', [{ year: 2026, month: 11, day: 20 }]],
    ['2026-11-20', [{ year: 2026, month: 11, day: 20 }]],
    ['am 20. November', [{ year: 2026, month: 11, day: 20 }]],
    ['20 ноября', [{ year: 2026, month: 11, day: 20 }]],
    ['қарашаның 20-сы', [{ year: 2026, month: 11, day: 20 }]],
    ['yesterday', [{ year: 2026, month: 11, day: 24 }]],
    ['вчера', [{ year: 2026, month: 11, day: 24 }]],
    ['ертең', [{ year: 2026, month: 11, day: 26 }]],
    ['on Tuesday', [{ year: 2026, month: 11, day: 24 }]],
    ['дүйсенбіде', [{ year: 2026, month: 11, day: 23 }]],
    ['в пятницу', [{ year: 2026, month: 11, day: 20 }]],
  ])('%s', (text, days) => {
    const [date] = datesIn(text);
    expect(date && daysMeant(date, TODAY)).toEqual(days.map(dayNumber));
  });

  test('the last or the next weekday where its sentence tells of what is to come', () => {
    const [date] = datesIn('They will meet on Friday.');
    expect(date && daysMeant(date, TODAY)).toEqual([
      dayNumber({ year: 2026, month: 11, day: 20 }),
      dayNumber({ year: 2026, month: 11, day: 27 }),
    ]);
  });
});

test('takes neither "may" nor an environment for a date', () => {
  expect(datesIn('We may march; окружающая среда')).toEqual([]);
});

test('counts from the first full date of an article that has no other', () => {
  const { today } = timeEvidence('Velden, 20 November 2026 — The council met on Thursday.', undefined);
  expect(today).toMatchObject({ year: 2026, month: 11, day: 20 });
});

describe('a date is found in an article that gives it otherwise', () => {
  const article = 'The council of Velden met on Monday. It was elected last year, on 4 May.';
  test.each([
    ['The council of Velden met on November 23.', true],
    ['The council of Velden met on November 24.', false],
    ['The council was elected in 2025.', true],
    ['The council was elected in May 2025.', true],
    ['The council was elected on May 14.', false],
  ])('%s', (sentence, supported) => {
    expect(checkSentence(article, sentence, TODAY).supported).toBe(supported);
  });
});
