import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { articlesOf } from '../../src/briefing/edition.ts';
import type { Chat } from '../../src/delivery/chat.ts';
import type { ComposeEdition, ComposeQuietNote } from '../../src/delivery/composing.ts';
import { EVERY_DAY, nextDue, type Schedule } from '../../src/delivery/schedule.ts';
import { type TickDeps, tick } from '../../src/delivery/tick.ts';
import type { CountryCode } from '../../src/news/country.ts';
import { createArticles } from '../../src/store/articles.ts';
import { createChats } from '../../src/store/chats.ts';
import type { Database } from '../../src/store/database.ts';
import { givenRows } from '../../src/store/given-rows.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { anArticle } from './articles.ts';
import { createMemoryLog } from './memory-log.ts';
import { beginTerm } from './term.ts';

const at = (text: string) => Temporal.Instant.from(text);
/** Eight in Almaty, on a Monday. */
export const MONDAY = at('2026-03-02T03:00:00Z');
export const EIGHT: Schedule = { times: ['08:00'], days: EVERY_DAY };

/** A newsroom and its chats over a real database, with a clock that stands where it is put. */
export function createDesk(database: Database) {
  const articles = createArticles(database);
  const chats = createChats(database);
  const outbox = createOutbox(database);
  let now = at('2026-03-01T12:00:00Z');
  const composed: string[] = [];
  const log = createMemoryLog();
  const composeEdition: ComposeEdition = ({ sections }, { language, timeZone }) => {
    composed.push(`${language} ${timeZone}`);
    return sections.map(({ country, stories }) => ({
      message: {
        html: `${country}: ${articlesOf(stories)
          .map(({ headline }) => headline)
          .join('; ')}`,
        buttons: [],
      },
      articleIds: articlesOf(stories).map(({ id }) => id),
    }));
  };

  return {
    articles,
    chats,
    outbox,
    composed,
    composeEdition,
    setClock(time: Temporal.Instant) {
      now = time;
    },
    /** When a chat with one time a day is due first after an instant. */
    planned: (timeZone: string, time: string, after: Temporal.Instant) =>
      nextDue({ times: [time], days: EVERY_DAY }, timeZone, after),
    async publish(headline: string, ...countries: CountryCode[]) {
      const { id } = await articles.file(anArticle({ headline, countries, body: `${headline}, and that is all.` }));
      await articles.publish(id, 1, now, 'published');
      return id;
    },
    async enrol(id: number, topics: readonly CountryCode[], settings: Partial<Chat> = {}) {
      const { language = 'en', timeZone = 'Asia/Almaty', schedule = EIGHT } = settings;
      await chats.enrol({ id, kind: 'private', title: '', language, timeZone, schedule, newsSince: now });
      await chats.subscribe(id, topics);
      await chats.change(id, { nextDueAt: MONDAY });
    },
    /** Chats with the settings of one that is there, all at once. */
    async enrolAlike(id: number, last: number) {
      const { engine, kysely } = database;
      const { id: _, ...chat } = await kysely
        .selectFrom('chats')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const topics = await kysely.selectFrom('subscriptions').select('topic').where('chat_id', '=', id).execute();
      const ids = Array.from({ length: last - id }, (_, place) => ({ id: id + 1 + place }));
      const columns = sql.join(Object.keys(chat).map((name) => sql.ref(name)));
      const given = givenRows(engine, { id: 'bigint' }, ids);
      await sql`
        insert into chats (id, ${columns}) select given.id, ${columns} from ${given}
        join (select ${columns} from chats where id = ${id}) as alike on true`.execute(kysely);
      for (const { topic } of topics) {
        await sql`insert into subscriptions (chat_id, topic) select id, ${topic} from ${given}`.execute(kysely);
      }
    },
    log,
    tickAt(time: Temporal.Instant, broken: Partial<TickDeps> = {}, signal = new AbortController().signal) {
      now = time;
      const composeQuietNote: ComposeQuietNote = (topics, { newestAt, isLate }, { language }) => ({
        html: `${language}: nothing on ${topics} since ${newestAt}${isLate ? ', late' : ''}`,
        buttons: [],
      });
      const own = { articles, chats, outbox, composeEdition, composeQuietNote, log, now: () => now };
      return tick({ ...own, pushBreaking: async () => 0, errands: [], ...broken }, signal);
    },
    /** Takes what waits in the outbox, and counts it as sent. */
    async sent() {
      const { token } = await beginTerm(database);
      const leased = await outbox.lease(100, now.add({ minutes: 1 }), now, token);
      const settlement = (id: number) => ({ kind: 'sent', messageId: id, at: now }) as const;
      await outbox.settle(
        leased.map(({ id }) => ({ id, settlement: settlement(id) })),
        token,
      );
      return leased.map(({ chatId, message, silent }) => [chatId, message.html, silent]);
    },
  };
}
