import { randomUUID } from 'node:crypto';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { AUDIENCE } from '../../../src/store/audience.ts';
import { createChats } from '../../../src/store/chats.ts';
import { openDatabase } from '../../../src/store/database.ts';
import type { Engine } from '../../../src/store/engine.ts';
import { first } from '../../../src/store/migrations/001-first.ts';
import { published } from '../../../src/store/migrations/002-published.ts';
import { postgresDialect } from '../../../src/store/postgres-dialect.ts';
import { sqliteDialect } from '../../../src/store/sqlite-dialect.ts';
import { FRESH } from '../../support/databases.ts';

/** The address of a database without tables. */
async function emptyDatabase(engine: Engine): Promise<string> {
  if (engine === 'sqlite') {
    const { url, erase } = await FRESH.sqlite();
    onTestFinished(erase);
    return url;
  }
  const server = inject('postgresUrl');
  const name = `migrated_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  await client.query(`create database ${name}`);
  onTestFinished(async () => {
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  });
  return `${server}/${name}`;
}

/** A database as it was before, with chats, one of them gone, and messages in every state. */
async function fillOld(engine: Engine, url: string): Promise<void> {
  const dialect = engine === 'sqlite' ? sqliteDialect(url.slice('sqlite:'.length)) : postgresDialect(url);
  const kysely = new Kysely<unknown>({ dialect });
  const migrations = { '001-first': first(engine), '002-published': published };
  await new Migrator({ db: kysely, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  for (const statement of [
    `insert into chats (id, kind, title, language, time_zone, times, days, state, next_due_at, briefed_to) values
      (1, 'private', '', 'ru', 'Asia/Almaty', '["08:00"]', '[1,2]', 'active', 5, 0),
      (-2, 'group', '', 'en', 'UTC', null, null, 'gone', null, 3)`,
    "insert into subscriptions (chat_id, topic) values (1, 'UZ'), (1, 'KZ')",
    "insert into editions (id, key, kind, composed_at) values (7, 'seven', 'briefing', 1)",
    "insert into edition_parts (edition_id, part, html, buttons) values (7, 0, 'x', '[]'), (7, 1, 'y', '[]')",
    `insert into deliveries (id, edition_id, chat_id, part, urgency, silent, state, attempts, queued_at, not_before,
      leased_until, sent_at, message_id, error, possible_double) values
      (11, 7, 1, 0, 2, 1, 'sent', 2, 3, 4, null, 5, 6, null, 1),
      (12, 7, 1, 1, 2, 1, 'leased', 0, 3, 3, 9, null, null, null, 0),
      (13, 7, -2, 0, 2, 1, 'skipped', 0, 3, 3, null, null, null, 'gone', 0)`,
  ])
    await sql.raw(statement).execute(kysely);
  await kysely.destroy();
}

describe.each<Engine>(['sqlite', 'postgres'])('an older database on %s', (engine) => {
  it('keeps its chats and messages, and its chats get their audiences', async () => {
    const url = await emptyDatabase(engine);
    await fillOld(engine, url);
    const before = Date.now();
    const database = await openDatabase(url);
    onTestFinished(() => database.close());
    const { kysely } = database;
    const chats = await sql<{ id: number; audience: string; right: boolean; gone_at: number | null }>`
      select id, audience, audience = ${AUDIENCE} as "right", gone_at from chats order by id`.execute(kysely);
    expect(chats.rows.map(({ id, right }) => [id, Boolean(right)])).toEqual([
      [-2, true],
      [1, true],
    ]);
    expect(chats.rows[1]?.audience).toBe('KZ+UZ/ru/0/short/1/["08:00"]/[1,2]/Asia/Almaty');
    expect(chats.rows[1]?.gone_at).toBeNull();
    expect(chats.rows[0]?.gone_at).toBeGreaterThan(before - 60_000);
    const kept = await kysely
      .selectFrom('deliveries')
      .select(['id', 'chat_id', 'part', 'state', 'attempts', 'leased_until', 'message_id', 'error', 'possible_double'])
      .orderBy('id')
      .execute();
    expect(kept.map((row) => Object.values(row))).toEqual([
      [11, 1, 0, 'sent', 2, null, 6, null, 1],
      [12, 1, 1, 'leased', 0, 9, null, null, 0],
      [13, -2, 0, 'skipped', 0, null, null, 'gone', 0],
    ]);
    await createChats(database).forget(1);
    expect(await kysely.selectFrom('deliveries').select('id').execute()).toEqual([{ id: 13 }]);
  });
});
