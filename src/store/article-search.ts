import { type RawBuilder, sql } from 'kysely';
import { foldedWords } from '../news/folded-words.ts';
import { type Reader, readKnownArticle } from './article-rows.ts';
import type { Writing } from './article-writing.ts';
import type { Engine } from './engine.ts';

/** A tsvector holds 1 MB at most, and no reporting is longer than this many characters. */
const INDEXED_CHARACTERS = 200_000;

/** A question of more words than this is a pasted text. */
const WORDS_IN_A_QUESTION = 32;

/** Puts the words of an article's newest revision into the full-text index in the place of what stood there. */
export async function indexArticle({ trx, engine }: Writing, id: number): Promise<void> {
  const article = await readKnownArticle(trx, id);
  const headline = indexed(article.headline);
  const body = indexed(article.body);
  const speakers = indexed([...new Set(article.quotes.map(({ speaker }) => speaker ?? ''))].join(' '));
  if (engine === 'sqlite') {
    await sql`delete from article_search where rowid = ${id}`.execute(trx);
    await sql`insert into article_search (rowid, headline, body, speakers)
      values (${id}, ${headline}, ${body}, ${speakers})`.execute(trx);
  } else {
    await sql`
      insert into article_words (article_id, words)
      values (
        ${id},
        setweight(to_tsvector('simple', ${headline}), 'A') || setweight(to_tsvector('simple', ${body}), 'D')
          || setweight(to_tsvector('simple', ${speakers}), 'B')
      )
      on conflict (article_id) do update set words = excluded.words`.execute(trx);
  }
}

/** The ids of articles in whose speakers' names all these words stand, though not of one speaker: a subquery. */
export const SPEAKER_IDS: Record<Engine, (words: readonly string[]) => RawBuilder<unknown>> = {
  sqlite: (words) =>
    sql`select rowid from article_search where article_search match ${`speakers : (${asPhrases(words)})`}`,
  postgres: (words) => sql`select article_id from article_words
    where words @@ to_tsquery('simple', ${words.map((word) => `'${word}':B`).join(' & ')})`,
};

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

/** A headline's word weighs ten times a body's in both; a speaker's name is weighed where it stands in the body. */
const QUESTIONS: Record<Engine, Question> = {
  sqlite: (words, offset, limit) => sql`
    select articles.id
    from article_search
    join articles on articles.id = article_search.rowid
    where article_search match ${`{headline body} : (${asPhrases(words)})`} and articles.status = 'published'
    order by bm25(article_search, 10.0, 1.0, 0.0), articles.sequence desc
    limit ${limit} offset ${offset}`,
  postgres: (words, offset, limit) => sql`
    select articles.id
    from article_words
    join articles on articles.id = article_words.article_id
    cross join plainto_tsquery('simple', ${words.join(' ')}) as question
    where article_words.words @@ question and articles.status = 'published'
    order by ts_rank('{0.1, 0, 0, 1}', article_words.words, question) desc, articles.sequence desc
    limit ${limit} offset ${offset}`,
};

function asPhrases(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(' ');
}

function indexed(text: string): string {
  return foldedWords(text).join(' ').slice(0, INDEXED_CHARACTERS).toWellFormed();
}
