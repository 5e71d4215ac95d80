import { TelegramError } from 'telegraf';
import { expect, it } from 'vitest';
import { createFaultLog } from '../../../src/adapters/telegram/fault-log.ts';
import { createFakeTimer } from '../../support/fake-timer.ts';

const MINUTE_MS = 60_000;
const CONFLICT = new TelegramError({
  error_code: 409,
  description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
});

function prepare() {
  const timer = createFakeTimer();
  const lines: string[] = [];
  const note = (fields: Readonly<Record<string, unknown>>, event: string) =>
    void lines.push([event, ...(fields.error ? [fields.error] : [])].join(': '));
  return { timer, lines, log: createFaultLog({ info: note, warn: note, error: note }, timer) };
}

it('tells of a second poller once, and again when it comes back after it was gone', async () => {
  const { timer, lines, log } = prepare();
  for (let minute = 0; minute < 60; minute++) {
    log.fault(CONFLICT);
    log.mended();
    await timer.advance(MINUTE_MS);
  }
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/another process polls with the same token/);
  await timer.advance(11 * MINUTE_MS);
  log.fault(CONFLICT);
  expect(lines).toHaveLength(2);
});

it('tells of an outage when it begins, when it changes, and when it is over', () => {
  const { lines, log } = prepare();
  const down = new Error('request to http://127.0.0.1/bot42:secret_word/getUpdates failed');
  for (const fault of [down, down, new Error('502: Bad Gateway'), down]) log.fault(fault);
  log.mended();
  log.mended();
  expect(lines).toEqual([
    expect.stringMatching(/cannot be received.*\/bot<token>\/getUpdates failed/),
    expect.stringMatching(/502: Bad Gateway/),
    expect.stringMatching(/getUpdates failed/),
    'updates are received again',
  ]);
});
