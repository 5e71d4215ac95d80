import type { Temporal } from 'temporal-polyfill';
import type { Amendment, AmendmentKind } from '../news/amendment.ts';
import type { Article } from '../news/article.ts';
import type { NewRevision } from '../news/articles.ts';
import type { CountryCode } from '../news/country.ts';
import { toAmendment } from './amendments.ts';
import { type Reader, readKnownArticle } from './article-rows.ts';
import { nextSequence, publishArticle } from './article-standing.ts';
import type { Writing } from './article-writing.ts';
import { recordAction } from './audit.ts';
import { noteLikeness } from './likeness.ts';
import { assertPlacesInBody } from './quote-places.ts';
import { writeRevision } from './revision-writing.ts';
import { storableOrNull } from './words.ts';

/** A briefing tells of so many corrections; there are never more in a day. */
const MOST_CORRECTED = 20;

/** Stores a new revision beside the old ones; undefined where the article is neither published nor held, or is past `revision`. */
export async function correctArticle(
  writing: Writing,
  id: number,
  { revision, text, countries, quotes, summary, note, change, tells }: NewRevision,
  by: number,
  at: Temporal.Instant,
): Promise<Amendment | undefined> {
  const { trx } = writing;
  const article = await lockedArticle(writing, id, ['published', 'held']);
  if (article === undefined || article.revision !== revision) return undefined;
  assertPlacesInBody(text.body, quotes);
  await trx
    .updateTable('articles')
    .set({ revision: revision + 1 })
    .where('id', '=', id)
    .execute();
  await writeRevision(writing, id, { revision: revision + 1, text, countries, quotes, summary, note, madeAt: at });
  await noteLikeness(trx, id, text);
  await recordAction(trx, id, 'corrected', by, at, change === undefined ? note : `${note} (${change})`);
  return insertAmendment(writing, id, { kind: 'correction', note, tells }, at);
}

/** Withholds a published article; undefined where it is not published. */
export async function holdArticle(
  writing: Writing,
  id: number,
  reason: string | undefined,
  by: number,
  at: Temporal.Instant,
): Promise<Amendment | undefined> {
  const { trx } = writing;
  if ((await lockedArticle(writing, id, ['published'])) === undefined) return undefined;
  await trx.updateTable('articles').set({ status: 'held' }).where('id', '=', id).execute();
  await takeOutOfDigests(writing, id);
  await recordAction(trx, id, 'held', by, at, reason);
  return insertAmendment(writing, id, { kind: 'hold', note: reason, tells: false }, at);
}

/** Takes an article back for good; undefined where it is neither published nor held. */
export async function retractArticle(
  writing: Writing,
  id: number,
  reason: string,
  by: number,
  at: Temporal.Instant,
): Promise<Amendment | undefined> {
  const { trx } = writing;
  if ((await lockedArticle(writing, id, ['published', 'held'])) === undefined) return undefined;
  await trx.updateTable('articles').set({ status: 'retracted' }).where('id', '=', id).execute();
  await takeOutOfDigests(writing, id);
  await trx.deleteFrom('pushes').where('article_id', '=', id).execute();
  await recordAction(trx, id, 'retracted', by, at, reason);
  return insertAmendment(writing, id, { kind: 'kill', note: reason, tells: true }, at);
}

/** Lets a held article go on; who passed over it meanwhile is seen to by the amendment that this leaves. */
export async function releaseArticle(
  writing: Writing,
  id: number,
  by: number,
  at: Temporal.Instant,
): Promise<Article | undefined> {
  if ((await lockedArticle(writing, id, ['held'])) === undefined) return undefined;
  const released = await publishArticle(writing, id, by, at, 'released');
  await insertAmendment(writing, id, { kind: 'release', note: undefined, tells: false }, at);
  return released;
}

/** Tells of a correction by a message of its own in the place of the next briefing. */
export async function tellNow({ trx }: Writing, amendmentId: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('amendments')
    .set({ tells: 1, sequence: null, open: 1 })
    .where('id', '=', amendmentId)
    .where('kind', '=', 'correction')
    .where('tells', '=', 0)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function lockedArticle(
  { trx, engine }: Writing,
  id: number,
  statuses: readonly Article['status'][],
): Promise<Article | undefined> {
  const row = await trx
    .selectFrom('articles')
    .select('id')
    .where('id', '=', id)
    .where('status', 'in', statuses)
    .$if(engine === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
  return row && readKnownArticle(trx, id);
}

/** Digests, selections and coverage go by these copies. */
async function takeOutOfDigests({ trx }: Writing, id: number): Promise<void> {
  await trx
    .updateTable('article_countries')
    .set({ sequence: null, released_at: null })
    .where('article_id', '=', id)
    .execute();
}

async function insertAmendment(
  { trx }: Writing,
  articleId: number,
  { kind, note, tells }: { kind: AmendmentKind; note: string | undefined; tells: boolean },
  at: Temporal.Instant,
): Promise<Amendment> {
  const row = await trx
    .insertInto('amendments')
    .values({
      article_id: articleId,
      kind,
      note: storableOrNull(note),
      at: at.epochMilliseconds,
      sequence: kind === 'correction' && !tells ? await nextSequence(trx) : null,
      tells: tells ? 1 : 0,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toAmendment(row);
}

/** Corrections of articles that were told before, by their own place on the publish sequence. */
export async function correctedIds(
  reader: Reader,
  countries: readonly CountryCode[],
  { above, upTo }: { readonly above: number; readonly upTo: number },
): Promise<number[]> {
  if (countries.length === 0 || upTo <= above) return [];
  const rows = await reader
    .selectFrom('amendments')
    .innerJoin('articles', 'articles.id', 'amendments.article_id')
    .select('articles.id')
    .where('amendments.sequence', '>', above)
    .where('amendments.sequence', '<=', upTo)
    .where('articles.status', '=', 'published')
    .where('articles.sequence', '<=', above)
    .where('articles.id', 'in', (query) =>
      query.selectFrom('article_countries').select('article_id').where('country', 'in', countries),
    )
    .orderBy('amendments.sequence')
    .limit(MOST_CORRECTED)
    .execute();
  return [...new Set(rows.map(({ id }) => id))];
}
