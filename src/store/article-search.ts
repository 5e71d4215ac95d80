import { type RawBuilder, sql } from 'kysely';
import type { Reader } from './article-rows.ts';
import type { Writing } from './article-writing.ts';
import type { Engine } from './engine.ts';
import { foldedWords } from './words.ts';

/** A tsvector holds 1 MB at most, and no reporting is longer than this many characters. */
const INDEXED_CHARACTERS = 200_000;

/** A question of more words than this is a pasted text. */
const WORDS_IN_A_QUESTION = 32;

/** Puts an article's words into the full-text index in the place of what stood there. */
export async function indexArticle(
  { trx, engine }: Writing,
  id: number,
  headline: string,
  body: string,
): Promise<void> {
  const headlineWords = indexed(headline);
  const bodyWords = indexed(body);
  if (engine === 'sqlite') {
    await sql`delete from article_search where rowid = ${id}`.execute(trx);
    await sql`insert into article_search (rowid, headline, body) values (${id}, ${headlineWords}, ${bodyWords})`.execute(
      trx,
    );
  } else {
    await sql`
      insert into article_words (article_id, words)
      values (
        ${id},
        setweight(to_tsvector('simple', ${headlineWords}), 'A') || setweight(to_tsvector('simple', ${bodyWords}), 'D')
      )
      on conflict (article_id) do update set words = excluded.words`.execute(trx);
  }
}

/** Ids of published articles that hold all the words, best first; any text may be asked for. */
export async function searchIds(
  reader: Reader,
  engine: Engine,
  text: string,
  offset: number,
  limit: number,
): Promise<number[]> {
  const words = [...new Set(foldedWords(text))].slice(0, WORDS_IN_A_QUESTION);
  if (words.length === 0) return [];
  const { rows } = await QUESTIONS[engine](words, offset, limit).execute(reader);
  return rows.map(({ id }) => id);
}

type Question = (words: readonly string[], offset: number, limit: number) => RawBuilder<{ id: number }>;

/** A headline's word weighs ten times a body's in both. */
const QUESTIONS: Record<Engine, Question> = {
  sqlite: (words, offset, limit) => sql`
    select articles.id
    from article_search
    join articles on articles.id = article_search.rowid
    where article_search match ${words.map((word) => `"${word}"`).join(' ')} and articles.status = 'published'
    order by bm25(article_search, 10.0, 1.0), articles.sequence desc
    limit ${limit} offset ${offset}`,
  postgres: (words, offset, limit) => sql`
    select articles.id
    from article_words
    join articles on articles.id = article_words.article_id
    cross join plainto_tsquery('simple', ${words.join(' ')}) as question
    where article_words.words @@ question and articles.status = 'published'
    order by ts_rank(article_words.words, question) desc, articles.sequence desc
    limit ${limit} offset ${offset}`,
};

function indexed(text: string): string {
  return foldedWords(text).join(' ').slice(0, INDEXED_CHARACTERS).toWellFormed();
}
