import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Engine } from './engine.ts';
import { first } from './migrations/001-first.ts';
import { published } from './migrations/002-published.ts';
import { delivery } from './migrations/003-delivery.ts';
import { likeness } from './migrations/004-likeness.ts';
import { inbox } from './migrations/005-inbox.ts';
import { model } from './migrations/006-model.ts';
import { feeds } from './migrations/007-feeds.ts';
import { amendments } from './migrations/008-amendments.ts';
import { settings } from './migrations/009-settings.ts';
import { figures } from './migrations/010-figures.ts';
import type { Schema } from './schema.ts';

/** Brings the tables up to date; two processes that start together wait for each other. */
export async function migrate(kysely: Kysely<Schema>, engine: Engine): Promise<void> {
  const migrations = {
    '001-first': first(engine),
    '002-published': published,
    '003-delivery': delivery(engine),
    '004-likeness': likeness(engine),
    '005-inbox': inbox(engine),
    '006-model': model,
    '007-feeds': feeds(engine),
    '008-amendments': amendments(engine),
    '010-figures': figures,
    '009-settings': settings,
  };
  const provider = { getMigrations: async () => migrations };
  const { error } = await new Migrator({ db: kysely, provider }).migrateToLatest();
  if (error) throw error;
}
