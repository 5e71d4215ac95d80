import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** What the program logs once it leads. */
export const AT_WORK = /the bot is at work/;

/** The program as a process of its own, with nothing of this one's environment. It is killed when the test is over. */
export function startProgram(environment: Record<string, string>) {
  const child: Child = spawn(process.execPath, [MAIN], {
    env: { HTTP_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: string[] = [];
  const errors: string[] = [];
  const seen = Promise.withResolvers<void>();
  let heard = seen;
  const listen = (stream: Readable, lines: string[]) =>
    createInterface(stream).on('line', (line) => {
      lines.push(line);
      heard.resolve();
      heard = Promise.withResolvers<void>();
    });
  listen(child.stdout, out);
  listen(child.stderr, errors);
  const ended = once(child, 'close').then(([code, signal]): number | string => code ?? signal);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });

  return {
    out,
    errors,
    ended,
    pid: child.pid ?? 0,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** The first line, written already or to come, that holds the words. */
    async line(words: RegExp): Promise<string> {
      for (;;) {
        const found = [...out, ...errors].find((line) => words.test(line));
        if (found !== undefined) return found;
        const over = await Promise.race([heard.promise.then(() => false), ended.then(() => true)]);
        if (over && ![...out, ...errors].some((line) => words.test(line)))
          throw new Error(`The process ended without a line like ${words}:\n${[...out, ...errors].join('\n')}`);
      }
    },
  };
}
