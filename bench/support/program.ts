import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { end, TOKEN } from './bot-api.ts';

/** The whole program as its users start it, in a process of its own. */
export interface Program {
  /** Seconds of CPU since it began, by its own metrics. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const MAIN = join(import.meta.dirname, '../../src/main.ts');

/** Starts `npm start` on a database and a Bot API server, and resolves when it is at work. */
export async function startProgram(
  databaseUrl: string,
  apiRoot: string,
  settings: Record<string, string>,
): Promise<Program> {
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'inherit', 'inherit'],
    // Nothing of this process's own settings, nor of a .env that stands here.
    cwd: join(import.meta.dirname),
    env: {
      PATH: process.env.PATH,
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: apiRoot,
      DATABASE_URL: databaseUrl,
      HTTP_PORT: String(port),
      LOG_LEVEL: 'error',
      ...settings,
    },
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const url = `http://127.0.0.1:${port}`;
  while (!(await isAtWork(url))) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
    await sleep(20);
  }
  return {
    cpuSeconds: async () => {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      return Number(/^process_cpu_seconds_total (\S+)$/m.exec(metrics)?.[1]);
    },
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

async function isAtWork(url: string): Promise<boolean> {
  return fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
