import type { PassingNotices } from '../delivery/passing-notices.ts';
import type { Database } from './database.ts';

export function createPassingNotices({ kysely }: Database): PassingNotices {
  return {
    async note({ chatId, messageId }, until) {
      await kysely
        .insertInto('passing_notices')
        .values({ chat_id: chatId, message_id: messageId, until: until.epochMilliseconds })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async due(at, limit) {
      const rows = await kysely
        .selectFrom('passing_notices')
        .select(['chat_id', 'message_id'])
        .where('until', '<=', at.epochMilliseconds)
        .orderBy('until')
        .limit(limit)
        .execute();
      return rows.map(({ chat_id, message_id }) => ({ chatId: chat_id, messageId: message_id }));
    },
    async forget({ chatId, messageId }) {
      await kysely
        .deleteFrom('passing_notices')
        .where('chat_id', '=', chatId)
        .where('message_id', '=', messageId)
        .execute();
    },
  };
}
