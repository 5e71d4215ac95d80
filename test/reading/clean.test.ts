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

  test.each([
    ['By\n\nPaul Grant', 'Paul Grant'],
    ['By:\nPaul Grant, Ann Lee', 'Paul Grant, Ann Lee'],
    ['Автор\nМарина Лосева', 'Марина Лосева'],
    ['Von\nKlara Petersen', 'Klara Petersen'],
    ['Paul Grant\nStaff Writer', 'Paul Grant'],
    ['Paul Grant, Velden Press', 'Paul Grant'],
    ['Марина Лосева, корреспондент', 'Марина Лосева'],
  ])('over two lines or with a trade: %j', (lines, byline) => {
    const clean = cleanText(`Velden Gets Its Second Station\n\n${lines}\n\n${BODY}`);
    expect(clean).toMatchObject({ byline, paragraphs: [BODY] });
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
    ['time', 'Nov. 20, 2026 at 2:05 p.m.'],
    ['time', 'Friday, 20 November 2026 14:05'],
    ['time', '20 ноября, 14:05'],
    ['time', '14:05, 20 ноября 2026 г.'],
    ['time', '2026 жылғы 20 қараша'],
    ['time', 'Freitag, 20. November 2026, 14:05 Uhr'],
    ['time', '14:05'],
    ['time', '[14:20 GMT]'],
    ['caption', 'Photo courtesy of Velden Rail'],
    ['caption', 'Foto: Hafenblatt/Petersen'],
    ['caption', 'Фото автора'],
    ['caption', 'Суретті түсірген: Болат Ахметов'],
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
    'March of the fishermen',
    '20 November is a day of mourning',
    '10:30 – Opening of the gates',
    'Photographs by children hang in the hall.',
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

describe('an author’s biography at the end', () => {
  test.each([
    ['By Paul Grant', 'Paul has spent ten years reporting on railways. He lives in Velden.'],
    ['Автор: Марина Лосева', 'Марина Лосева много лет освещает транспорт для «Вестника Велдена».'],
    ['Автор: Марина Лосева', 'Марина Лосева родилась в Велдене и с 2010 года работает в «Вестнике».'],
    ['Автор: Марина Лосева', 'Об авторе: Марина Лосева пишет о транспорте.'],
    ['Von Klara Petersen', 'Klara Petersen, Jahrgang 1980, arbeitet seit 2010 beim Hafenblatt.'],
    ['Von Klara Petersen', 'Zur Autorin: Klara Petersen lebt in Velden.'],
    ['Авторы: Айгүл Сәрсенова', 'Айгүл Сәрсенова 2010 жылдан бері журналист болып жұмыс істейді.'],
  ])('%s: %s', (line, biography) => {
    const clean = cleanText(`Velden Gets Its Station\n\n${line}\n\n${BODY}\n\n${BODY}\n\n${biography}`);
    expect(clean.paragraphs).toEqual([BODY, BODY]);
    expect(clean.cut).toContainEqual({ text: biography, why: 'biography' });
  });

  test('is not about another person of the same first name', () => {
    const other = 'Paul Simonsen, an editor, said that he would take the first train.';
    const clean = cleanText(`Velden Gets Its Station\n\nBy Paul Grant\n\n${BODY}\n\n${BODY}\n\n${other}`);
    expect(clean.paragraphs).toEqual([BODY, BODY, other]);
  });
});

describe('a press release', () => {
  test.each([
    ['###\n\nAbout Velden Rail\n\nVelden Rail was founded in 1990.'],
    ['- ENDS -\n\nNotes to editors\n\n1. The station cost 40 million crowns.'],
    ['Media contact:\nPaul Grant\npress@veldenrail.example\n+1 555 0100'],
    ['Контакты для СМИ:\nМарина Лосева\nТел.: +7 700 000 00 00'],
    ['Pressekontakt:\nKlara Petersen\nTelefon: 0555 0100'],
  ])('ends at %j', (ending) => {
    const clean = cleanText(`FOR IMMEDIATE RELEASE\n\nVelden Gets Its Station\n\n${BODY}\n\n${BODY}\n\n${ending}`);
    expect(clean).toMatchObject({ headline: 'Velden Gets Its Station', paragraphs: [BODY, BODY] });
  });
});

test('the times of a live blog go, in lines of their own and before an entry', () => {
  const clean = cleanText(`Velden Storm: Live\n\n14:05\n\n${BODY}\n\n14:20 – ${BODY}\n\n3.15pm\n\n${BODY}`);
  expect(clean.paragraphs).toEqual([BODY, BODY, BODY]);
});
