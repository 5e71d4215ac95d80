import { z } from 'zod';
import { type Accepted, accept, badRequest, type Refusal } from './answer.ts';
import { checkedLink } from './formatting/parse-html.ts';
import type { Params } from './params.ts';
import type { Button, Keyboard, Markup } from './wire.ts';

const button = z.looseObject({
  text: z.string().optional(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
});
const inline = z.object({ inline_keyboard: z.array(z.array(button)) });
const belowTheText = z.union([
  z.looseObject({ keyboard: z.array(z.array(z.union([z.string(), z.looseObject({ text: z.string() })]))) }),
  z.looseObject({ remove_keyboard: z.literal(true) }),
  z.looseObject({ force_reply: z.literal(true) }),
]);

const ACTIONS = [
  'callback_data',
  'url',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];
const DATA_MAX_BYTES = 64;
const BUTTONS_MAX = 100;
const KEYBOARD_MAX_BYTES = 10_240;

/** Reads `reply_markup`; an inline keyboard without buttons is none. */
export function readMarkup(params: Params): Accepted<Markup | undefined> | Refusal {
  const given = params.text('reply_markup');
  if (given === undefined || given === '' || given === 'null') return accept(undefined);
  const json = params.json('reply_markup');
  const asInline = inline.safeParse(json);
  if (asInline.success) return checkInline(asInline.data.inline_keyboard, given);
  const other = belowTheText.safeParse(json);
  if (other.success) return accept(other.data);
  if (typeof json !== 'object' || json === null) return badRequest("can't parse reply keyboard markup JSON object");
  if ('inline_keyboard' in json) return badRequest('field "inline_keyboard" must be of type Array');
  return 'keyboard' in json ? badRequest('field "keyboard" must be of type Array') : accept(undefined);
}

type RawButton = z.infer<typeof button>;

/** Checks the buttons; those without a label are left out, as Telegram does. */
function checkInline(raw: RawButton[][], given: string): Accepted<Keyboard | undefined> | Refusal {
  for (const each of raw.flat()) {
    const refusal = checkButton(each);
    if (refusal) return refusal;
  }
  const rows = raw.map(labelled).filter((row) => row.length > 0);
  const buttons = rows.flat();
  if (buttons.length > BUTTONS_MAX || Buffer.byteLength(given) > KEYBOARD_MAX_BYTES)
    return badRequest('reply markup is too long');
  return accept(rows.length === 0 ? undefined : { inline_keyboard: rows });
}

function checkButton(each: RawButton): Refusal | undefined {
  if (each.text === undefined) return badRequest('can\'t parse inline keyboard button: Can\'t find field "text"');
  const action = ACTIONS.find((name) => each[name] !== undefined && each[name] !== '');
  if (!action)
    return badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  if (action === 'callback_data' && Buffer.byteLength(each.callback_data ?? '') > DATA_MAX_BYTES)
    return badRequest('BUTTON_DATA_INVALID');
  if (action === 'url' && !checkedLink(each.url ?? ''))
    return badRequest(`inline keyboard button URL '${each.url}' is invalid: Wrong HTTP URL`);
  return undefined;
}

function labelled(row: RawButton[]): Button[] {
  return row.flatMap((each) => {
    const { text, url } = each;
    if (text === undefined || text.trim() === '') return [];
    return [{ ...each, text, ...(url === undefined ? {} : { url: checkedLink(url) ?? url }) }];
  });
}

export function inlineKeyboard(markup: Markup | undefined): Keyboard | undefined {
  const read = inline.safeParse(markup);
  return read.success ? { inline_keyboard: read.data.inline_keyboard.map(labelled) } : undefined;
}
