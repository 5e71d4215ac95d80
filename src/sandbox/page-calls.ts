import { z } from 'zod';
import type { BotApi } from './bot-api.ts';
import { SEATS, type Seat } from './seats.ts';

/** What a call of the page answers: a result, or a sentence on what was wrong with it. */
export type PageAnswer = { ok: true; result: unknown } | { ok: false; problem: string };

type PageCall = (api: BotApi, body: unknown) => Promise<PageAnswer>;

const as = z.enum(['owner', 'subscriber', 'group']);
const messageId = z.int().positive();
const CAPTION_MAX = 1024;

const done: PageAnswer = { ok: true, result: true };

/** A call whose body has this shape; what it does is done by the person in the seat it names. */
function call<Body extends { as: Seat['name'] }>(
  shape: z.ZodType<Body>,
  perform: (api: BotApi, seat: Seat, body: Body) => PageAnswer | Promise<PageAnswer>,
): PageCall {
  return async (api, body) => {
    const read = shape.safeParse(body);
    if (!read.success) return { ok: false, problem: z.prettifyError(read.error) };
    const seat = SEATS.find(({ name }) => name === read.data.as);
    if (!seat) return { ok: false, problem: 'Nobody sits there.' };
    try {
      return await perform(api, seat, read.data);
    } catch (error) {
      return { ok: false, problem: error instanceof Error ? error.message : String(error) };
    }
  };
}

const CALLS = new Map<string, PageCall>([
  [
    'send',
    call(z.object({ as, text: z.string(), replyTo: messageId.optional() }), (api, seat, { text, replyTo }) => {
      if (text.trim() === '') return { ok: false, problem: 'There is nothing to send.' };
      const sent = api.sendText(seat.chat, seat.user, text, { replyTo });
      return { ok: true, result: sent.map(({ message }) => message.message_id) };
    }),
  ],
  [
    'document',
    call(
      z.object({ as, name: z.string().min(1).max(255), base64: z.base64(), caption: z.string() }),
      (api, seat, { name, base64, caption }) => {
        if (caption.length > CAPTION_MAX) return { ok: false, problem: captionTooLong(caption.length) };
        const sent = api.sendDocument(seat.chat, seat.user, { name, content: Buffer.from(base64, 'base64'), caption });
        return { ok: true, result: [sent.message.message_id] };
      },
    ),
  ],
  [
    'edit',
    call(z.object({ as, messageId, text: z.string().min(1).max(4096) }), (api, seat, body) => {
      api.editText(seat.chat, seat.user, body.messageId, body.text);
      return done;
    }),
  ],
  [
    'press',
    call(
      z.object({ as, messageId, row: z.int().nonnegative(), column: z.int().nonnegative() }),
      async (api, seat, body) => {
        const { row, column } = body;
        const { answer, url } = api.press(seat.chat, seat.user, body.messageId, { row, column });
        return { ok: true, result: url === undefined ? ((await answer) ?? null) : { url } };
      },
    ),
  ],
  [
    'block',
    call(z.object({ as, blocked: z.boolean() }), (api, seat, { blocked }) => {
      if (seat.chat !== seat.user) return { ok: false, problem: 'Only a person can block the bot.' };
      if (blocked) api.block(seat.user);
      else api.unblock(seat.user);
      return done;
    }),
  ],
]);

function captionTooLong(length: number): string {
  return `A caption has at most ${CAPTION_MAX} characters; this one has ${length}. Send the text by itself, then the file.`;
}

/** Does what the page asks for. */
export async function pageCall(api: BotApi, name: string, body: unknown): Promise<PageAnswer> {
  const known = CALLS.get(name);
  return known ? known(api, body) : { ok: false, problem: `The sandbox knows no call "${name}".` };
}
