import { knownChat, knownPerson } from './cast.ts';
import { inlineKeyboard } from './keyboard.ts';
import type { CallbackAnswer, InlineAnswer, Queries } from './queries.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { Button } from './wire.ts';
import { messageOf, type World } from './world.ts';

/** A button by its label or callback data, by a pattern on its label, or by its place. */
export type WhichButton = string | RegExp | { row: number; column: number };

export type Press = {
  updateId: number | undefined;
  /** The address that a URL button opens; pressing it asks the bot nothing. */
  url: string | undefined;
  /** What the bot answered; undefined where it did not in time. */
  answer: Promise<CallbackAnswer | undefined>;
};

/** What people ask with a tap: presses of inline buttons, and inline queries. */
export function createAsking(world: World, queue: UpdateQueue, queries: Queries) {
  const pressData = (chatId: number, userId: number, messageId: number, data: string): Press => {
    const kept = messageOf(world, chatId, messageId);
    if (!kept) throw new Error(`There is no message ${messageId} in chat ${chatId}`);
    const query = queries.callbacks.ask();
    const payload = {
      id: query.id,
      from: knownPerson(world, userId),
      message: kept.wire,
      chat_instance: String(knownChat(world, chatId).id),
      data,
    };
    const updateId = queue.push({ callback_query: payload }, `person ${userId}`);
    return { updateId, url: undefined, answer: query.answer };
  };

  return {
    press(chatId: number, userId: number, messageId: number, which: WhichButton): Press {
      const button = buttonOn(world, chatId, messageId, which);
      if (button.callback_data !== undefined) return pressData(chatId, userId, messageId, button.callback_data);
      return { updateId: undefined, url: button.url, answer: Promise.resolve(undefined) };
    },

    /** A press with any data, as a client with an old or forged button sends it. */
    pressData,

    inlineQuery(
      userId: number,
      query: string,
      offset = '',
    ): { updateId: number | undefined; answer: Promise<InlineAnswer | undefined> } {
      const { id, answer } = queries.inline.ask();
      const payload = { id, from: knownPerson(world, userId), query, offset, chat_type: 'sender' };
      return { updateId: queue.push({ inline_query: payload }, `person ${userId}`), answer };
    },
  };
}

function buttonOn(world: World, chatId: number, messageId: number, which: WhichButton): Button {
  const markup = messageOf(world, chatId, messageId)?.wire.reply_markup;
  const rows = inlineKeyboard(markup)?.inline_keyboard ?? [];
  const found =
    typeof which === 'object' && 'row' in which
      ? rows[which.row]?.[which.column]
      : rows
          .flat()
          .find(({ text, callback_data }) =>
            typeof which === 'string' ? text === which || callback_data === which : which.test(text),
          );
  if (found) return found;
  const labels = rows.map((row) => row.map(({ text }) => text).join(' | ')).join(' / ');
  const wanted = typeof which === 'object' && 'row' in which ? JSON.stringify(which) : String(which);
  throw new Error(`Message ${messageId} in chat ${chatId} has no button ${wanted}; it has: ${labels || 'none'}`);
}
