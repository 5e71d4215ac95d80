import type { Transaction } from 'kysely';
import { storeAudience } from './audience.ts';
import type { Schema } from './schema.ts';

/**
 * Moves a group to the id of its supergroup. Telegram often announces the new id before the old one is known to be
 * dead, so the supergroup may be enrolled already, with the settings of a newcomer: the group's own settings win.
 */
export async function migrateChat(trx: Transaction<Schema>, from: number, to: number): Promise<void> {
  const group = await trx.selectFrom('chats').selectAll().where('id', '=', from).executeTakeFirst();
  if (group === undefined || from === to) return;
  const supergroup = await trx.selectFrom('chats').selectAll().where('id', '=', to).executeTakeFirst();
  if (supergroup === undefined) {
    await trx.updateTable('chats').set({ id: to, kind: 'supergroup' }).where('id', '=', from).execute();
    return moveDeliveries(trx, from, to);
  }
  // Where the supergroup was never briefed, its watermark is only the day it was enrolled, and would lose articles.
  const briefedTo =
    supergroup.last_due_at === null ? group.briefed_to : Math.max(group.briefed_to, supergroup.briefed_to);
  await moveSubscriptions(trx, from, to);
  // The chat before its deliveries: whoever writes some for it holds the chat meanwhile.
  await trx.deleteFrom('chats').where('id', '=', from).execute();
  await moveDeliveries(trx, from, to);
  const { id: _, thread_id, ...settings } = group;
  await trx
    .updateTable('chats')
    .set({
      ...settings,
      title: supergroup.title,
      kind: 'supergroup',
      briefed_to: briefedTo,
      thread_id: supergroup.thread_id ?? thread_id,
    })
    .where('id', '=', to)
    .execute();
  await storeAudience(trx, to);
}

async function moveSubscriptions(trx: Transaction<Schema>, from: number, to: number): Promise<void> {
  await trx
    .insertInto('subscriptions')
    .columns(['chat_id', 'topic'])
    .expression((rows) =>
      rows
        .selectFrom('subscriptions')
        .select(({ val }) => [val(to).as('chat_id'), 'topic'])
        .where('chat_id', '=', from)
        .orderBy('id'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What was queued for both ids under one edition goes once. */
async function moveDeliveries(trx: Transaction<Schema>, from: number, to: number): Promise<void> {
  await trx
    .updateTable('deliveries')
    .set({ chat_id: to })
    .where('chat_id', '=', from)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries as same')
            .select('same.id')
            .where('same.chat_id', '=', to)
            .whereRef('same.edition_id', '=', 'deliveries.edition_id')
            .whereRef('same.part', '=', 'deliveries.part'),
        ),
      ),
    )
    .execute();
  await trx.deleteFrom('deliveries').where('chat_id', '=', from).execute();
}
