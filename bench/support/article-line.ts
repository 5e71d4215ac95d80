import { Temporal } from 'temporal-polyfill';
import { composeBriefing } from '../../src/bot/screens/briefing.ts';
import { arrangeBriefing } from '../../src/briefing/edition.ts';
import { selectArticles } from '../../src/briefing/selection.ts';
import { createStoryFinder } from '../../src/briefing/stories.ts';
import type { Article } from '../../src/news/article.ts';
import type { Articles } from '../../src/news/articles.ts';
import { joinPieces } from '../../src/news/intake.ts';
import { readArticle } from '../../src/reading/read-article.ts';
import { createArticles } from '../../src/store/articles.ts';
import type { Database } from '../../src/store/database.ts';
import type { ArticleMaker } from './made-articles.ts';
import { median, milliseconds } from './stopwatch.ts';
import { table } from './table.ts';

/** Telegram's clients cut a paste here. */
const PIECE = 4_096;
/** Articles that one edition tells. */
const EDITION = 50;
const NOW = Temporal.Instant.from('2026-11-25T03:00:00Z');
const TOPICS = ['KZ', 'UZ', 'KG', 'BY', 'TJ', 'GE'];
const READER = { language: 'en', timeZone: 'Asia/Almaty' } as const;
const GROUPED = [50, 100, 200];
/** Reports that each event of a large edition has. */
const REPORTS = 3;
const ROUNDS = 15;

/**
 * Takes articles one after the other from the paste to the published article as the bot does, and composes an edition
 * of every fifty: how many a second, and where the time goes.
 */
export async function measureLine(
  database: Database,
  maker: ArticleMaker,
  count: number,
  words: number,
): Promise<string> {
  const articles = createArticles(database);
  const pastes = Array.from({ length: count }, () => maker.make(words).paste);
  const steps = createSteps();
  const above = await articles.lastSequence();
  const started = performance.now();
  for (const [at, paste] of pastes.entries()) {
    await publishPaste(articles, paste, steps);
    const upTo = above + at + 1;
    if ((at + 1) % EDITION === 0)
      await steps.take('edition of 50', async () => composeEdition(articles, { above: upTo - EDITION, upTo }));
  }
  const perSecond = Math.round((count / (performance.now() - started)) * 1000);
  return `${table(['step', 'median'], steps.medians())}\n\n${count} articles of ${words} words, one after the other: ${perSecond} a second.`;
}

async function publishPaste(articles: Articles, paste: string, steps: Steps): Promise<void> {
  const pieces = Array.from({ length: Math.ceil(paste.length / PIECE) }, (_, at) => ({
    messageId: at,
    text: paste.slice(at * PIECE, (at + 1) * PIECE),
  }));
  const read = await steps.take('read', async () => readArticle(joinPieces(pieces).text));
  if (read.kind !== 'article') throw new Error(`A made article reads as ${read.kind}`);
  const { id } = await steps.take('file the draft', () =>
    articles.file({
      text: read.article,
      countries: read.countries,
      quotes: read.quotes,
      summary: { text: read.summary, madeBy: 'extract' },
      filedBy: 1,
      filedAt: NOW,
    }),
  );
  await steps.take('look for near-duplicates', () => articles.alike(read.article, id));
  await steps.take('publish', () => articles.publish(id, 1, NOW, 'published'));
}

async function composeEdition(articles: Articles, window: { above: number; upTo: number }): Promise<void> {
  const selected = await selectArticles(articles, TOPICS, window);
  const groups = await createStoryFinder(articles)(selected);
  composeBriefing(arrangeBriefing(selected, TOPICS, groups), { title: 'Briefing', at: NOW }, READER);
}

/** How long an edition of many articles takes, of which every three tell one event; each round with a finder of its own. */
export async function measureEditions(database: Database, maker: ArticleMaker): Promise<string> {
  const articles = createArticles(database);
  const published = await publishEvents(articles, maker, Math.max(...GROUPED));
  const rows: string[][] = [];
  for (const count of GROUPED) {
    const selected = published.slice(0, count);
    const steps = createSteps();
    let stories = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const groups = await steps.take('group', () => createStoryFinder(articles)(selected));
      stories = groups.length;
      await steps.take('compose', async () =>
        composeBriefing(arrangeBriefing(selected, TOPICS, groups), { title: 'Briefing', at: NOW }, READER),
      );
    }
    rows.push([
      `${count} articles on ${Math.ceil(count / REPORTS)} events`,
      String(stories),
      ...steps.medians().map(([, time = '']) => time),
    ]);
  }
  return table(['edition', 'stories told', 'find the stories', 'arrange and compose'], rows);
}

async function publishEvents(articles: Articles, maker: ArticleMaker, count: number): Promise<Article[]> {
  const published: Article[] = [];
  const steps = createSteps();
  while (published.length < count) {
    for (const { paste } of maker.makeReports(REPORTS, 200)) await publishPaste(articles, paste, steps);
    published.push(...(await articles.select({ limit: REPORTS })));
  }
  return published.slice(0, count);
}

interface Steps {
  take<T>(name: string, act: () => Promise<T>): Promise<T>;
  medians(): string[][];
}

function createSteps(): Steps {
  const times = new Map<string, number[]>();
  return {
    async take(name, act) {
      const started = performance.now();
      const result = await act();
      times.set(name, [...(times.get(name) ?? []), performance.now() - started]);
      return result;
    },
    medians: () => [...times].map(([name, taken]) => [name, milliseconds(median(taken))]),
  };
}
