import { readdirSync } from 'node:fs';
import { BenchUsageError } from './rows.ts';

/** What a file of this folder exports to be a benchmark. */
export interface Benchmark {
  /** One line for the list. */
  readonly about: string;
  /** `args`: what follows the benchmark's name on the command line. */
  readonly run: (args: readonly string[]) => void | Promise<void>;
}

const SUPPORT = new Set(['main', 'rows']);

/** Names of the benchmarks: the files of this folder that are not support. */
function benchmarkNames(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((name) => !SUPPORT.has(name))
    .sort();
}

async function loadBenchmark(name: string): Promise<Benchmark | undefined> {
  const loaded: Partial<Benchmark> = await import(`./${name}.ts`);
  const { about, run } = loaded;
  return about === undefined || run === undefined ? undefined : { about, run };
}

async function listBenchmarks(print: (line: string) => void): Promise<void> {
  print('npm run bench NAME [-- OPTIONS], where NAME is one of:');
  for (const name of benchmarkNames()) {
    const benchmark = await loadBenchmark(name);
    if (benchmark !== undefined) print(`  ${name.padEnd(14)}${benchmark.about}`);
  }
}

/** Runs what the command line asks for and returns the exit code: 2 where it asks for something that is not there. */
export async function benchmarkCommand(args: readonly string[]): Promise<number> {
  const [name, ...options] = args;
  if (name === undefined) {
    await listBenchmarks(console.log);
    return 0;
  }
  const benchmark = benchmarkNames().includes(name) ? await loadBenchmark(name) : undefined;
  if (benchmark === undefined) {
    console.error(`No benchmark is named "${name}".`);
    await listBenchmarks(console.error);
    return 2;
  }
  return runBenchmark(name, benchmark, options);
}

async function runBenchmark(name: string, benchmark: Benchmark, options: readonly string[]): Promise<number> {
  try {
    await benchmark.run(options);
    return 0;
  } catch (fault) {
    if (!(fault instanceof BenchUsageError)) throw fault;
    console.error(`${name}: ${fault.message}`);
    return 2;
  }
}

if (import.meta.main) process.exitCode = await benchmarkCommand(process.argv.slice(2));
