import { type RawBuilder, sql } from 'kysely';
import { byStrength, isRepeat, type Likeness } from '../news/likeness.ts';
import { likenessBands, NEAR_DUPLICATE_SHARE, wordsSharedWith } from '../reading/near-duplicates.ts';
import type { Reader } from './article-rows.ts';
import { type ComparedText, likenessKeys } from './likeness.ts';

/** How many stored likenesses an editor is told of. */
const LIKENESSES = 10;
/** Of a band that many articles share, the newest so many are taken: a look-up reads no more in a large archive. */
const TAKEN_OF_A_BAND = 16;
/** Texts that are compared word for word: those that share the most bands. */
const COMPARED = 8;

type Keys = ReturnType<typeof likenessKeys>;
type Ids = RawBuilder<{ id: number }>;

/**
 * Stored articles with the same address, text or headline, or with nearly the same words, the strongest likeness first;
 * in any state, as what was retracted must not come back unseen. `except` is the article itself. Reads a bounded number of rows of
 * indexes and at most 38 texts, however many articles are stored.
 */
export async function alike(reader: Reader, text: ComparedText, except: number | undefined): Promise<Likeness[]> {
  const keys = likenessKeys(text);
  const ids = new Set([
    ...(await idsOf(reader, withSameKey(keys, except))),
    ...(await idsOf(reader, withSameBands(likenessBands(text.body), except))),
  ]);
  if (ids.size === 0) return [];
  const rows = await reader
    .selectFrom('articles')
    .innerJoin('article_revisions as text', (join) =>
      join.onRef('text.article_id', '=', 'articles.id').onRef('text.revision', '=', 'articles.revision'),
    )
    .select(['articles.id', 'articles.status', 'articles.headline_key', 'articles.url_key', 'articles.body_key'])
    .select(['text.headline', 'text.body'])
    .where('articles.id', 'in', [...ids])
    .execute();
  const sharedWith = wordsSharedWith(text.body);
  return rows
    .map((row) => likenessOf(keys, sharedWith, row))
    .filter((likeness) => likeness.sameHeadline || isRepeat(likeness))
    .sort(byStrength)
    .slice(0, LIKENESSES);
}

interface StoredText extends Keys, Pick<Likeness, 'id' | 'headline' | 'status'> {
  readonly body: string;
}

/** An article without a headline, an address or a body is in that like no other. */
function likenessOf(keys: Keys, sharedWith: (body: string) => number, stored: StoredText): Likeness {
  const { id, headline, status } = stored;
  const sameText = keys.body_key !== '' && keys.body_key === stored.body_key;
  const share = sameText ? 1 : sharedWith(stored.body);
  return {
    id,
    headline,
    status,
    sameAddress: keys.url_key !== null && keys.url_key === stored.url_key,
    sameText,
    sameHeadline: keys.headline_key !== '' && keys.headline_key === stored.headline_key,
    sharedPercent: share >= NEAR_DUPLICATE_SHARE && !sameText ? Math.floor(share * 100) : undefined,
  };
}

async function idsOf(reader: Reader, query: Ids | undefined): Promise<number[]> {
  if (query === undefined) return [];
  const { rows } = await query.execute(reader);
  return rows.map(({ id }) => id);
}

/** Each key is one range of one index; an `or` over them lures SQLite into reading all articles by their ids. */
function withSameKey(keys: Keys, except = 0): Ids | undefined {
  const ranges = Object.entries(keys)
    .filter(([, key]) => key !== null && key !== '')
    .map(
      ([column, key]) => sql`select * from (
        select id from articles where ${sql.ref(column)} = ${key} and id <> ${except} order by id desc limit ${LIKENESSES}
      ) as newest`,
    );
  return ranges.length === 0 ? undefined : sql`select distinct id from (${sql.join(ranges, UNION)}) as found`;
}

function withSameBands(bands: readonly number[], except = 0): Ids | undefined {
  if (bands.length === 0) return undefined;
  const ranges = bands.map(
    (band) => sql`select * from (
      select article_id as id from article_bands
      where band = ${band} and article_id <> ${except} order by article_id desc limit ${TAKEN_OF_A_BAND}
    ) as newest`,
  );
  return sql`
    select id from (${sql.join(ranges, UNION)}) as found
    group by id order by count(*) desc, id desc limit ${COMPARED}`;
}

const UNION = sql` union all `;
