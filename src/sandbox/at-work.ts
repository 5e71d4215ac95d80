import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a sandbox tells which folder it works in. */
export const FOLDER_PATH = '/sandbox/folder';

/** A sandbox that does not answer within this time is not there. */
const ANSWER_WAIT_MS = 1000;

export function folderOf(dataDir: string): string {
  return realpathSync(dataDir);
}

/** Leaves word in the folder of where the sandbox that works in it is. */
export function noteSandbox(dataDir: string, url: string): void {
  writeFileSync(notePath(dataDir), url);
}

/**
 * The address of a sandbox that works in the folder right now; two would overwrite each other's chats. A note of one
 * that was killed is recognised by nobody answering there, or another program.
 */
export async function sandboxAtWork(dataDir: string): Promise<string | undefined> {
  if (!existsSync(notePath(dataDir))) return undefined;
  const url = readFileSync(notePath(dataDir), 'utf8');
  try {
    const response = await fetch(new URL(FOLDER_PATH, url), { signal: AbortSignal.timeout(ANSWER_WAIT_MS) });
    return (await response.json()) === folderOf(dataDir) ? url : undefined;
  } catch {
    return undefined;
  }
}

function notePath(dataDir: string): string {
  return join(dataDir, 'sandbox.address');
}
