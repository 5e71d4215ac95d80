import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A map whose changes are written down as they are made. */
export type Collection<T> = {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
  values(): IterableIterator<T>;
  entries(): IterableIterator<[string, T]>;
  size(): number;
};

export type Journal = {
  /** The collection of that name, as it was left. Ask for it always with the same type. */
  collection<T>(name: string): Collection<T>;
  close(): void;
};

type Line = [name: string, key: string, value?: unknown];

const FORMAT = 'dateline-sandbox-1';

/**
 * Opens the memory of a Bot API server. With a path, every change is one line of JSON that is in the file before the
 * change is answered, so that a killed process forgets nothing; a line that was torn by the kill is passed over. The
 * file is made compact at each opening. Without a path nothing is kept.
 */
export function openJournal(path: string | undefined): Journal {
  const maps = new Map<string, Map<string, unknown>>();
  const mapOf = (name: string): Map<string, unknown> => {
    const known = maps.get(name);
    if (known) return known;
    const fresh = new Map<string, unknown>();
    maps.set(name, fresh);
    return fresh;
  };

  const file = path === undefined ? undefined : reopen(path, mapOf, maps);
  const write = (line: Line) => {
    if (file !== undefined) writeSync(file, `${JSON.stringify(line)}\n`);
  };

  return {
    collection<T>(name: string): Collection<T> {
      const map = mapOf(name) as Map<string, T>;
      return {
        get: (key) => map.get(key),
        set(key, value) {
          map.set(key, value);
          write([name, key, value]);
        },
        delete(key) {
          if (map.delete(key)) write([name, key]);
        },
        values: () => map.values(),
        entries: () => map.entries(),
        size: () => map.size,
      };
    },
    close() {
      if (file !== undefined) closeSync(file);
    },
  };
}

function reopen(
  path: string,
  mapOf: (name: string) => Map<string, unknown>,
  maps: Map<string, Map<string, unknown>>,
): number {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) replay(readFileSync(path, 'utf8'), path, mapOf);
  const lines = [FORMAT];
  for (const [name, map] of maps) for (const [key, value] of map) lines.push(JSON.stringify([name, key, value]));
  writeFileSync(`${path}.new`, `${lines.join('\n')}\n`);
  renameSync(`${path}.new`, path);
  return openSync(path, 'a');
}

function replay(text: string, path: string, mapOf: (name: string) => Map<string, unknown>): void {
  const [format, ...lines] = text.split('\n');
  if (format !== FORMAT) {
    renameSync(path, `${path}.unreadable`);
    return;
  }
  for (const line of lines) {
    const parsed = parseLine(line);
    if (!parsed) continue;
    const [name, key, ...value] = parsed;
    if (value.length === 0) mapOf(name).delete(key);
    else mapOf(name).set(key, value[0]);
  }
}

function parseLine(line: string): Line | undefined {
  if (line === '') return undefined;
  try {
    return JSON.parse(line) as Line;
  } catch {
    return undefined;
  }
}
