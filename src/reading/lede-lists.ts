import type { SettledMention } from './namesakes.ts';
import { SALIENCE } from './salience.ts';

/** Four countries or more that the lede lists one after the other act together there, though each is named once. */
export function withLedeLists(mentions: readonly SettledMention[]): SettledMention[] {
  const names = mentions.filter(
    ({ kind, standing, at }) => kind === 'name' && standing !== 'headline' && at < SALIENCE.list.ends,
  );
  const listed = new Set(runsOf(names).filter(isList).flat());
  return mentions.map((mention) =>
    listed.has(mention) ? { ...mention, weight: mention.weight * SALIENCE.listed } : mention,
  );
}

/** Mentions that hardly a word parts from the one before. */
function runsOf(mentions: readonly SettledMention[]): SettledMention[][] {
  const runs: SettledMention[][] = [];
  for (const mention of mentions) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && mention.at - last.at <= SALIENCE.list.gap) run.push(mention);
    else runs.push([mention]);
  }
  return runs;
}

function isList(run: readonly SettledMention[]): boolean {
  const countries = new Set(run.map(({ code }) => code));
  return countries.size >= SALIENCE.list.countries && (run[0]?.at ?? 0) < SALIENCE.list.begins;
}
