import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Articles } from '../../src/news/articles.ts';
import { createArticles } from '../../src/store/articles.ts';
import { type ArticleOverrides, anArticle } from '../support/articles.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');

async function publish(articles: Articles, overrides: ArticleOverrides): Promise<number> {
  const { id } = await articles.file(anArticle(overrides));
  await articles.publish(id, 1, NOW, 'published');
  return id;
}

const found = async (articles: Articles, words: string, offset = 0, limit = 10) =>
  (await articles.search(words, offset, limit)).map(({ id }) => id);

onEachDatabase('full-text search', (open) => {
  it('finds whole words in any script, letter case and accent', async () => {
    const articles = createArticles(await open());
    const russian = await publish(articles, { headline: 'Ёлки вокруг озера', body: 'Министр Ильмар Соколов приехал.' });
    const kazakh = await publish(articles, { headline: 'Су бөлінді', body: 'Өзен кеңесі Қызылжарда өтті.' });
    const french = await publish(articles, { headline: 'Un lac partagé', body: 'Les élèves ont voté à Ostréva.' });
    const chinese = await publish(articles, { headline: '湖水', body: '议会同意分享湖水。' });
    expect(await found(articles, 'СОКОЛОВ')).toEqual([russian]);
    expect(await found(articles, 'елки')).toEqual([russian]);
    expect(await found(articles, 'ӨЗЕН қызылжарда')).toEqual([kazakh]);
    expect(await found(articles, 'eleves OSTREVA')).toEqual([french]);
    expect(await found(articles, '议会')).toEqual([chinese]);
    expect(await found(articles, 'соко')).toEqual([]);
    expect(await found(articles, 'соколов ostreva')).toEqual([]);
  });

  it('puts a word in the headline before the same word in a body, and pages', async () => {
    const articles = createArticles(await open());
    const body = 'The council met about the sturgeon of the lake and went home.';
    const inBody = await publish(articles, { headline: 'A council met', body });
    const inHeadline = await publish(articles, { headline: 'Sturgeon return', body: body.replace('sturgeon', 'fish') });
    await publish(articles, { headline: 'Nothing', body: 'Nothing of the kind.' });
    expect(await found(articles, 'sturgeon')).toEqual([inHeadline, inBody]);
    expect(await found(articles, 'sturgeon', 1)).toEqual([inBody]);
    expect(await found(articles, 'sturgeon', 0, 1)).toEqual([inHeadline]);
    expect(await found(articles, 'sturgeon', 2)).toEqual([]);
  });

  it('finds published articles only, and none that was discarded', async () => {
    const articles = createArticles(await open());
    const { id } = await articles.file(anArticle({ headline: 'Sturgeon' }));
    expect(await found(articles, 'sturgeon')).toEqual([]);
    await articles.discard(id, 1, NOW);
    await publish(articles, { headline: 'Other' });
    expect(await found(articles, 'sturgeon')).toEqual([]);
  });

  it('takes signs of a query language for what they are: no words', async () => {
    const articles = createArticles(await open());
    const id = await publish(articles, { headline: 'C++ and its NOT so near kin', body: 'foo' });
    expect(await found(articles, 'C++ AND (foo')).toEqual([id]);
    expect(await found(articles, 'headline:foo*')).toEqual([]);
    expect(await found(articles, '"foo" -kin')).toEqual([id]);
    expect(await found(articles, '!?')).toEqual([]);
    expect(await found(articles, '')).toEqual([]);
  });

  it('answers every question, whatever it is made of', async () => {
    const articles = createArticles(await open());
    await publish(articles, { headline: 'Sturgeon' });
    const question = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            '"',
            "'",
            'NEAR(',
            'AND',
            'OR',
            'NOT',
            '*',
            '^',
            ':',
            '&',
            '|',
            '!',
            '<->',
            '\0',
            '\ud800',
            'foo',
            '½',
            'Ⅳ',
            'ﷺ',
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join(' ')),
      fc.nat(3_000).map((length) => 'ы'.repeat(length)),
      fc.nat(2_000).map((length) => Array.from({ length }, (_, index) => `w${index}`).join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(question, async (words) => {
        expect(Array.isArray(await articles.search(words, 0, 5))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('indexes every text that can be filed', async () => {
    const articles = createArticles(await open());
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(text, text, async (headline, body) => {
        const { id } = await articles.file(anArticle({ headline, body, quotes: [] }));
        expect((await articles.find(id))?.body).toHaveLength(body.length);
      }),
      { numRuns: 40 },
    );
    const megabyte = Array.from({ length: 150_000 }, (_, index) => `ж${index}`).join(' ');
    const long = await publish(articles, { headline: 'Long', body: megabyte });
    expect(await found(articles, 'ж1000 long')).toEqual([long]);
  });
});
