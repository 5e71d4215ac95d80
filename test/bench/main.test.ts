import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, '../../bench/main.ts');

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function bench(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], (fault, out, err) =>
      resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, out, err }),
    );
  });
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the benchmarks', () => {
  it('are listed where none is named', async () => {
    const { code, out } = await bench();
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}countries +\S/mu);
  });

  it('do not know one that is not there, and say which are', async () => {
    const { code, err } = await bench('nonsense');
    expect(code).toBe(2);
    expect(err).toContain('nonsense');
    expect(err).toContain('countries');
  });

  it('read rows and write a prediction for each', async () => {
    const rows = [
      { id: 'a', title: 'Uzbekistan plants cotton', text: 'Farmers in Uzbekistan began on Monday.', countries: ['UZ'] },
      { id: 'b', title: '', text: 'Қазақстанның егіні мол болды.' },
    ];
    await writeFile(join(folder, 'rows.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
    const { code, out } = await bench(
      'countries',
      '--data',
      join(folder, 'rows.jsonl'),
      '--predictions',
      join(folder, 'out.jsonl'),
    );
    expect(code).toBe(0);
    expect(out).toMatch(/median .* ms/u);
    const predictions = (await readFile(join(folder, 'out.jsonl'), 'utf8')).trim().split('\n');
    expect(predictions.map((line) => JSON.parse(line))).toEqual([
      { id: 'a', countries: ['UZ'] },
      { id: 'b', countries: ['KZ'] },
    ]);
  });

  it('say in one line which option is missing or unknown', async () => {
    const missing = await bench('countries', '--data', 'rows.jsonl');
    expect(missing).toMatchObject({ code: 2, err: 'countries: missing --predictions FILE.jsonl\n' });
    const unknown = await bench('countries', '--date', 'rows.jsonl');
    expect(unknown.code).toBe(2);
    expect(unknown.err.trim().split('\n')).toHaveLength(1);
  });

  it('say in one line what is wrong with a row', async () => {
    const path = join(folder, 'rows.jsonl');
    await writeFile(path, '{"id": "a", "text": "x"}\n{"id": 3, "text": "x"}\n');
    const wrong = await bench('countries', '--data', path, '--predictions', join(folder, 'out.jsonl'));
    expect(wrong.code).toBe(2);
    expect(wrong.err).toMatch(/rows\.jsonl:2: id: .*\n$/u);
    await writeFile(path, 'no JSON');
    expect((await bench('countries', '--data', path, '--predictions', 'x')).err).toMatch(/rows\.jsonl:1: not JSON\n$/u);
    expect((await bench('countries', '--data', join(folder, 'none'), '--predictions', 'x')).err).toMatch(
      /cannot read .*none\n$/u,
    );
  });
});
