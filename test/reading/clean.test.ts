import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/reading/clean.ts';
import { findDateline } from '../../src/reading/dateline.ts';
import { furnitureReason } from '../../src/reading/furniture.ts';

const BODY =
  'The council of Velden approved the plan for a second railway station on Monday after a debate that lasted nine hours. Construction is to begin in April.';

describe('the byline', () => {
  test.each([
    ['By Paul Grant', 'Paul Grant'],
    ['By Paul Grant, Staff Writer', 'Paul Grant'],
    ['BY PAUL GRANT', 'PAUL GRANT'],
    ['By Paul Grant and Ann Lee', 'Paul Grant and Ann Lee'],
    ['Автор: Марина Лосева', 'Марина Лосева'],
    ['Von Klara Petersen', 'Klara Petersen'],
    ['Paul Grant | Velden', 'Paul Grant'],
    ['Paul Grant', 'Paul Grant'],
  ])('%s', (line, byline) => {
    const clean = cleanText(`Velden Gets Its Second Station\n\n${line}\n\n${BODY}`);
    expect(clean.byline).toBe(byline);
    expect(clean.paragraphs).toEqual([BODY]);
    expect(clean.cut).toContainEqual({ text: line, why: 'byline' });
  });

  test('is read from a wire’s credits', () => {
    const clean = cleanText(`Velden Gets Its Station\n\n${BODY}\n\n(Reporting by Paul Grant; Editing by Ann Lee)`);
    expect(clean.byline).toBe('Paul Grant');
  });

  test('is none where a sentence begins with "By"', () => {
    const clean = cleanText(`Velden Gets Its Station\n\n${BODY}\n\nBy Monday the money must be found.`);
    expect(clean.byline).toBeUndefined();
    expect(clean.paragraphs).toHaveLength(2);
  });
});

describe('the dateline', () => {
  test.each([
    ['ASTANA, Nov 20 (Steppe Wire) — The council met.', 'ASTANA, Nov 20 (Steppe Wire)', 'Steppe Wire'],
    ['VELDEN (Reuters) - The council met.', 'VELDEN (Reuters)', 'Reuters'],
    ['NEW YORK — The council met.', 'NEW YORK', undefined],
    ['АСТАНА, 20 ноября — Совет собрался.', 'АСТАНА, 20 ноября', undefined],
    ['АЛМАТЫ. 20 қараша. ДалаАқпарат – Кеңес өтті.', 'АЛМАТЫ. 20 қараша. ДалаАқпарат', 'ДалаАқпарат'],
    ['Berlin (dpa) - Der Rat tagte.', 'Berlin (dpa)', 'dpa'],
    ['Velden, 20 November 2026 – The council met.', 'Velden, 20 November 2026', undefined],
  ])('%s', (paragraph, text, source) => {
    expect(findDateline(paragraph)).toMatchObject({ text, source });
  });

  test.each([
    'Kazakhstan and Belarus – two neighbours – met.',
    'The UN — and others — met.',
    'Ministers met on Monday - and left.',
    'He said no — twice.',
  ])('%s has none', (paragraph) => {
    expect(findDateline(paragraph)).toBeUndefined();
  });

  test('is taken from the body', () => {
    const clean = cleanText(`Velden Gets Its Station\n\nVELDEN, Nov 20 (Steppe Wire) — ${BODY}`);
    expect(clean).toMatchObject({
      dateline: 'VELDEN, Nov 20 (Steppe Wire)',
      source: 'Steppe Wire',
      paragraphs: [BODY],
    });
  });
});

describe('furniture', () => {
  test.each([
    ['caption', 'Photo: The council chamber in Velden'],
    ['caption', 'Mayor Ida Holm; image: Velden Press, Ann Lee'],
    ['caption', 'People walk past the town hall last week. (Getty Images)'],
    ['caption', 'Фото: пресс-служба города'],
    ['caption', 'Сурет: қала әкімдігі'],
    ['caption', 'The mayor pictured at the opening in Velden'],
    ['furniture', 'Read more: Why the old station is too small'],
    ['furniture', 'View more articles from Paul Grant'],
    ['furniture', 'Share this article'],
    ['furniture', 'Sign up for our newsletter to get the news every morning.'],
    ['furniture', '© 2026 Velden Press. All rights reserved.'],
    ['furniture', 'https://velden.example.com/station?utm_source=feed'],
    ['furniture', 'www.velden.example.com'],
    ['furniture', 'Читайте также: Старый вокзал закроют'],
    ['furniture', 'Подписывайтесь на наш канал'],
    ['furniture', 'Lesen Sie auch: Der alte Bahnhof'],
    ['furniture', 'Тағы оқыңыз: Ескі вокзал жабылады'],
    ['time', '4 hours ago'],
    ['time', 'Updated: 11:27 EST, 26 December 2023'],
    ['time', '20 November 2026, 14:05'],
  ])('%s: %s', (why, line) => {
    expect(furnitureReason(line)).toBe(why);
  });

  test.each([
    'Share prices of the railway fell by a tenth on Monday.',
    'Reading the plan took the council nine hours.',
    'What happens next',
    '- a bridge for bicycles',
    'Photographs of the old station were shown in the town hall.',
    'Comments by the mayor angered the opposition.',
    'Подробнее мэр рассказал о проекте на встрече с жителями.',
    'Donated blood is short in Velden.',
  ])('stays: %s', (line) => {
    expect(furnitureReason(line)).toBeUndefined();
  });

  test('an author’s biography goes wherever it stands, and what follows it at the end', () => {
    const clean = cleanText(
      `Velden Gets Its Station\n\nBy Paul Grant\n\nPaul Grant covers railways for Velden Press.\n\n${BODY}\n\n${BODY}\n\nPaul Grant is a journalist in Velden.\n\nHis book on stations came out in 2019.`,
    );
    expect(clean.paragraphs).toEqual([BODY, BODY]);
    expect(clean.cut.filter(({ why }) => why === 'biography')).toHaveLength(3);
  });
});

describe('the headline', () => {
  test('stands under a label and above a caption', () => {
    const clean = cleanText(
      `EUROPE\n\nPhoto: The chamber. Reuters/Ann Lee\n\nVelden Gets Its Second Station\n\n${BODY}`,
    );
    expect(clean.headline).toBe('Velden Gets Its Second Station');
  });

  test('may end in a full stop or be a question', () => {
    expect(cleanText(`Velden gets its station.\n\n${BODY}`).headline).toBe('Velden gets its station.');
    expect(cleanText(`Will Velden get its station?\n\n${BODY}`).headline).toBe('Will Velden get its station?');
  });

  test('is none where the text opens with a paragraph', () => {
    expect(cleanText(`${BODY}\n\n${BODY}`).headline).toBeUndefined();
  });

  test('is never the dateline’s paragraph', () => {
    expect(cleanText(`VELDEN, Nov 20 (Steppe Wire) — The council met.\n\n${BODY}`).headline).toBeUndefined();
  });
});

test('subheadings and lists stay', () => {
  const clean = cleanText(`Velden Gets Its Station\n\n${BODY}\n\nWhat is planned\n\n- a second platform\n- a bridge`);
  expect(clean.paragraphs).toEqual([BODY, 'What is planned', '- a second platform', '- a bridge']);
});
