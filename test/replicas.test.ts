import { beforeEach, describe, expect, it } from 'vitest';
import { secretOf } from '../src/adapters/telegram/webhook.ts';
import { FRESH } from './support/databases.ts';
import { freePort } from './support/free-port.ts';
import { AT_WORK, startProgram } from './support/program.ts';
import { startTelegram, type Telegram, textOf } from './support/telegram.ts';

/** Longer than a leader's lease, and the least that the program promises. */
const TAKEOVER_MS = 15_000;

let telegram: Telegram;
let environment: Record<string, string>;

/** A Bot API server, and an empty PostgreSQL database that several processes share. */
beforeEach(async () => {
  telegram = await startTelegram();
  const database = await FRESH.postgres();
  environment = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    DATABASE_URL: database.url,
    WEBHOOK_URL: `http://127.0.0.1:${await freePort()}/telegram`,
  };
  return async () => {
    await telegram.close();
    await database.erase();
  };
});

/** A replica at a port of its own, and what a balancer does with it: posts an update there, or asks for its health. */
async function startReplica() {
  const port = await freePort();
  const program = startProgram({ ...environment, HTTP_PORT: String(port) });
  const root = `http://127.0.0.1:${port}`;
  return {
    ...program,
    health: () =>
      fetch(`${root}/health`).then(
        ({ status }) => status,
        () => undefined,
      ),
    metrics: async () => (await fetch(`${root}/metrics`)).text(),
    async post(update: object): Promise<number> {
      const headers = { 'x-telegram-bot-api-secret-token': secretOf(telegram.token) };
      return (await fetch(`${root}/telegram`, { method: 'POST', headers, body: JSON.stringify(update) })).status;
    },
  };
}

let lastId = 0;
function message(person: number, text: string) {
  const chat = { id: person, type: 'private', first_name: 'Samat' };
  const from = { id: person, is_bot: false, first_name: 'Samat', language_code: 'en' };
  const date = Math.floor(Date.now() / 1000);
  return { update_id: ++lastId, message: { message_id: 10_000 + lastId, date, chat, from, text } };
}

/** Two processes are started, and a lease runs out. */
const LONGEST_MS = 40_000;

describe('replicas behind a balancer', { timeout: LONGEST_MS }, () => {
  it('share the updates, which one of them handles, and go on when that one is killed', async () => {
    const first = await startReplica();
    await first.line(AT_WORK);
    const second = await startReplica();
    await second.line(/another process/);
    expect([await first.health(), await second.health()]).toEqual([200, 200]);

    const times = ['07:10', '07:20', '07:30', '07:40'];
    for (const [index, time] of times.entries()) {
      const update = message(telegram.subscriber, `/schedule ${time}`);
      const replicas = index % 2 === 0 ? [first, second] : [second, first];
      // Telegram sends once more what was answered too late for it.
      for (const replica of replicas) expect(await replica.post(update)).toBe(200);
    }
    const answered = () => telegram.botMessages(telegram.subscriber).map(textOf);
    await telegram.waitUntil(() => answered().length >= times.length, 10_000);
    expect(answered().map((text) => /\d\d:\d\d/.exec(text)?.[0])).toEqual(times);
    await expect.poll(first.metrics).toMatch(/^dateline_updates_total 4$/m);
    expect(await second.metrics()).toMatch(/^dateline_updates_total 0$/m);
    expect(telegram.api.calls('getUpdates')).toEqual([]);

    first.kill('SIGKILL');
    await first.ended;
    const killedAt = performance.now();
    expect(await second.post(message(telegram.owner, '/privacy'))).toBe(200);
    await telegram.waitUntil(() => telegram.botMessages(telegram.owner).length === 1, TAKEOVER_MS);
    expect(performance.now() - killedAt).toBeLessThan(TAKEOVER_MS);
    expect(await second.health()).toBe(200);
    expect(telegram.api.calls('setWebhook').map(({ params }) => params.secret_token)).toEqual([
      secretOf(telegram.token),
      secretOf(telegram.token),
    ]);
  });
});
