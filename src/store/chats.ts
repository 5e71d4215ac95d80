import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Chat } from '../delivery/chat.ts';
import type { Chats, NewChat } from '../delivery/chats.ts';
import type { CountryCode } from '../news/country.ts';
import { changingChat, storeAudience } from './audience.ts';
import { changeAsSeen, changeChat } from './chat-change.ts';
import { forgetChat, forgetGone, markGone } from './chat-leaving.ts';
import { migrateChat } from './chat-migration.ts';
import { scheduleColumns, withTopics } from './chat-rows.ts';
import type { Database } from './database.ts';
import { duePage, findSample } from './due-queue.ts';
import { countFollowing, following } from './followers.ts';
import type { Schema } from './schema.ts';
import { millisecondsOrNull } from './time.ts';
import { storable } from './words.ts';

/** Chats and their subscriptions in the database. */
export function createChats({ kysely, engine }: Database): Chats {
  const find = async (id: number): Promise<Chat | undefined> => {
    const row = await kysely.selectFrom('chats').selectAll().where('id', '=', id).executeTakeFirst();
    return row && (await withTopics(kysely, [row]))[0];
  };
  return {
    find,
    async enrol(chat) {
      await kysely.transaction().execute((trx) => insertUnlessKnown(trx, chat));
      const stored = await find(chat.id);
      if (stored === undefined) throw new Error(`Chat ${chat.id} was forgotten while it was enrolled`);
      return stored;
    },
    async change(id, changes) {
      await changeChat(kysely, engine, id, changes);
      return find(id);
    },
    changeAsSeen: (seen, changes) => changeAsSeen(kysely, engine, seen, changes),
    markGone: (id, at) => markGone(kysely, id, at),
    subscribe: (id, topics) => changingChat(kysely, engine, id, (trx) => subscribe(trx, id, topics)),
    unsubscribe: (id, topics) => changingChat(kysely, engine, id, (trx) => unsubscribe(trx, id, topics)),
    duePage: (until, after, limit) => duePage(kysely, until, after, limit),
    findSample: (group) => findSample(kysely, group),
    pauseEnded: (now, limit) => pauseEnded(kysely, now, limit),
    async endPause(id, nextDueAt, now) {
      await kysely
        .updateTable('chats')
        .set({ state: 'active', paused_until: null, next_due_at: millisecondsOrNull(nextDueAt) })
        .where('id', '=', id)
        .where('state', '=', 'paused')
        .where('paused_until', '<=', now.epochMilliseconds)
        .execute();
    },
    countFollowing: (topics) => countFollowing(kysely, topics),
    following: (topics, afterId, limit) => following(kysely, topics, afterId, limit),
    migrate: (from, to) => kysely.transaction().execute((trx) => migrateChat(trx, from, to)),
    forgetGone: (before, limit) => forgetGone(kysely, before, limit),
    forget: (id) => kysely.transaction().execute((trx) => forgetChat(trx, id)),
  };
}

async function insertUnlessKnown(trx: Transaction<Schema>, chat: NewChat): Promise<void> {
  const inserted = await trx
    .insertInto('chats')
    .values(({ fn, lit, selectFrom }) => ({
      id: chat.id,
      kind: chat.kind,
      title: storable(chat.title),
      language: chat.language,
      time_zone: chat.timeZone,
      ...scheduleColumns(chat.schedule),
      state: 'active' as const,
      briefed_to: fn.coalesce(
        selectFrom('articles')
          .select('sequence')
          // A literal, without which SQLite would not see that the index of published articles serves.
          .where(sql<boolean>`status = 'published'`)
          .where('released_at', '<', chat.newsSince.epochMilliseconds)
          .orderBy('released_at', 'desc')
          .orderBy('sequence', 'desc')
          .limit(1),
        lit(0),
      ),
    }))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) await storeAudience(trx, chat.id);
}

async function subscribe(kysely: Kysely<Schema>, id: number, topics: readonly CountryCode[]): Promise<CountryCode[]> {
  if (topics.length === 0) return [];
  const added = await kysely
    .insertInto('subscriptions')
    .values([...new Set(topics)].map((topic) => ({ chat_id: id, topic })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('topic')
    .execute();
  return inOrderOf(topics, added);
}

async function unsubscribe(kysely: Kysely<Schema>, id: number, topics: readonly CountryCode[]): Promise<CountryCode[]> {
  if (topics.length === 0) return [];
  const removed = await kysely
    .deleteFrom('subscriptions')
    .where('chat_id', '=', id)
    .where('topic', 'in', topics)
    .returning('topic')
    .execute();
  return inOrderOf(topics, removed);
}

function inOrderOf(topics: readonly CountryCode[], rows: readonly { topic: string }[]): CountryCode[] {
  const changed = new Set(rows.map((row) => row.topic));
  return [...new Set(topics)].filter((topic) => changed.has(topic));
}

async function pauseEnded(kysely: Kysely<Schema>, now: Temporal.Instant, limit: number): Promise<Chat[]> {
  const rows = await kysely
    .selectFrom('chats')
    .selectAll()
    .where('paused_until', '<=', now.epochMilliseconds)
    .where('state', '=', 'paused')
    .orderBy('paused_until')
    .orderBy('id')
    .limit(limit)
    .execute();
  return withTopics(kysely, rows);
}
