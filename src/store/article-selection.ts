import { type RawBuilder, sql } from 'kysely';
import type { ArticleQuery } from '../news/articles.ts';
import type { CountryCode } from '../news/country.ts';
import { foldedWords } from '../news/folded-words.ts';
import type { Reader } from './article-rows.ts';
import { SPEAKER_IDS } from './article-search.ts';
import type { Engine } from './engine.ts';

/** Ids of published articles, newest first. */
export async function selectIds(reader: Reader, engine: Engine, query: ArticleQuery): Promise<number[]> {
  const speakerWords = query.speaker === undefined ? undefined : foldedWords(query.speaker);
  if (query.countries?.length === 0 || speakerWords?.length === 0) return [];
  const { rows } = await selection(engine, query).execute(reader);
  return rows.map(({ id }) => id);
}

/**
 * The query for a selection. Each country is one range of one index, read from its newest end for at most `limit`
 * rows, so the cost does not grow with the articles stored; with a speaker it grows with the articles that quote him.
 */
export function selection(engine: Engine, query: ArticleQuery): RawBuilder<{ id: number }> {
  const order = orderOf(query);
  const conditions = [...placeConditions(query), ...speakerConditions(engine, query.speaker)];
  const ranges =
    query.countries === undefined
      ? [everywhere(conditions, order, query.limit)]
      : [...new Set(query.countries)].map((country) => inCountry(country, conditions, order, query.limit));
  return sql<{ id: number }>`
    select id, sequence, released_at from (${sql.join(ranges, sql` union `)}) as found
    order by ${order} limit ${query.limit}`;
}

/**
 * Both orders are newest first; they differ only where the clock was set back between two publications. A range of
 * time is read along the time, everything else along the sequence.
 */
function orderOf({ above, since, until }: ArticleQuery): RawBuilder<unknown> {
  const byTime = above === undefined && (since !== undefined || until !== undefined);
  return byTime ? sql`released_at desc, sequence desc` : sql`sequence desc`;
}

function inCountry(
  country: CountryCode,
  conditions: readonly RawBuilder<unknown>[],
  order: RawBuilder<unknown>,
  limit: number,
): RawBuilder<unknown> {
  const all = [sql`country = ${country}`, sql`sequence is not null`, ...conditions];
  return sql`select * from (
    select article_id as id, sequence, released_at from article_countries as candidates
    where ${sql.join(all, sql` and `)} order by ${order} limit ${limit}
  ) as newest`;
}

function everywhere(
  conditions: readonly RawBuilder<unknown>[],
  order: RawBuilder<unknown>,
  limit: number,
): RawBuilder<unknown> {
  const all = [sql`status = 'published'`, ...conditions];
  return sql`select * from (
    select id, sequence, released_at from (
      select id, id as article_id, status, sequence, released_at from articles
    ) as candidates
    where ${sql.join(all, sql` and `)} order by ${order} limit ${limit}
  ) as newest`;
}

function placeConditions({ since, until, above, upTo }: ArticleQuery): RawBuilder<unknown>[] {
  return [
    since && sql`released_at >= ${since.epochMilliseconds}`,
    until && sql`released_at < ${until.epochMilliseconds}`,
    above !== undefined && sql`sequence > ${above}`,
    upTo !== undefined && sql`sequence <= ${upTo}`,
  ].filter((condition) => condition !== false && condition !== undefined);
}

/**
 * One quote whose speaker's name holds every word. The full-text index says first which articles come into question,
 * so that a name that nobody bears is answered at once. Words are letters and digits only: LIKE needs no escape.
 */
function speakerConditions(engine: Engine, speaker: string | undefined): RawBuilder<unknown>[] {
  if (speaker === undefined) return [];
  const words = foldedWords(speaker);
  const named = words.map((word) => sql`quotes.speaker_words like ${`% ${word} %`}`);
  return [
    sql`article_id in (${SPEAKER_IDS[engine](words)})`,
    // The offset keeps PostgreSQL from turning this into a join with all quotes there are.
    sql`exists (
      select 1 from quotes
      join articles as speaking on speaking.id = quotes.article_id and speaking.revision = quotes.revision
      where quotes.article_id = candidates.article_id and ${sql.join(named, sql` and `)}
      limit 1 offset 0
    )`,
  ];
}
