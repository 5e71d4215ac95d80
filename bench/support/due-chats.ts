import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { createArticles } from '../../src/store/articles.ts';
import { AUDIENCE } from '../../src/store/audience.ts';
import type { Database } from '../../src/store/database.ts';
import { createArticleMaker } from './made-articles.ts';

/** When the chats fall due: eight in the morning in their zones. */
export const DUE_AT = Temporal.Instant.from('2026-11-25T03:00:00Z');

const CHATS_AT_ONCE = 50_000;
const ARTICLES = 40;
const WORDS = 400;
const SEED = 7;

const LANGUAGES = ['en', 'ru', 'kk'];
const ZONES = ['Asia/Almaty', 'Asia/Tashkent', 'Asia/Samarkand', 'Asia/Ashgabat', 'Asia/Yekaterinburg'];
const COUNTRIES = ['KZ', 'UZ', 'KG', 'BY', 'TJ', 'GE', 'AM', 'AZ', 'MD', 'UA'];

/** What the chats differ in: ten countries, with Ukraine or without it, three languages, five zones. */
export const AUDIENCES = LANGUAGES.length * ZONES.length * (COUNTRIES.length * 2 - 1);

/** Publishes articles of a day, four on each country. */
export async function publishArticles(database: Database, at: Temporal.Instant, count = ARTICLES): Promise<void> {
  const articles = createArticles(database);
  const maker = createArticleMaker(SEED + at.epochMilliseconds);
  for (let place = 0; place < count; place++) {
    const { headline, paragraphs } = maker.make(WORDS);
    const body = paragraphs.join('\n\n');
    const absent = {
      byline: undefined,
      dateline: undefined,
      source: undefined,
      publishedAt: undefined,
      url: undefined,
    };
    const { id } = await articles.file({
      text: { headline, ...absent, language: 'en', body, raw: body },
      countries: [COUNTRIES[place % COUNTRIES.length] ?? 'KZ'],
      quotes: [],
      summary: { text: paragraphs[0] ?? '', madeBy: 'extract' },
      filedBy: 1,
      filedAt: at,
    });
    await articles.publish(id, 1, at, 'published');
  }
}

/** Enrols chats up to so many, due at eight each day and next at `DUE_AT`. Memory does not grow with their number. */
export async function enrolChats({ engine, kysely }: Database, count: number): Promise<void> {
  for (let from = 1; from <= count; from += CHATS_AT_ONCE) {
    const until = Math.min(count, from + CHATS_AT_ONCE - 1);
    const numbers = sql`with recursive numbers (n) as (
      select cast(${from} as bigint) union all select n + 1 from numbers where n < ${until}
    )`;
    await kysely.transaction().execute(async (trx) => {
      await sql`
        insert into chats (id, kind, title, language, time_zone, times, days, state, next_due_at, briefed_to)
        ${numbers}
        select 7000000 + n * 7, 'private', 'Person ' || n, ${chosen(LANGUAGES, sql`n % 3`)},
          ${chosen(ZONES, sql`(n / 3) % 5`)}, '["08:00"]', '[1,2,3,4,5,6,7]', 'active',
          cast(${DUE_AT.epochMilliseconds} as bigint), 0
        from numbers`.execute(trx);
      await sql`
        insert into subscriptions (chat_id, topic)
        ${numbers}
        select 7000000 + n * 7, ${chosen(COUNTRIES, sql`(n / 15) % 10`)} from numbers
        union
        select 7000000 + n * 7, 'UA' from numbers where n % 2 = 0`.execute(trx);
      await sql`update chats set audience = ${AUDIENCE} where audience = ''`.execute(trx);
    });
  }
  // As the server's own upkeep would soon do.
  if (engine === 'postgres') await sql`vacuum analyze chats, subscriptions`.execute(kysely);
}

function chosen(values: readonly string[], place: ReturnType<typeof sql>) {
  const cases = values.map((value, index) => sql`when ${sql.lit(index)} then ${sql.lit(value)}`);
  return sql`case ${place} ${sql.join(cases, sql` `)} end`;
}
