import type { Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Edition, Message } from '../delivery/outbox.ts';
import type { Schema } from './schema.ts';
import { storable } from './words.ts';

/** Rows in one statement: far from what either engine takes in parameters. */
const ROWS_AT_ONCE = 1_000;

/** Stores editions with their parts; of a key that is stored already, nothing. */
export async function storeEditions(
  trx: Transaction<Schema>,
  editions: readonly Edition[],
  now: Temporal.Instant,
): Promise<void> {
  const parts: EditionPartRow[] = [];
  const articles: EditionArticleRow[] = [];
  for (const some of inChunks(editions)) {
    const stored = await trx
      .insertInto('editions')
      .values(some.map(({ key, kind }) => ({ key, kind, composed_at: now.epochMilliseconds })))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning(['id', 'key'])
      .execute();
    const ids = new Map(stored.map(({ id, key }) => [key, id]));
    for (const edition of some) {
      const id = ids.get(edition.key);
      if (id === undefined) continue;
      ids.delete(edition.key);
      parts.push(...partRows(id, edition));
      articles.push(...articleRows(id, edition));
    }
  }
  for (const some of inChunks(parts)) await trx.insertInto('edition_parts').values(some).execute();
  for (const some of inChunks(articles)) await trx.insertInto('edition_articles').values(some).execute();
}

/** A message as it was stored with its edition. */
export function toMessage({ html, buttons }: Pick<EditionPartRow, 'html' | 'buttons'>): Message {
  return { html, buttons: JSON.parse(buttons) };
}

type EditionPartRow = Schema['edition_parts'];
type EditionArticleRow = Schema['edition_articles'];

function partRows(id: number, edition: Edition): EditionPartRow[] {
  return edition.parts.map(({ message }, part) => ({
    edition_id: id,
    part,
    html: storable(message.html),
    buttons: JSON.stringify(message.buttons),
  }));
}

function articleRows(id: number, edition: Edition): EditionArticleRow[] {
  return edition.parts.flatMap(({ articleIds }, part) =>
    [...new Set(articleIds)].map((articleId) => ({ edition_id: id, part, article_id: articleId })),
  );
}

function inChunks<T>(rows: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) chunks.push(rows.slice(from, from + ROWS_AT_ONCE));
  return chunks;
}
