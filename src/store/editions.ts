import type { Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Edition, Message } from '../delivery/outbox.ts';
import type { Schema } from './schema.ts';
import { storable } from './words.ts';

/**
 * Stores an edition with its parts and returns its id. One of the key that is stored already stays as it is, and counts
 * as composed now: it is not forgotten before those who get it now.
 */
export async function storeEdition(trx: Transaction<Schema>, edition: Edition, now: Temporal.Instant): Promise<number> {
  const known = await keepEdition(trx, edition.key, now);
  if (known !== undefined) return known;
  const { key, kind } = edition;
  const inserted = await trx
    .insertInto('editions')
    .values({ key, kind, composed_at: now.epochMilliseconds })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  // Another has stored it since the look above; by now its transaction is over, and its parts are there.
  if (inserted === undefined) return (await keepEdition(trx, key, now)) ?? storeEdition(trx, edition, now);
  const { id } = inserted;
  const [parts, articles] = [partRows(id, edition), articleRows(id, edition)];
  if (parts.length > 0) await trx.insertInto('edition_parts').values(parts).execute();
  if (articles.length > 0) await trx.insertInto('edition_articles').values(articles).execute();
  return id;
}

async function keepEdition(trx: Transaction<Schema>, key: string, now: Temporal.Instant): Promise<number | undefined> {
  const known = await trx
    .updateTable('editions')
    .set({ composed_at: now.epochMilliseconds })
    .where('key', '=', key)
    .returning('id')
    .executeTakeFirst();
  return known?.id;
}

/** A message as it was stored with its edition. */
export function toMessage({ html, buttons }: Pick<EditionPartRow, 'html' | 'buttons'>): Message {
  return { html, buttons: JSON.parse(buttons) };
}

type EditionPartRow = Schema['edition_parts'];
type EditionArticleRow = Schema['edition_articles'];

function partRows(id: number, edition: Edition): EditionPartRow[] {
  return edition.parts.map(({ message, layout }, part) => ({
    edition_id: id,
    part,
    html: storable(message.html),
    buttons: JSON.stringify(message.buttons),
    layout: layout === undefined ? null : storable(JSON.stringify(layout)),
  }));
}

function articleRows(id: number, edition: Edition): EditionArticleRow[] {
  return edition.parts.flatMap(({ articleIds }, part) =>
    [...new Set(articleIds)].map((articleId) => ({ edition_id: id, part, article_id: articleId })),
  );
}
