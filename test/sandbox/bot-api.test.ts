import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTelegram, type Telegram } from '../support/telegram.ts';

let tg: Telegram;
beforeEach(async () => {
  tg = await startTelegram();
});
afterEach(() => tg.close());

const methodAt = (method: string, token = tg.token) => `${tg.url}/bot${token}/${method}`;
const text = () => tg.botMessages(tg.subscriber).at(-1)?.text;

it('knows a method by its name in any letter case, by GET and POST', async () => {
  const got = await (await fetch(methodAt('GETME'))).json();
  expect(got).toMatchObject({ ok: true, result: { id: 4242, is_bot: true, username: 'dateline_bot' } });
  expect(await (await fetch(methodAt('getme'), { method: 'POST' })).json()).toEqual(got);
});

it('takes parameters from the query, a urlencoded body, a multipart body and JSON', async () => {
  await fetch(`${methodAt('sendMessage')}?chat_id=${tg.subscriber}&text=query`);
  expect(text()).toBe('query');
  await fetch(methodAt('sendMessage'), {
    method: 'POST',
    body: new URLSearchParams({ chat_id: String(tg.subscriber), text: 'urlencoded & co' }),
  });
  expect(text()).toBe('urlencoded & co');
  const form = new FormData();
  form.set('chat_id', String(tg.subscriber));
  form.set('text', 'multipart');
  await fetch(methodAt('sendMessage'), { method: 'POST', body: form });
  expect(text()).toBe('multipart');
  await tg.call('sendMessage', { chat_id: tg.subscriber, text: 'json' });
  expect(text()).toBe('json');
});

it('takes an object and its JSON in a string for the same', async () => {
  const keyboard = { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] };
  await tg.call('sendMessage', { chat_id: tg.subscriber, text: 'x', reply_markup: JSON.stringify(keyboard) });
  await tg.call('sendMessage', { chat_id: tg.subscriber, text: 'x', reply_markup: keyboard });
  const [first, second] = tg.botMessages(tg.subscriber);
  expect(first?.reply_markup).toEqual(keyboard);
  expect(second?.reply_markup).toEqual(keyboard);
});

it.each([
  ['1:wrong', 401, 'Unauthorized'],
  ['rubbish', 401, 'Unauthorized: invalid token specified'],
])('refuses the token %s', async (token, status, description) => {
  const response = await fetch(methodAt('getMe', token));
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ ok: false, error_code: status, description });
});

it('answers 404 to a method or a path that it does not know', async () => {
  const response = await fetch(methodAt('sendLove'));
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ description: 'Not Found: method not found' });
  expect((await fetch(`${tg.url}/elsewhere`)).status).toBe(404);
});

it('refuses a body that is no JSON, and half a surrogate pair', async () => {
  const broken = await fetch(methodAt('getMe'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect(broken.status).toBe(400);
  expect(await tg.call('sendMessage', { chat_id: tg.subscriber, text: 'a\ud83d' })).toMatchObject({
    description: 'Bad Request: strings must be encoded in UTF-8',
  });
});

it('goes wrong in the ways that it is told to', async () => {
  const send = () => tg.call('sendMessage', { chat_id: tg.subscriber, text: 'x' });
  const sent = () => tg.botMessages(tg.subscriber).length;

  tg.api.setFault(() => ({ retryAfter: 7 }));
  const slow = await fetch(methodAt('getMe'));
  expect(slow.status).toBe(429);
  expect(slow.headers.get('retry-after')).toBe('7');
  expect(await slow.json()).toMatchObject({ parameters: { retry_after: 7 } });

  tg.api.setFault((method) => (method === 'sendMessage' ? { status: 502, description: 'Bad Gateway' } : undefined));
  expect(await send()).toMatchObject({ error_code: 502 });
  expect((await tg.call('getMe')).ok).toBe(true);
  expect(sent()).toBe(0);

  tg.api.setFault(() => 'reset');
  await expect(send()).rejects.toThrow();
  expect(sent()).toBe(0);

  tg.api.setFault(() => 'drop');
  await expect(send()).rejects.toThrow();
  expect(sent()).toBe(1);

  tg.api.setFault(undefined);
  expect((await send()).ok).toBe(true);
  expect(tg.api.calls('sendMessage').map(({ outcome }) => outcome === 'cut')).toEqual([false, true, true, false]);
});

it('keeps the commands of each scope and language, and shows a person the narrowest', async () => {
  const commands = (name: string) => ({ commands: [{ command: name, description: 'does it' }] });
  await tg.call('setMyCommands', commands('all'));
  await tg.call('setMyCommands', { ...commands('ru'), language_code: 'ru' });
  await tg.call('setMyCommands', { ...commands('lead'), scope: { type: 'all_chat_administrators' } });
  await tg.call('setMyCommands', { ...commands('desk'), scope: { type: 'chat', chat_id: tg.owner } });
  tg.api.addUser({ id: 5, first_name: 'Ruslan', language_code: 'ru', started: true });

  const seenBy = (chat: number, user: number) => tg.api.commandsFor(chat, user).map(({ command }) => command);
  expect(seenBy(tg.subscriber, tg.subscriber)).toEqual(['all']);
  expect(seenBy(5, 5)).toEqual(['ru']);
  expect(seenBy(tg.owner, tg.owner)).toEqual(['desk']);
  expect(seenBy(tg.group, tg.subscriber)).toEqual(['lead']);
  expect(seenBy(tg.group, tg.owner)).toEqual(['all']);

  await tg.call('deleteMyCommands', { scope: { type: 'chat', chat_id: tg.owner } });
  expect(seenBy(tg.owner, tg.owner)).toEqual(['all']);
  expect(await tg.call('setMyCommands', commands('Bad Name'))).toMatchObject({
    description: 'Bad Request: BOT_COMMAND_INVALID',
  });
});

it('keeps the name, the descriptions and the menu button that it is given', async () => {
  await tg.call('setMyName', { name: 'Steppe News' });
  await tg.call('setMyDescription', { description: 'Long', language_code: 'ru' });
  expect((await tg.call('getMyName')).result).toEqual({ name: 'Steppe News' });
  expect((await tg.call('getMyDescription', { language_code: 'ru' })).result).toEqual({ description: 'Long' });
  expect((await tg.call('getMyDescription')).result).toEqual({ description: '' });
  expect((await tg.call('setMyShortDescription', { short_description: 'x'.repeat(121) })).ok).toBe(false);
  await tg.call('setChatMenuButton', { menu_button: { type: 'commands' } });
  expect((await tg.call('getChatMenuButton')).result).toEqual({ type: 'commands' });
});

it('brings an inline query to the bot and its answer to the person', async () => {
  const { answer } = tg.api.inlineQuery(tg.subscriber, 'kazakhstan');
  const updates = await tg.call('getUpdates');
  const id = JSON.stringify(updates.result).match(/"inline_query":\{"id":"(\d+)"/)?.[1];
  const result = { type: 'article', id: '1', title: 'Kazakhstan', input_message_content: { message_text: 'x' } };
  expect((await tg.call('answerInlineQuery', { inline_query_id: id, results: [result] })).ok).toBe(true);
  expect((await answer)?.results).toEqual([result]);
  expect((await tg.call('answerInlineQuery', { inline_query_id: id, results: [result] })).ok).toBe(false);
});
