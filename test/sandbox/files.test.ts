import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { startTelegram, type Telegram } from '../support/telegram.ts';

let tg: Telegram;
beforeEach(async () => {
  tg = await startTelegram();
});
afterEach(() => tg.close());

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG_HEAD = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080014001e01011100ffd9', 'hex');

async function upload(
  method: string,
  field: string,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
  caption = '',
) {
  const form = new FormData();
  form.set('chat_id', String(tg.subscriber));
  form.set(field, new File([file.bytes], file.name));
  form.set('caption', caption);
  form.set('parse_mode', 'HTML');
  const response = await fetch(`${tg.url}/bot${tg.token}/${method}`, { method: 'POST', body: form });
  return z.looseObject({ ok: z.boolean(), description: z.string().optional() }).parse(await response.json());
}

async function download(file_id: string | undefined): Promise<string> {
  const answer = await tg.call('getFile', { file_id });
  const { file_path } = z.looseObject({ file_path: z.string() }).parse(answer.result);
  return await (await fetch(`${tg.url}/file/bot${tg.token}/${file_path}`)).text();
}

it('brings a person’s file to the bot with its name, type, size and caption', async () => {
  tg.api.sendDocument(tg.owner, tg.owner, { name: 'story.txt', content: 'Ñandú', caption: '/post now' });
  const [update] = z.array(z.looseObject({ message: z.looseObject({}) })).parse((await tg.call('getUpdates')).result);
  expect(update?.message).toMatchObject({
    caption: '/post now',
    caption_entities: [{ type: 'bot_command', offset: 0, length: 5 }],
    document: { file_name: 'story.txt', mime_type: 'text/plain', file_size: 7 },
  });
  expect(await download(tg.messages(tg.owner).at(-1)?.document?.file_id)).toBe('Ñandú');
});

it('takes a document from the bot, and the same again by its file id', async () => {
  await upload('sendDocument', 'document', { name: 'table.csv', bytes: Buffer.from('a,b') }, '<b>All</b>');
  const sent = tg.last(tg.subscriber);
  expect(sent).toMatchObject({ caption: 'All', document: { file_name: 'table.csv', file_size: 3 } });
  await tg.call('sendDocument', { chat_id: tg.owner, document: sent.document?.file_id });
  expect(await download(tg.last(tg.owner).document?.file_id)).toBe('a,b');
});

it('takes a picture and knows its size', async () => {
  await upload('sendPhoto', 'photo', { name: 'p.png', bytes: PNG });
  expect(tg.last(tg.subscriber).photo).toMatchObject([{ width: 1, height: 1 }]);
  await upload('sendPhoto', 'photo', { name: 'p.jpg', bytes: JPEG_HEAD });
  expect(tg.last(tg.subscriber).photo).toMatchObject([{ width: 30, height: 20 }]);
});

it('refuses what is no picture, an empty file, a caption that is too long, and a file that is not there', async () => {
  const text = { name: 'p.png', bytes: Buffer.from('no picture') };
  expect((await upload('sendPhoto', 'photo', text)).description).toBe('Bad Request: IMAGE_PROCESS_FAILED');
  const empty = { name: 'a.txt', bytes: Buffer.alloc(0) };
  expect((await upload('sendDocument', 'document', empty)).description).toBe('Bad Request: file must be non-empty');
  expect((await upload('sendDocument', 'document', text, 'x'.repeat(1025))).description).toBe(
    'Bad Request: message caption is too long',
  );
  expect(await tg.call('sendDocument', { chat_id: tg.owner })).toMatchObject({
    description: 'Bad Request: there is no document in the request',
  });
  expect(await tg.call('getFile', { file_id: 'x' })).toMatchObject({ description: 'Bad Request: invalid file_id' });
  expect((await fetch(`${tg.url}/file/bot${tg.token}/documents/none`)).status).toBe(404);
});

it('edits a caption, but finds no text to edit under a file', async () => {
  await upload('sendDocument', 'document', { name: 'a.txt', bytes: Buffer.from('x') }, 'old');
  const { message_id } = tg.last(tg.subscriber);
  const chat_id = tg.subscriber;
  expect(await tg.call('editMessageText', { chat_id, message_id, text: 'new' })).toMatchObject({
    description: 'Bad Request: there is no text in the message to edit',
  });
  expect((await tg.call('editMessageCaption', { chat_id, message_id, caption: 'new' })).ok).toBe(true);
  expect(tg.last(tg.subscriber).caption).toBe('new');
});
