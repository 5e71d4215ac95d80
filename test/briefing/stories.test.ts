import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { createStoryFinder } from '../../src/briefing/stories.ts';
import type { Articles } from '../../src/news/articles.ts';
import { createArticles } from '../../src/store/articles.ts';
import { toldTexts } from '../reading/told-texts.ts';
import { anArticle } from '../support/articles.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');

/** Publishes what three papers wrote on an explosion, and two other stories; gives all, newest first. */
async function publishMonth(articles: Articles) {
  const names = ['together-blast', 'apart-courts-ru'];
  const texts = toldTexts('events').flatMap(({ name, texts: own }) => (names.includes(name) ? own : []));
  for (const text of texts) {
    const { id } = await articles.file(anArticle({ ...text, countries: ['KZ'] }));
    await articles.publish(id, 1, NOW, 'published');
  }
  return articles.select({ countries: ['KZ'], limit: 10 });
}

onEachDatabase('the stories of a selection', (open) => {
  it('are found by what was noted when the articles were filed', async () => {
    const articles = createArticles(await open());
    const selected = await publishMonth(articles);
    expect(await createStoryFinder(articles)(selected)).toEqual([[1], [2], [3], [4, 5, 6]]);
    expect(await createStoryFinder(articles)(selected.slice(0, 1))).toEqual([]);
  });

  it('leave an article alone of which nothing is noted yet', async () => {
    const database = await open();
    const articles = createArticles(database);
    const selected = await publishMonth(articles);
    await database.kysely.deleteFrom('article_traits').where('article_id', '=', 4).execute();
    expect((await createStoryFinder(articles)(selected)).flat()).not.toContain(4);
    await database.kysely.deleteFrom('article_traits').execute();
    expect(await createStoryFinder(articles)(selected)).toEqual([]);
  });
});
