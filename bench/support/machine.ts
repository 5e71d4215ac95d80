import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** What the figures were taken on: one line on the machine and its load now, one on the versions. */
export function describeMachine(packages: readonly string[]): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]?.toFixed(1);
  const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}, ${gigabytes} GB, ${process.platform}; load ${load}`;
  const versions = packages.map((name) => `${name} ${versionOf(name)}`);
  return `${machine}\nNode ${process.version}, ${[`SQLite ${process.versions.sqlite}`, ...versions].join(', ')}`;
}

function versionOf(name: string): string {
  const manifest = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'));
  return version;
}
