import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { createArticles } from '../../src/store/articles.ts';
import type { Database } from '../../src/store/database.ts';
import { makeMissingLikenesses } from '../../src/store/likeness-backfill.ts';
import { toldTexts } from '../reading/told-texts.ts';
import { anArticle } from '../support/articles.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');
const REWRITES = toldTexts('rewrites');

function textsOf(name: string) {
  const [one, other] = REWRITES.find((pair) => pair.name === name)?.texts ?? [];
  if (!one || !other) throw new Error(`There is no pair ${name}`);
  return { one: { ...one, url: undefined }, other: { ...other, url: undefined } };
}

/** Takes away what newer versions make, so that the articles are as an older version stored them. */
async function forgetLikenesses({ kysely }: Database): Promise<void> {
  await kysely.deleteFrom('article_bands').execute();
  await kysely.deleteFrom('article_traits').execute();
  await kysely.updateTable('articles').set({ likeness: null, url_key: 'https://old.example/key' }).execute();
}

onEachDatabase('a text that is like a stored one', (open) => {
  it('is found under the same address, however that is written', async () => {
    const articles = createArticles(await open());
    const { id } = await articles.file(anArticle({ url: 'https://www.courier.example/ilmar/?id=7', body: 'One.' }));
    const at = (url: string) => articles.alike({ headline: 'Else', url, body: 'Two.' });
    for (const url of [
      'http://courier.example/ilmar/?id=7',
      'https://courier.example/ilmar/?id=7&utm_source=feed#top',
      'https://www.courier.example/ilmar/?fbclid=abc&id=7',
    ])
      expect(await at(url)).toMatchObject([{ id, sameAddress: true, sameText: false, sharedPercent: undefined }]);
    expect(await at('https://courier.example/ilmar/?id=8')).toEqual([]);
  });

  it('is found where it is reworded, with how much is the same', async () => {
    const articles = createArticles(await open());
    const { one, other } = textsOf('ru-reworded-bridge');
    const { id } = await articles.file(anArticle(one));
    const [likeness, ...more] = await articles.alike(other);
    expect(more).toEqual([]);
    expect(likeness).toMatchObject({ id, headline: one.headline, sameText: false, sharedPercent: expect.any(Number) });
    expect(likeness?.sharedPercent).toBeGreaterThan(60);
    expect(likeness?.sharedPercent).toBeLessThan(90);
  });

  it('is not found where it only tells of the same event or topic', async () => {
    const articles = createArticles(await open());
    for (const { name, texts } of REWRITES.filter((pair) => /same-|translated/.test(pair.name))) {
      const [one, other] = texts;
      if (!one || !other) throw new Error(name);
      await articles.file(anArticle({ ...one, url: undefined }));
      expect(await articles.alike({ ...other, url: undefined }), name).toEqual([]);
    }
  });

  it('is told with its strongest likeness first, and never with itself', async () => {
    const articles = createArticles(await open());
    const { one, other } = textsOf('en-trimmed-tariff');
    const headline = await articles.file(
      anArticle({ headline: other.headline, url: undefined, body: 'Quite another.' }),
    );
    const whole = await articles.file(anArticle({ ...one, headline: 'The whole' }));
    const same = await articles.file(anArticle({ ...other, headline: 'The same' }));
    const draft = await articles.file(anArticle({ ...other, url: undefined }));
    expect((await articles.alike(other, draft.id)).map(({ id }) => id)).toEqual([same.id, whole.id, headline.id]);
    expect((await articles.alike(other, draft.id))[0]).toMatchObject({ sameText: true, sharedPercent: undefined });
    expect((await articles.alike(other))[0]?.id).toBe(draft.id);
  });

  it('is found when the other was retracted, and not when it was discarded', async () => {
    const database = await open();
    const articles = createArticles(database);
    const { one, other } = textsOf('kk-reworded-school');
    const killed = await articles.file(anArticle(one));
    const gone = await articles.file(anArticle(one));
    await database.kysely.updateTable('articles').set({ status: 'retracted' }).where('id', '=', killed.id).execute();
    await articles.discard(gone.id, 1, NOW);
    expect(await articles.alike(other)).toMatchObject([{ id: killed.id, status: 'retracted' }]);
    expect(await database.kysely.selectFrom('article_bands').select('article_id').distinct().execute()).toHaveLength(1);
  });

  it('is looked for among the newest where a whole archive is alike', async () => {
    const articles = createArticles(await open());
    const { one, other } = textsOf('en-copy-edited-museum');
    for (let count = 0; count < 20; count += 1) await articles.file(anArticle({ ...one, headline: `Copy ${count}` }));
    const found = await articles.alike(other);
    expect(found.map(({ id }) => id)).toEqual([20, 19, 18, 17, 16, 15, 14, 13]);
  });

  it('follows a text that took the place of another', async () => {
    const articles = createArticles(await open());
    const { one, other } = textsOf('ru-reworded-wolves');
    const { id } = await articles.file(anArticle({ body: 'A first piece of a paste, and another text altogether.' }));
    expect(await articles.alike(other)).toEqual([]);
    await articles.refile(id, anArticle(one));
    expect(await articles.alike(other)).toMatchObject([{ id }]);
    await articles.change(id, { headline: 'Quite another headline' }, 1, NOW);
    expect(await articles.alike(other)).toMatchObject([{ id, headline: 'Quite another headline' }]);
    expect((await articles.traits([id])).get(id)?.terms).toHaveProperty('headl');
  });
});

onEachDatabase('an archive of an older version', (open, engine) => {
  it('gets its bands and traits page by page, the newest articles first', async () => {
    const database = await open();
    const articles = createArticles(database);
    const { one, other } = textsOf('ru-reworded-bridge');
    for (let count = 0; count < 23; count += 1) await articles.file(anArticle({ body: `Number ${count} of many.` }));
    const { id } = await articles.file(anArticle({ ...one, url: 'https://www.news.example/bridge' }));
    await forgetLikenesses(database);
    expect(await articles.alike(other)).toEqual([]);
    expect(await makeMissingLikenesses(database, 22)).toBe(22);
    expect(await articles.alike({ ...other, url: 'http://news.example/bridge/' })).toMatchObject([
      { id, sameAddress: true },
    ]);
    expect((await articles.newestTraits(30)).length).toBe(22);
    expect(await makeMissingLikenesses(database, 100)).toBe(2);
    expect(await makeMissingLikenesses(database, 100)).toBe(0);
  });

  it.runIf(engine === 'sqlite')('is not read through for what is missing once nothing is', async () => {
    const { kysely } = await open();
    const plan = await sql<{ detail: string }>`explain query plan
      select articles.id from articles join article_revisions as text on text.article_id = articles.id
      where articles.likeness is null order by articles.id desc limit 20`.execute(kysely);
    expect(plan.rows.map(({ detail }) => detail).join('\n')).toContain('articles_without_likeness');
  });
});
