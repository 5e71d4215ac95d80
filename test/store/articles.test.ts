import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Articles } from '../../src/news/articles.ts';
import { createArticles } from '../../src/store/articles.ts';
import { type ArticleOverrides, anArticle, quoteOf } from '../support/articles.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');
const EDITOR = 1;

async function published(articles: Articles, overrides: ArticleOverrides = {}, at = NOW): Promise<number> {
  const { id } = await articles.file(anArticle(overrides));
  await articles.publish(id, EDITOR, at, 'published');
  return id;
}

onEachDatabase('articles', (open, engine) => {
  it('keeps a draft exactly as it was filed', async () => {
    const articles = createArticles(await open());
    const draft = anArticle({ publishedAt: '2026-03-01' });
    const stored = await articles.file(draft);
    expect(stored).toEqual({
      ...draft.text,
      id: 1,
      status: 'draft',
      revision: 1,
      sequence: undefined,
      filedBy: 1,
      filedAt: draft.filedAt,
      releasedAt: undefined,
      embargoedUntil: undefined,
      countries: ['KZ', 'KG'],
      summary: draft.summary.text,
      summaryBy: 'extract',
      quotes: draft.quotes,
    });
    expect(await articles.find(1)).toEqual(stored);
    expect(await articles.find(2)).toBeUndefined();
  });

  it('keeps texts with characters that PostgreSQL refuses, without moving a quote', async () => {
    const articles = createArticles(await open());
    const body = 'A nought \0 and half a \ud83d pair. "We agree," said Ines Karo.';
    const quote = quoteOf(body, 'We agree,', 'Ines Karo');
    const { id } = await articles.file(anArticle({ body, raw: body, headline: 'Nought \0', quotes: [quote] }));
    const stored = await articles.find(id);
    expect(stored?.body).toBe('A nought \ufffd and half a \ufffd pair. "We agree," said Ines Karo.');
    expect(stored?.quotes).toEqual([quote]);
  });

  it('refuses a quote that does not stand in the body, and stores nothing', async () => {
    const articles = createArticles(await open());
    const quote = { spans: [{ start: 0, end: 11 }], speaker: undefined, role: undefined, rank: undefined };
    const wrong = anArticle({ body: 'Ten chars.', quotes: [quote] });
    await expect(articles.file(wrong)).rejects.toThrow('does not stand in a body');
    const { id } = await articles.file(anArticle());
    await expect(articles.refile(id, wrong)).rejects.toThrow('does not stand in a body');
    expect(await articles.unpublished(10)).toHaveLength(1);
    expect((await articles.find(id))?.body).toBe(anArticle().text.body);
  });

  it('puts the whole paste in the place of its first piece', async () => {
    const articles = createArticles(await open());
    const { id } = await articles.file(anArticle({ countries: ['KZ'] }));
    const body = 'Another text, "and its quote," said Ada Lorn.';
    const whole = anArticle({ headline: 'The whole', body, countries: ['BY'], summary: 'All.' });
    const refiled = await articles.refile(id, { ...whole, quotes: [quoteOf(body, 'and its quote,', 'Ada Lorn')] });
    expect(refiled).toMatchObject({ id, revision: 1, headline: 'The whole', body, countries: ['BY'], summary: 'All.' });
    expect(refiled.quotes).toHaveLength(1);
    await articles.publish(id, EDITOR, NOW, 'published');
    await expect(articles.refile(id, whole)).rejects.toThrow('is no draft');
    expect(await articles.search('vardania', 0, 10)).toEqual([]);
  });

  it('changes what the editor changed and nothing else', async () => {
    const articles = createArticles(await open());
    const id = await published(articles);
    const changed = await articles.change(id, { headline: 'Sturgeon return', countries: ['BY', 'KZ'] }, 9, NOW);
    expect(changed).toMatchObject({ headline: 'Sturgeon return', countries: ['BY', 'KZ'], revision: 1 });
    expect(changed.summary).toBe(anArticle().summary.text);
    expect((await articles.change(id, { summary: 'Fish.' }, 9, NOW)).summary).toBe('Fish.');
    expect(await articles.select({ countries: ['KG'], limit: 10 })).toEqual([]);
    expect(await articles.select({ countries: ['BY'], limit: 10 })).toHaveLength(1);
    expect(await articles.search('sturgeon', 0, 10)).toHaveLength(1);
    await expect(articles.change(99, { summary: '' }, 9, NOW)).rejects.toThrow('no article 99');
  });

  it('publishes once, under the next number', async () => {
    const articles = createArticles(await open());
    expect(await articles.lastSequence()).toBe(0);
    await published(articles);
    const { id } = await articles.file(anArticle());
    const article = await articles.publish(id, EDITOR, NOW, 'breaking');
    expect(article).toMatchObject({ status: 'published', sequence: 2 });
    expect(article?.releasedAt?.equals(NOW)).toBe(true);
    expect(await articles.publish(id, EDITOR, NOW, 'published')).toBeUndefined();
    expect(await articles.publish(99, EDITOR, NOW, 'published')).toBeUndefined();
    expect(await articles.lastSequence()).toBe(2);
  });

  it('gives rising numbers, each once, to editors who publish at the same moment', async () => {
    const database = await open();
    // Two SQLite connections in one thread would wait for each other; processes do not.
    const [one, other] = [createArticles(database), createArticles(engine === 'sqlite' ? database : await open())];
    const drafts = await Promise.all(Array.from({ length: 12 }, () => one.file(anArticle())));
    const twice = [...drafts, ...drafts].map(({ id }, index) =>
      (index % 2 === 0 ? one : other).publish(id, EDITOR, NOW, 'published'),
    );
    const numbers = (await Promise.all(twice)).flatMap((article) => article?.sequence ?? []);
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(await one.lastSequence()).toBe(12);
  });

  it('lets a held article go on under the number that it had', async () => {
    const database = await open();
    const articles = createArticles(database);
    const id = await published(articles);
    await published(articles);
    await articles.hold(id, undefined, EDITOR, NOW);
    const released = await articles.release(id, EDITOR, NOW.add({ hours: 1 }));
    expect(released).toMatchObject({ status: 'published', sequence: 1 });
    expect(released?.releasedAt?.equals(NOW)).toBe(true);
    expect(await articles.lastSequence()).toBe(2);
  });

  it('publishes an embargoed article when its time has come, and not before', async () => {
    const articles = createArticles(await open());
    const until = NOW.add({ hours: 2 });
    const { id } = await articles.file(anArticle());
    const embargoed = await articles.embargo(id, until, EDITOR, NOW);
    expect(embargoed?.embargoedUntil?.equals(until)).toBe(true);
    expect(embargoed?.status).toBe('embargoed');
    expect(await articles.publishEmbargoed(until.subtract({ milliseconds: 1 }), 10)).toBe(0);
    await articles.embargo(id, until.add({ minutes: 1 }), EDITOR, NOW);
    expect(await articles.publishEmbargoed(until, 10)).toBe(0);
    expect(await articles.publishEmbargoed(until.add({ minutes: 1 }), 10)).toBe(1);
    expect(await articles.find(id)).toMatchObject({ status: 'published', embargoedUntil: undefined });
    expect(await articles.publishEmbargoed(until.add({ minutes: 1 }), 10)).toBe(0);
    expect(await articles.embargo(id, until, EDITOR, NOW)).toBeUndefined();
  });

  it('erases what was never published, and keeps the trail of it', async () => {
    const articles = createArticles(await open());
    const { id } = await articles.file(anArticle());
    expect(await articles.discard(id, 7, NOW)).toBe(true);
    expect(await articles.find(id)).toBeUndefined();
    expect(await articles.discard(id, 7, NOW)).toBe(false);
    expect((await articles.history(id)).map(({ action, editor }) => [action, editor])).toEqual([
      ['filed', 1],
      ['discarded', 7],
    ]);
    expect((await articles.file(anArticle())).id).toBe(id + 1);
    const kept = await published(articles);
    expect(await articles.discard(kept, 7, NOW)).toBe(false);
  });

  it('remembers who did what, and when', async () => {
    const articles = createArticles(await open());
    const { id } = await articles.file(anArticle());
    await articles.change(id, { headline: 'Other', summary: 'New.' }, 2, NOW);
    await articles.embargo(id, NOW.add({ hours: 1 }), 3, NOW);
    await articles.publish(id, 4, NOW.add({ hours: 1 }), 'published');
    const history = await articles.history(id);
    expect(history.map(({ editor, action, note }) => [editor, action, note])).toEqual([
      [1, 'filed', undefined],
      [2, 'changed', 'headline, summary'],
      [3, 'embargoed', '2026-03-02T09:00:00Z'],
      [4, 'published', undefined],
    ]);
    expect(history.at(-1)?.at.equals(NOW.add({ hours: 1 }))).toBe(true);
  });

  it('lists drafts and embargoed articles, newest first', async () => {
    const articles = createArticles(await open());
    const older = await articles.file(anArticle({ filedAt: NOW.subtract({ hours: 1 }) }));
    const newer = await articles.file(anArticle({ filedAt: NOW }));
    await articles.embargo(older.id, NOW.add({ hours: 1 }), EDITOR, NOW);
    await published(articles);
    expect((await articles.unpublished(10)).map(({ id }) => id)).toEqual([newer.id, older.id]);
    expect(await articles.unpublished(1)).toHaveLength(1);
  });

  it('recognises a headline, an address or a text that was filed before', async () => {
    const articles = createArticles(await open());
    const { id } = await articles.file(
      anArticle({ headline: 'Ледник тает', url: 'https://a.example/x', body: 'One.' }),
    );
    const none = { headline: 'Else', url: undefined, body: 'Two.' };
    const found = { id, headline: 'Ледник тает', status: 'draft' };
    expect(await articles.alike({ ...none, headline: 'ЛЕДНИК  ТАЕТ!' })).toMatchObject([
      { ...found, sameHeadline: true },
    ]);
    expect(await articles.alike({ ...none, url: 'https://a.example/x/#top' })).toMatchObject([
      { ...found, sameAddress: true },
    ]);
    expect(await articles.alike({ ...none, body: 'one' })).toMatchObject([{ ...found, sameText: true }]);
    expect(await articles.alike(none)).toEqual([]);
    await articles.file(anArticle({ headline: '—', url: undefined, body: '' }));
    expect(await articles.alike({ headline: '', url: undefined, body: '' })).toEqual([]);
  });

  it('counts the articles on each country since an instant', async () => {
    const articles = createArticles(await open());
    await published(articles, { countries: ['KZ', 'KG'] });
    await published(articles, { countries: ['KG'] });
    await published(articles, { countries: ['BY'] }, NOW.subtract({ hours: 1 }));
    await articles.file(anArticle({ countries: ['DE'] }));
    expect(await articles.coverage(NOW)).toEqual([
      { country: 'KG', articles: 2 },
      { country: 'KZ', articles: 1 },
    ]);
  });

  it('keeps a text of many thousand quotes whole', async () => {
    const articles = createArticles(await open());
    const body = '"Yes." '.repeat(5_000);
    const quotes = Array.from({ length: 5_000 }, (_, index) => ({
      spans: [{ start: index * 7 + 1, end: index * 7 + 5 }],
      speaker: undefined,
      role: undefined,
      rank: undefined,
    }));
    const { id } = await articles.file(anArticle({ body, quotes }));
    expect((await articles.find(id))?.quotes).toHaveLength(5_000);
  });
});
