import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

/** A table that is nothing but its key is that key's index: SQLite needs telling. */
const KEYS_ONLY: Record<Engine, string> = { sqlite: 'without rowid', postgres: '' };

const STATEMENTS = (keysOnly: string): string[] => [
  `create table article_bands (
    band bigint not null,
    article_id bigint not null references articles (id) on delete cascade,
    primary key (band, article_id)
  ) ${keysOnly}`,
  'create index article_bands_article on article_bands (article_id)',
  `create table article_traits (
    article_id bigint primary key references articles (id) on delete cascade,
    traits text not null
  )`,
  'alter table articles add column likeness integer',
  'create index articles_without_likeness on articles (id) where likeness is null',
];

/**
 * By what a near-duplicate is found, and what tells the stories of one event. Articles that are there already get
 * theirs from the ticks that follow: made here, a large archive would keep the program from starting for many minutes,
 * and the newest articles, which matter most, are done within the first of them.
 */
export function likeness(engine: Engine) {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of STATEMENTS(KEYS_ONLY[engine])) await sql.raw(statement).execute(db);
    },
  };
}
