import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { createArticles } from '../../src/store/articles.ts';
import { createRenderings } from '../../src/store/renderings.ts';
import { anArticle } from '../support/articles.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');
const RUSSIAN = {
  revision: 1,
  language: 'ru',
  headline: 'Вардания делит озеро Ильмар',
  summary: 'Вардания и её соседи ещё десять лет будут делить воду озера Ильмар.',
  quotes: { 0: 'Мы лучше поспорим о воде, чем о границах,' },
} as const;

onEachDatabase('renderings', (open) => {
  it('keep an article in another language, and are found by that language alone', async () => {
    const database = await open();
    const { id } = await createArticles(database).file(anArticle());
    const renderings = createRenderings(database);
    await renderings.save({ articleId: id, ...RUSSIAN }, 'translation@1 a-model');
    expect(await renderings.find([id], 'ru')).toEqual([{ articleId: id, ...RUSSIAN }]);
    expect(await renderings.find([id], 'kk')).toEqual([]);
    expect(await renderings.find([], 'ru')).toEqual([]);
    expect(await renderings.missing([id, id + 1], 'ru')).toEqual([id + 1]);
  });

  it('remember what was not let pass, and show nothing of it', async () => {
    const database = await open();
    const { id } = await createArticles(database).file(anArticle());
    const renderings = createRenderings(database);
    await renderings.giveUp(id, 1, 'ru');
    expect(await renderings.find([id], 'ru')).toEqual([]);
    expect(await renderings.missing([id], 'ru')).toEqual([]);
  });

  it('are forgotten when an editor changes the words that they were made of', async () => {
    const database = await open();
    const articles = createArticles(database);
    const { id } = await articles.file(anArticle());
    const renderings = createRenderings(database);
    await renderings.save({ articleId: id, ...RUSSIAN }, 'translation@1 a-model');
    await articles.change(id, { countries: ['KZ'] }, 1, NOW);
    expect(await renderings.find([id], 'ru')).toHaveLength(1);
    await articles.change(id, { summary: 'The lake is shared for ten more years.' }, 1, NOW);
    expect(await renderings.find([id], 'ru')).toEqual([]);
  });
});
