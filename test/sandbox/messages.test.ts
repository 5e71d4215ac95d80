import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTelegram, type Telegram } from '../support/telegram.ts';

let tg: Telegram;
beforeEach(async () => {
  tg = await startTelegram();
});
afterEach(() => tg.close());

const send = (params: Record<string, unknown>) => tg.call('sendMessage', { chat_id: tg.subscriber, ...params });
const idOf = (answer: { result?: unknown }) => {
  const { result } = answer;
  return typeof result === 'object' && result !== null && 'message_id' in result ? Number(result.message_id) : 0;
};
const button = (data: string) => ({ inline_keyboard: [[{ text: 'Go', callback_data: data }]] });

describe('sending', () => {
  it('stands in the chat with its entities, and says whether it was silent', async () => {
    await send({ text: ' <b>News</b> at /latest ', parse_mode: 'HTML', disable_notification: true });
    expect(tg.last(tg.subscriber)).toMatchObject({
      text: 'News at /latest',
      entities: [
        { type: 'bold', offset: 0, length: 4 },
        { type: 'bot_command', offset: 8, length: 7 },
      ],
      silent: true,
      byBot: true,
    });
  });

  it.each([
    [{ text: '' }, 'message text is empty'],
    [{ text: ' \n ' }, 'text must be non-empty'],
    [{ text: '<b> </b>', parse_mode: 'HTML' }, 'text must be non-empty'],
    [
      { text: 'x', entities: [{ type: 'bold', offset: 0, length: 2 }] },
      'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2',
    ],
    [{ text: '<b>x', parse_mode: 'HTML' }, 'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'],
    [{ text: 'x', parse_mode: 'Fancy' }, 'unsupported parse_mode'],
    [{ text: 'x', chat_id: 99 }, 'chat not found'],
    [{ text: 'x', chat_id: '' }, 'chat_id is empty'],
    [{ text: 'x', chat_id: '@nobody_here' }, 'chat not found'],
    [{ text: 'x'.repeat(4097) }, 'message is too long'],
    [{ text: 'x'.repeat(32_769) }, 'text is too long'],
    [{ text: 'x', reply_markup: button('d'.repeat(65)) }, 'BUTTON_DATA_INVALID'],
    [{ text: 'x', reply_markup: button('ж'.repeat(33)) }, 'BUTTON_DATA_INVALID'],
    [
      { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'Go' }]] } },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'Go', url: 'nowhere' }]] } },
      "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    ],
    [{ text: 'x', reply_markup: '{' }, "can't parse reply keyboard markup JSON object"],
    [{ text: 'x', reply_parameters: { message_id: 77 } }, 'message to be replied not found'],
    [{ text: 'x', message_thread_id: 5 }, 'message thread not found'],
  ])('is refused for %j', async (params, words) => {
    expect(await send(params)).toEqual({ ok: false, error_code: 400, description: `Bad Request: ${words}` });
    expect(tg.botMessages(tg.subscriber)).toEqual([]);
  });

  it('counts code points after entities are parsed: 4,096 emoji between tags pass, one more does not', async () => {
    const emoji = (count: number) => ({ text: `<b>${'😀'.repeat(count)}</b>&amp;`, parse_mode: 'HTML' });
    expect((await send(emoji(4095))).ok).toBe(true);
    expect(await send(emoji(4096))).toMatchObject({ description: 'Bad Request: message is too long' });
  });

  it('takes callback data of exactly 64 bytes', async () => {
    expect((await send({ text: 'x', reply_markup: button('ж'.repeat(32)) })).ok).toBe(true);
  });

  it('may not write first to a person whom it has only seen in a group', async () => {
    tg.api.addUser({ id: 8, first_name: 'Dana' });
    tg.api.setMember(tg.group, 8, 'member');
    expect(await send({ chat_id: 8, text: 'x' })).toMatchObject({
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
  });

  it('leaves out a button without a label, and a keyboard without buttons', async () => {
    await send({ text: 'x', reply_markup: { inline_keyboard: [[{ text: '', callback_data: 'a' }], []] } });
    expect(tg.last(tg.subscriber).reply_markup).toBeUndefined();
  });

  it('finds no chat with a person who has never written', async () => {
    tg.api.addUser({ id: 7, first_name: 'Nadia' });
    expect(await send({ chat_id: 7, text: 'x' })).toMatchObject({ description: 'Bad Request: chat not found' });
    tg.api.sendText(7, 7, '/start');
    expect((await send({ chat_id: 7, text: 'x' })).ok).toBe(true);
  });

  it('sends without the reply where that was allowed', async () => {
    const reply_parameters = { message_id: 77, allow_sending_without_reply: true };
    expect((await send({ text: 'x', reply_parameters })).ok).toBe(true);
  });
});

describe('editing', () => {
  const edit = (params: Record<string, unknown>) =>
    tg.call('editMessageText', { chat_id: tg.subscriber, text: 'new', ...params });

  it('changes the text in place, marks it edited, and takes the keyboard off unless it is given again', async () => {
    const message_id = idOf(await send({ text: 'old', reply_markup: button('a') }));
    await edit({ message_id });
    expect(tg.messages(tg.subscriber)).toHaveLength(1);
    expect(tg.last(tg.subscriber)).toMatchObject({ text: 'new', edit_date: expect.any(Number) });
    expect(tg.last(tg.subscriber).reply_markup).toBeUndefined();
    await tg.call('editMessageReplyMarkup', { chat_id: tg.subscriber, message_id, reply_markup: button('b') });
    expect(tg.last(tg.subscriber)).toMatchObject({ text: 'new', reply_markup: button('b') });
  });

  it('is refused where nothing would change', async () => {
    const message_id = idOf(await send({ text: '<b>old</b>', parse_mode: 'HTML', reply_markup: button('a') }));
    const same = { message_id, text: '<strong>old</strong>', parse_mode: 'HTML', reply_markup: button('a') };
    expect(await edit(same)).toMatchObject({ description: expect.stringContaining('message is not modified') });
    expect((await edit({ ...same, reply_markup: button('b') })).ok).toBe(true);
    expect(await edit({ ...same, reply_markup: button('b') })).toMatchObject({
      description: expect.stringContaining('message is not modified'),
    });
  });

  it('is refused for a message that is not there, not the bot’s, or too long', async () => {
    const [theirs] = tg.api.sendText(tg.subscriber, tg.subscriber, 'mine');
    const own = idOf(await send({ text: 'x' }));
    expect(await edit({ message_id: 99 })).toMatchObject({ description: 'Bad Request: message to edit not found' });
    expect(await edit({ message_id: theirs?.message.message_id })).toMatchObject({
      description: "Bad Request: message can't be edited",
    });
    expect(await edit({ message_id: own, text: 'x'.repeat(4097) })).toMatchObject({
      description: 'Bad Request: MESSAGE_TOO_LONG',
    });
  });
});

it('deletes a message once', async () => {
  const message_id = idOf(await send({ text: 'x' }));
  expect((await tg.call('deleteMessage', { chat_id: tg.subscriber, message_id })).ok).toBe(true);
  expect(tg.messages(tg.subscriber)).toEqual([]);
  expect(await tg.call('deleteMessage', { chat_id: tg.subscriber, message_id })).toMatchObject({
    description: 'Bad Request: message to delete not found',
  });
});

it('gives message ids that rise over all private chats', async () => {
  const ids = [idOf(await send({ text: 'a' })), idOf(await send({ text: 'b', chat_id: tg.owner }))];
  const [own] = tg.api.sendText(tg.subscriber, tg.subscriber, 'c');
  expect([...ids, own?.message.message_id]).toEqual([1, 2, 3]);
});

it('answers a press once, and only one that was made', async () => {
  const message_id = idOf(await send({ text: 'x', reply_markup: button('go') }));
  const press = tg.api.press(tg.subscriber, tg.subscriber, message_id, 'Go');
  const updates = JSON.stringify((await tg.call('getUpdates')).result);
  const callback_query_id = /"callback_query":\{"id":"(\d+)"/.exec(updates)?.[1];
  expect(updates).toContain('"data":"go"');
  expect(await tg.call('answerCallbackQuery', { callback_query_id, text: 'x'.repeat(201) })).toMatchObject({
    description: 'Bad Request: MESSAGE_TOO_LONG',
  });
  await tg.call('answerCallbackQuery', { callback_query_id, text: 'done', show_alert: true });
  expect(await press.answer).toEqual({ text: 'done', alert: true, url: undefined });
  const tooLate = 'query is too old and response timeout expired or query ID is invalid';
  expect(await tg.call('answerCallbackQuery', { callback_query_id })).toMatchObject({
    description: `Bad Request: ${tooLate}`,
  });
});

it('says which buttons there are when one is pressed that is not there', async () => {
  const message_id = idOf(await send({ text: 'x', reply_markup: button('go') }));
  expect(() => tg.api.press(tg.subscriber, tg.subscriber, message_id, 'Stop')).toThrow('it has: Go');
});
