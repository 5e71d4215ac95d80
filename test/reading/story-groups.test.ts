import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoryTraits } from '../../src/news/story-traits.ts';
import { commonnessOf, groupStories, type Told } from '../../src/reading/story-groups.ts';
import { storyTraits } from '../../src/reading/story-traits.ts';
import { toldTexts } from './told-texts.ts';

const HOUR = 3_600_000;
const SETS = [...toldTexts('rewrites'), ...toldTexts('events')].map(({ name, texts }) => ({
  name,
  traits: texts.map(storyTraits),
}));
const NO_TRAITS: StoryTraits = { language: 'en', terms: {}, marks: [] };
const NOTHING_KNOWN = commonnessOf([]);
const KNOWN = commonnessOf(SETS.flatMap(({ traits }) => traits));

function told(traits: StoryTraits, id: number, changes: Partial<Told> = {}): Told {
  return { id, traits, countries: ['KZ'], at: 0, ...changes };
}

const isApart = ({ name }: { name: string }) => /apart|same-topic/.test(name);

describe.each([
  ['a newsroom that knows what is common', KNOWN],
  ['a newsroom on its first day', NOTHING_KNOWN],
])('%s', (_, commonness) => {
  it.each(SETS.filter((set) => !isApart(set)))('tells one event as one story: $name', ({ traits }) => {
    const articles = traits.map((one, at) => told(one, at + 1));
    expect(groupStories(articles, commonness)).toEqual([articles.map(({ id }) => id)]);
  });

  it.each(SETS.filter(isApart))('tells two events as two stories: $name', ({ traits }) => {
    const articles = traits.map((one, at) => told(one, at + 1));
    expect(groupStories(articles, commonness)).toEqual(articles.map(({ id }) => [id]));
  });
});

describe('stories', () => {
  const all = SETS.flatMap(({ name, traits }) => traits.map((one) => ({ name, traits: one })));

  it('are told apart among all that a month has brought', () => {
    const groups = groupStories(
      all.map(({ traits }, at) => told(traits, at + 1)),
      KNOWN,
    );
    const named = groups.map((group) => new Set(group.map((id) => all[id - 1]?.name)));
    expect(named.filter((names) => names.size > 1)).toEqual([]);
    const together = SETS.filter((set) => !isApart(set));
    const whole = groups.filter((group) => group.length > 1).map((group) => all[(group[0] ?? 0) - 1]?.name);
    expect(whole).toEqual(together.map(({ name }) => name));
  });

  it('of one event are told apart where days lie between them', () => {
    const [one, other] = SETS.find(({ name }) => name === 'together-bank-ru')?.traits ?? [];
    if (!one || !other) throw new Error('the texts are there');
    const grouped = (hours: number) => groupStories([told(one, 1), told(other, 2, { at: hours * HOUR })], KNOWN);
    expect(grouped(72)).toEqual([[1, 2]]);
    expect(grouped(73)).toEqual([[1], [2]]);
  });
});

const terms = fc.dictionary(fc.constantFrom(...'abcdefghijkl'), fc.constantFrom(2, 3, 4), { minKeys: 3 });
const traits = fc.record({
  language: fc.constantFrom('en', 'ru'),
  terms,
  marks: fc.constant<string[]>([]),
});
const article = fc
  .record({
    traits,
    countries: fc.uniqueArray(fc.constantFrom('KZ', 'UZ', 'BY'), { minLength: 1 }),
    at: fc.integer({ min: 0, max: 120 }).map((hours) => hours * HOUR),
  })
  .map(
    (one): Omit<Told, 'id'> => ({
      ...one,
      traits: { ...one.traits, marks: Object.keys(one.traits.terms).slice(0, 6) },
    }),
  );
/** Reports of one event over two weeks: each is as much like the one before as like the one after. */
const chain = fc
  .array(fc.nat({ max: 8 }), { maxLength: 14 })
  .map((days) => days.map((day, at) => told(SETS[0]?.traits[0] ?? NO_TRAITS, at + 1, { at: day * 40 * HOUR })));
const articles = fc
  .array(article, { maxLength: 14 })
  .map((list) => list.map((one, at): Told => ({ ...one, id: at + 1 })));

describe('the grouping', () => {
  it('loses no article, and has none twice', () => {
    fc.assert(
      fc.property(articles, (list) => {
        const ids = groupStories(list, NOTHING_KNOWN).flat();
        expect(ids.toSorted((a, b) => a - b)).toEqual(list.map(({ id }) => id));
      }),
    );
  });

  it('is the same in whatever order the articles come', () => {
    fc.assert(
      fc.property(
        fc
          .oneof(articles, chain)
          .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(groupStories(shuffled, NOTHING_KNOWN)).toEqual(groupStories(list, NOTHING_KNOWN));
        },
      ),
    );
  });

  it('puts together only what is near in time to the one in the middle, so within twice three days', () => {
    fc.assert(
      fc.property(articles, (list) => {
        for (const group of groupStories(list, NOTHING_KNOWN)) {
          const times = group.map((id) => list[id - 1]?.at ?? 0);
          expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(144 * HOUR);
        }
      }),
    );
  });

  it('asks more of two articles that have no country in common', () => {
    fc.assert(
      fc.property(article, article, (one, other) => {
        const pair = (countries: string[]) =>
          groupStories(
            [
              { ...one, id: 1, countries: ['KZ'] },
              { ...other, id: 2, countries },
            ],
            NOTHING_KNOWN,
          ).length;
        // Fewer groups at home than abroad, never more.
        expect(pair(['KZ', 'UZ'])).toBeLessThanOrEqual(pair(['UZ', 'BY']));
      }),
    );
  });

  it('tells one event in two countries where it is plainly the same, and keeps apart what is only alike', () => {
    const find = (name: string) => SETS.find((set) => set.name === name)?.traits ?? [];
    const abroad = (pair: readonly StoryTraits[]) =>
      groupStories(
        pair.slice(0, 2).map((one, at) => told(one, at + 1, { countries: [['KZ'], ['UZ']][at] ?? [] })),
        KNOWN,
      );
    expect(abroad(find('ru-reworded-bridge'))).toEqual([[1, 2]]);
    expect(abroad(find('kk-same-event-flood'))).toEqual([[1], [2]]);
  });
});

describe('the traits of an article', () => {
  const read = (headline: string, body: string, language: string) => storyTraits({ headline, body, language });

  it('are its names in Latin letters, its figures and its days', () => {
    const russian = read(
      'Мост',
      'Мост через Ишим закрыл аким Серик Мукашев, ремонт к 12 ноября стоит 2,7 млрд тенге.',
      'ru',
    );
    expect(russian.marks).toEqual(expect.arrayContaining(['ishim', 'serik', 'mukas', '#2700000000', '~12 noa']));
    const english = read(
      'Bridge',
      'The bridge over the Ishim was closed by Serik Mukashev; repairs cost 2.7 billion.',
      'en',
    );
    expect(english.marks).toEqual(expect.arrayContaining(['ishim', 'serik', 'mukas', '#2700000000']));
  });

  it('are not the country, its capital, or words that are in every article', () => {
    const { terms } = read(
      'Kazakhstan',
      'In Astana, the minister said on Monday that Kazakhstan had 3 reasons in 2026.',
      'en',
    );
    expect(Object.keys(terms)).toEqual(['reaso']);
  });
});
