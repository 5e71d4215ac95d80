import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

interface SourceFile {
  /** From src/ on, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * The rooms of src/ and whom each may import beside itself. Each names only rooms that stand above it, so no two can
 * import each other by any way round.
 */
const ROOMS: Record<string, readonly string[]> = {
  news: [],
  reading: ['news'],
  briefing: ['news', 'reading'],
  delivery: ['news', 'reading', 'briefing'],
  'config.ts': ['news'],
  bot: ['news', 'reading', 'briefing', 'delivery'],
  store: ['news', 'reading', 'briefing', 'delivery'],
  adapters: ['news', 'reading', 'briefing', 'delivery'],
  sandbox: [],
};
/** The files that see everything. */
const ROOT = new Set(['app.ts', 'main.ts']);
const DOMAIN = new Set(['news', 'reading', 'briefing', 'delivery']);
const OUTSIDE = /^(telegraf|kysely|openai|pg|keyv|@keyv|node-cron|node:https?|node:sqlite|node:fs)(\/|$)/;
const IMPURE =
  /\b(Date\.now|new Date\(\s*\)|Math\.random|Temporal\.Now|performance\.|process\.|console\.|fetch\(|setTimeout|setInterval|crypto\.)/;

function faultsIn(file: SourceFile): string[] {
  const room = roomOf(file.path);
  const code = withoutComments(file.text);
  const faults = importsOf(code).flatMap((specifier) => importFaults(file.path, room, specifier));
  if (/\bprocess\s*(\?\.|\.|\[)\s*['"]?env\b|['"](node:)?process['"]/.test(code) && file.path !== 'main.ts')
    faults.push('reads the environment');
  const impure = room === 'reading' ? IMPURE.exec(code)?.[0] : undefined;
  if (impure !== undefined) faults.push(`uses ${impure}`);
  return faults.map((fault) => `${file.path} ${fault}`);
}

function importFaults(path: string, room: string, specifier: string): string[] {
  if (ROOT.has(room)) return [];
  if (!specifier.startsWith('.')) {
    const isForbidden = room === 'reading' || (DOMAIN.has(room) && OUTSIDE.test(specifier));
    return isForbidden ? [`imports ${specifier}`] : [];
  }
  const target = roomOf(posix.join(posix.dirname(path), specifier));
  const isAllowed = target === room || ROOMS[room]?.includes(target);
  return isAllowed ? [] : [`imports ${target}`];
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function importsOf(code: string): string[] {
  const pattern = /\b(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g;
  return Array.from(code.matchAll(pattern), ([, specifier]) => specifier ?? '');
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function sourceFiles(): SourceFile[] {
  const folder = new URL('../src/', import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.[cm]?[jt]s$/.test(name))
    .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));
}

describe('the rooms of src/', () => {
  it('import only what design allows them', () => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(faultsIn)).toEqual([]);
  });

  it('are all known', () => {
    const rooms = new Set(sourceFiles().map(({ path }) => roomOf(path)));
    expect([...rooms].filter((room) => !ROOT.has(room)).sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it('stand in an order in which no import goes back', () => {
    const names = Object.keys(ROOMS);
    for (const [room, allowed] of Object.entries(ROOMS))
      for (const other of allowed)
        expect(names.indexOf(other), `${room} imports ${other}`).toBeLessThan(names.indexOf(room));
  });
});

describe('the test of the rooms', () => {
  it.each([
    ['news/a.ts', "import { x } from '../store/articles.ts';"],
    ['news/a.ts', "import type { x } from '../reading/clean.ts';"],
    ['delivery/a.ts', "import { Telegraf } from 'telegraf';"],
    ['delivery/a.ts', "export type { Update } from 'telegraf/types';"],
    ['briefing/deep/a.ts', "const x = await import('../../adapters/http.ts');"],
    ['briefing/a.ts', "import {\n  type x,\n} from '../delivery/outbox.ts';"],
    ['delivery/a.ts', "import cron from 'node-cron';"],
    ['news/a.ts', "import { Kysely } from 'kysely/helpers/postgres';"],
    ['reading/a.ts', "import { readFileSync } from 'node:fs';"],
    ['reading/a.ts', "import { x } from '../briefing/window.ts';"],
    ['reading/a.ts', 'const now = Date.now();'],
    ['reading/a.ts', 'const now = new Date();'],
    ['reading/a.ts', 'const now = Temporal.Now.instant();'],
    ['reading/a.ts', 'const one = Math.random();'],
    ['bot/a.ts', "import { x } from '../store/articles.ts';"],
    ['store/a.ts', "import '../adapters/log.ts';"],
    ['adapters/telegram/a.ts', "import { x } from '../../bot/html.ts';"],
    ['sandbox/a.ts', "import { x } from '../bot/html.ts';"],
    ['adapters/a.ts', "import { openSandbox } from '../sandbox/sandbox.ts';"],
    ['bot/a.ts', "import { openApp } from '../app.ts';"],
    ['config.ts', 'const token = process.env.TELEGRAM_BOT_TOKEN;'],
    ['app.ts', "const { env } = await import('node:process');"],
  ])('sees what is wrong in %s: %s', (path, text) => {
    expect(faultsIn({ path, text })).toHaveLength(1);
  });

  it.each([
    ['app.ts', "import { x } from './store/articles.ts';"],
    ['main.ts', 'const read = readConfig(process.env);'],
    ['bot/screens/a.ts', "import { x } from '../../news/topic.ts';"],
    ['reading/a.ts', "import words from './data/cues.json' with { type: 'json' };"],
    ['reading/a.ts', '// Never Date.now() here.'],
    ['adapters/a.ts', "import { createServer } from 'node:http';"],
  ])('finds nothing wrong in %s: %s', (path, text) => {
    expect(faultsIn({ path, text })).toEqual([]);
  });
});
