import { sql, type Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Amendments, ShownPart } from '../delivery/amendments.ts';
import type { Amendment } from '../news/amendment.ts';
import type { Database } from './database.ts';
import { storeEdition, toMessage } from './editions.ts';
import { isOneOf } from './given-ids.ts';
import type { Schema } from './schema.ts';
import { instant } from './time.ts';
import { storable } from './words.ts';

/** An edition of edits stands beside the edition whose messages it edits, under this key. */
const EDIT = 'edit/';

/** What was changed of published articles, and whom it is to be carried to. */
export function createAmendments({ kysely, engine }: Database): Amendments {
  return {
    async open() {
      const rows = await kysely
        .selectFrom('amendments')
        .selectAll()
        .where(sql<boolean>`open = 1`)
        .orderBy('id')
        .execute();
      return rows.map(toAmendment);
    },
    async close(id) {
      await kysely.updateTable('amendments').set({ open: 0 }).where('id', '=', id).execute();
    },
    async partsShowing(articleId, after, limit) {
      const rows = await kysely
        .selectFrom('edition_articles')
        .innerJoin('editions', 'editions.id', 'edition_articles.edition_id')
        .innerJoin('edition_parts', (join) =>
          join
            .onRef('edition_parts.edition_id', '=', 'edition_articles.edition_id')
            .onRef('edition_parts.part', '=', 'edition_articles.part'),
        )
        .selectAll('edition_parts')
        .where('edition_articles.article_id', '=', articleId)
        .where('editions.key', 'not like', `${EDIT}%`)
        .$if(after !== undefined, (query) =>
          query.where(
            sql<boolean>`(edition_articles.edition_id, edition_articles.part) > (${after?.editionId}, ${after?.part})`,
          ),
        )
        .orderBy('edition_articles.edition_id')
        .orderBy('edition_articles.part')
        .limit(limit)
        .execute();
      return rows.map(toShownPart);
    },
    rewrite: (part, message) =>
      kysely
        .transaction()
        .execute((trx) => (message === undefined ? skipWaiting(trx, part) : rewrite(trx, part, message))),
    writeEdits: (part, message, amendment, until, now, afterId, limit) =>
      kysely.transaction().execute(async (trx) => {
        const editionId = await storeEdits(trx, part, message, now);
        return copyDelivered(trx, part, { editionId, amendment, until, now, afterId, limit });
      }),
    tell: (articleId, edition, language, now, afterChat, limit) =>
      kysely.transaction().execute(async (trx) => {
        const editionId = await storeEdition(trx, edition, now);
        return tellReached(trx, { articleId, editionId, language, now, afterChat, limit });
      }),
    async missed(articleId, chats) {
      if (chats.length === 0) return [];
      const { rows } = await sql<{ id: number }>`
        select chats.id from chats
        join articles on articles.id = ${articleId}
        where ${isOneOf(
          engine,
          'chats.id',
          chats.map(({ id }) => id),
        )} and chats.briefed_to >= articles.sequence
          and not exists (
            select 1 from deliveries
            join edition_articles on edition_articles.edition_id = deliveries.edition_id
              and edition_articles.part = deliveries.part and edition_articles.article_id = articles.id
            where deliveries.chat_id = chats.id and (
              deliveries.state in ('pending', 'leased', 'sending')
              or (deliveries.state = 'sent' and not exists (
                select 1 from amendments where amendments.article_id = articles.id
                  and amendments.kind = 'hold' and amendments.at <= deliveries.sent_at
              ))
            )
          )`.execute(kysely);
      const missed = new Set(rows.map(({ id }) => id));
      return chats.filter(({ id }) => missed.has(id));
    },
    async countReached(articleId) {
      const { rows } = await sql<{ chats: number }>`
        select count(distinct deliveries.chat_id) as chats from edition_articles
        join deliveries on deliveries.edition_id = edition_articles.edition_id and deliveries.part = edition_articles.part
        where edition_articles.article_id = ${articleId} and deliveries.message_id is not null`.execute(kysely);
      return Number(rows[0]?.chats ?? 0);
    },
  };
}

type PartRow = Schema['edition_parts'];

function toShownPart(row: PartRow): ShownPart {
  return {
    editionId: row.edition_id,
    part: row.part,
    message: toMessage(row),
    layout: row.layout === null ? undefined : JSON.parse(row.layout),
  };
}

export function toAmendment(row: {
  id: number;
  article_id: number;
  kind: Amendment['kind'];
  note: string | null;
  at: number;
  tells: 0 | 1;
}): Amendment {
  return {
    id: row.id,
    articleId: row.article_id,
    kind: row.kind,
    note: row.note ?? undefined,
    at: instant(row.at),
    tells: row.tells === 1,
  };
}

async function rewrite(trx: Transaction<Schema>, part: ShownPart, message: ShownPart['message']): Promise<void> {
  await trx
    .updateTable('edition_parts')
    .set({ html: storable(message.html), buttons: JSON.stringify(message.buttons) })
    .where('edition_id', '=', part.editionId)
    .where('part', '=', part.part)
    .execute();
  // What is leased was read with the old text, and is surely not sent yet.
  await trx
    .updateTable('deliveries')
    .set({ state: 'pending', leased_until: null })
    .where('edition_id', '=', part.editionId)
    .where('part', '=', part.part)
    .where(sql<boolean>`state = 'leased'`)
    .execute();
}

async function skipWaiting(trx: Transaction<Schema>, part: ShownPart): Promise<void> {
  await trx
    .updateTable('deliveries')
    .set({ state: 'skipped', leased_until: null, error: 'all that it told was withdrawn' })
    .where('edition_id', '=', part.editionId)
    .where('part', '=', part.part)
    .where(sql<boolean>`state in ('pending', 'leased')`)
    .execute();
}

/** The edition of the edits of a message, with the newest text. */
async function storeEdits(
  trx: Transaction<Schema>,
  { editionId, part }: ShownPart,
  message: ShownPart['message'],
  now: Temporal.Instant,
): Promise<number> {
  const key = `${EDIT}${editionId}/${part}`;
  const id = await storeEdition(trx, { key, kind: 'correction', parts: [{ message, articleIds: [] }] }, now);
  await trx
    .updateTable('edition_parts')
    .set({ html: storable(message.html), buttons: JSON.stringify(message.buttons) })
    .where('edition_id', '=', id)
    .execute();
  return id;
}

interface CopyOptions {
  readonly editionId: number;
  readonly amendment: Amendment;
  readonly until: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly afterId: number;
  readonly limit: number;
}

/** One edit for each delivered message of a page; one that was written for an earlier amendment is due once more. */
async function copyDelivered(
  trx: Transaction<Schema>,
  { editionId: from, part }: ShownPart,
  { editionId, amendment, until, now, afterId, limit }: CopyOptions,
): Promise<number | undefined> {
  const page = await trx
    .selectFrom('deliveries')
    .select('id')
    .where('edition_id', '=', from)
    .where('part', '=', part)
    .where('message_id', 'is not', null)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
  const last = page.at(-1)?.id;
  if (last === undefined) return undefined;
  const at = sql`cast(${now.epochMilliseconds} as bigint)`;
  await sql`
    insert into deliveries (edition_id, chat_id, part, urgency, silent, state, queued_at, not_before, edits)
    select cast(${editionId} as bigint), chat_id, 0, 1, 1, 'pending', ${at}, ${at}, message_id
    from deliveries as shown
    where shown.edition_id = ${from} and shown.part = ${part} and shown.id > ${afterId} and shown.id <= ${last}
      and shown.state = 'sent' and shown.sent_at <= ${until.epochMilliseconds}
      and exists (select 1 from chats where chats.id = shown.chat_id and chats.state <> 'gone')
    on conflict (chat_id, edition_id, part) do update
      set state = 'pending', queued_at = ${at}, not_before = ${at}, attempts = 0, error = null
      where deliveries.state in ('sent', 'failed', 'skipped')
        and deliveries.queued_at < ${amendment.at.epochMilliseconds}`.execute(trx);
  return page.length < limit ? undefined : last;
}

interface TellOptions {
  readonly articleId: number;
  readonly editionId: number;
  readonly language: string;
  readonly now: Temporal.Instant;
  readonly afterChat: number | undefined;
  readonly limit: number;
}

async function tellReached(
  trx: Transaction<Schema>,
  { articleId, editionId, language, now, afterChat, limit }: TellOptions,
): Promise<number | undefined> {
  const page = await trx
    .selectFrom('chats')
    .select('id')
    .$if(afterChat !== undefined, (query) => query.where('id', '>', afterChat ?? 0))
    .orderBy('id')
    .limit(limit)
    .execute();
  const [first, last] = [page[0]?.id, page.at(-1)?.id];
  if (first === undefined || last === undefined) return undefined;
  const at = sql`cast(${now.epochMilliseconds} as bigint)`;
  await sql`
    insert into deliveries (edition_id, chat_id, part, urgency, silent, state, queued_at, not_before)
    select cast(${editionId} as bigint), chats.id, 0, 1, 0, 'pending', ${at}, ${at} from chats
    where chats.id >= ${first} and chats.id <= ${last} and chats.language = ${language} and chats.state <> 'gone'
      and exists (
        select 1 from edition_articles
        join deliveries on deliveries.edition_id = edition_articles.edition_id
          and deliveries.part = edition_articles.part and deliveries.chat_id = chats.id
        where edition_articles.article_id = ${articleId} and deliveries.message_id is not null
      )
    on conflict do nothing`.execute(trx);
  return page.length < limit ? undefined : last;
}
