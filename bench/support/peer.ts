import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A program of this folder in a process of its own. */
export function startPeer(file: string, ...args: readonly string[]): ChildProcess {
  return fork(join(import.meta.dirname, file), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

/** What a program of this folder says when it is through: the CPU seconds that its calls took. */
export async function cpuSecondsOf(file: string, ...args: readonly string[]): Promise<number> {
  const [seconds] = await once(startPeer(file, ...args), 'message');
  return Number(seconds);
}
