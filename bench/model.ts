import { openModel } from '../src/adapters/model/open-model.ts';
import { loadPrompts } from '../src/adapters/model/prompts.ts';
import { createEditionComposer } from '../src/bot/compose-edition.ts';
import { leadOf } from '../src/briefing/lead.ts';
import type { ModelSum } from '../src/briefing/model-book.ts';
import { createModelWriter } from '../src/briefing/model-writer.ts';
import { createPatience } from '../src/briefing/patience.ts';
import { createTranslations } from '../src/briefing/translations.ts';
import { tick } from '../src/delivery/tick.ts';
import { createArticles } from '../src/store/articles.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { createModelBook } from '../src/store/model-book.ts';
import { createRenderings } from '../src/store/renderings.ts';
import { openShelf } from '../src/store/shelf.ts';
import { startModelService } from '../test/support/openai-server.ts';
import { DUE_AT, enrolChats } from './support/due-chats.ts';
import { openDatabaseMaker } from './support/fresh-databases.ts';
import { describeMachine } from './support/machine.ts';
import { answerAsModel, madeStories } from './support/model-stories.ts';
import { table } from './support/table.ts';
import { tickParts } from './support/tick-parts.ts';

export const about = 'what a model is asked for 100 articles, three languages and 100,000 chats, and what that costs';

const ARTICLES = 100;
const CHATS = [1_000, 100_000];
const MODEL = 'gpt-5-mini';
const HOUR_MS = 3_600_000;

/** The service answers well and at once; a token is taken for four characters, as the price lists do. */
export async function run(): Promise<void> {
  console.log(`${describeMachine(['openai', 'kysely'])}\n${ARTICLES} articles, ${MODEL} at its list price.\n`);
  const rows: string[][] = [];
  for (const chats of CHATS) rows.push(await measure(chats));
  console.log(
    table(['chats', 'deliveries', 'calls', 'from the cache', 'tokens in', 'tokens out', 'cost', 'rejected'], rows),
  );
}

async function measure(chats: number): Promise<string[]> {
  const maker = await openDatabaseMaker('sqlite');
  const service = await startModelService(answerAsModel);
  try {
    return await maker.withFresh(async (url) => {
      const database = await openDatabase(url);
      try {
        const deliveries = await brief(database, service.baseUrl, chats);
        return rowOf(chats, deliveries, await createModelBook(database).since('2000-01-01'));
      } finally {
        await database.close();
      }
    });
  } finally {
    await service.close();
    await maker.close();
  }
}

/** Files the articles with what a model writes about them, and briefs every chat of them, in its language. */
async function brief(database: Database, baseUrl: string, chats: number): Promise<number> {
  const today = () => DUE_AT.toString().slice(0, 10);
  const book = createModelBook(database);
  const model = openModel({ OPENAI_API_KEY: 'key', OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: MODEL }, loadPrompts(), {
    book,
    answers: openShelf(database, 'answers', HOUR_MS, fail),
    onBudgetSpent: fail,
    onNoAnswer: (_, why) => fail(why),
    today,
  });
  if (model === undefined) throw new Error('No model is configured');
  await fileStories(database, createModelWriter({ model, book, today }));
  await enrolChats(database, chats);
  const soon = createPatience(() => new Promise(() => undefined));
  const translations = createTranslations({ model, book, today, soon, renderings: createRenderings(database) });
  const leadSoon = (...[section, language]: Parameters<Parameters<typeof createEditionComposer>[0]['leadSoon']>) =>
    leadOf({ model, book, today }, section, language);
  const composeEdition = createEditionComposer({ translations, leadSoon });
  const counts = await tick(
    { ...tickParts(database), composeEdition, now: () => DUE_AT },
    new AbortController().signal,
  );
  return counts.deliveries;
}

async function fileStories(database: Database, write: ReturnType<typeof createModelWriter>): Promise<void> {
  const articles = createArticles(database);
  for (const story of madeStories(ARTICLES)) {
    const filed = await articles.file({ ...story, filedAt: DUE_AT.subtract({ hours: 1 }) });
    const written = await write(filed);
    if (written.kind === 'written') await articles.write(filed.id, filed.body, written.writing);
    await articles.publish(filed.id, 1, DUE_AT.subtract({ minutes: 30 }), 'published');
  }
}

function rowOf(chats: number, deliveries: number, sums: readonly ModelSum[]): string[] {
  const of = (isMeant: (outcome: string) => boolean) => sums.filter(({ outcome }) => isMeant(outcome));
  const add = (entries: readonly ModelSum[], value: (sum: ModelSum) => number) =>
    entries.reduce((all, sum) => all + value(sum), 0);
  const [asked, cached] = [of((outcome) => outcome === 'answer'), of((outcome) => outcome === 'cached')];
  const calls = add(asked, ({ count }) => count);
  const hits = add(cached, ({ count }) => count);
  const number = (value: number) => value.toLocaleString('en');
  return [
    number(chats),
    number(deliveries),
    `${number(calls)} (${asked.map(({ prompt, count }) => `${count} ${prompt}`).join(', ')})`,
    `${hits} (${Math.round((100 * hits) / Math.max(1, calls + hits))} %)`,
    number(add(asked, ({ tokensIn }) => tokensIn)),
    number(add(asked, ({ tokensOut }) => tokensOut)),
    `$${(add(asked, ({ microUsd }) => microUsd) / 1e6).toFixed(3)}`,
    number(
      add(
        of((outcome) => outcome.startsWith('rejected')),
        ({ count }) => count,
      ),
    ),
  ];
}

function fail(fault: unknown): never {
  throw new Error(String(fault));
}
