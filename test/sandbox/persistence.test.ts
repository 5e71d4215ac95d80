import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openJournal } from '../../src/sandbox/journal.ts';
import { startTelegram } from '../support/telegram.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-sandbox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = () => join(folder, 'deep', 'sandbox.jsonl');

it('keeps chats over a restart: ids go on rising, and an old message is still edited and its button pressed', async () => {
  const keyboard = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] };
  const before = await startTelegram({ persist: path() });
  await before.call('sendMessage', { chat_id: before.subscriber, text: 'old', reply_markup: keyboard });
  before.api.sendText(before.subscriber, before.subscriber, 'while nobody listens');
  before.api.sendDocument(before.owner, before.owner, { name: 'a.txt', content: 'kept' });
  await before.close();

  const after = await startTelegram({ persist: path() });
  expect(after.messages(after.subscriber).map(({ text }) => text)).toEqual(['old', 'while nobody listens']);
  expect((await after.call('getUpdates')).result).toMatchObject([
    { update_id: 1, message: { text: 'while nobody listens' } },
    { update_id: 2 },
  ]);
  after.api.press(after.subscriber, after.subscriber, 1, 'Go');
  const edited = await after.call('editMessageText', { chat_id: after.subscriber, message_id: 1, text: 'new' });
  expect(edited.ok).toBe(true);
  expect(after.api.sendText(after.owner, after.owner, 'next')[0]?.message.message_id).toBe(4);
  expect((await after.call('getFile', { file_id: after.messages(after.owner)[0]?.document?.file_id })).ok).toBe(true);
  await after.close();
});

it('has every change in the file before it goes on, so that a killed process loses none', () => {
  const journal = openJournal(path());
  journal.collection<string>('things').set('a', 'one');
  const reader = openJournal(`${path()}`);
  expect(reader.collection<string>('things').get('a')).toBe('one');
  reader.close();
  journal.close();
});

it('passes over a line that was torn by a kill', () => {
  const journal = openJournal(path());
  journal.collection<string>('things').set('a', 'one');
  journal.close();
  appendFileSync(path(), '["things","b","tw');
  const reopened = openJournal(path());
  expect([...reopened.collection<string>('things').entries()]).toEqual([['a', 'one']]);
  reopened.close();
});

it('forgets what was deleted, and does not grow with what was overwritten', () => {
  const journal = openJournal(path());
  const things = journal.collection<string>('things');
  for (let count = 0; count < 100; count++) things.set('a', `value ${count}`);
  things.set('b', 'gone');
  things.delete('b');
  journal.close();
  const reopened = openJournal(path());
  expect([...reopened.collection<string>('things').values()]).toEqual(['value 99']);
  expect(readFileSync(path(), 'utf8').trim().split('\n')).toHaveLength(2);
  reopened.close();
});

it('puts a file that it cannot read aside instead of overwriting it', () => {
  const foreign = join(folder, 'sandbox.jsonl');
  writeFileSync(foreign, 'something else');
  openJournal(foreign).close();
  expect(existsSync(`${foreign}.unreadable`)).toBe(true);
});
