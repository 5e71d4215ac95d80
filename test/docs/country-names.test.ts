import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { namesOfIcu, SNAPSHOTS } from '../../docs/make-country-names.ts';

/**
 * Names in which the snapshot may differ from the ICU that runs, as `language code`, each with its reason. A new ICU
 * is met by looking at what it changed, and then either by a new snapshot or by a row here.
 */
const ACCEPTED: ReadonlyMap<string, string> = new Map();

it.each(SNAPSHOTS)('the names in $file are those of the ICU that runs', ({ file, languages }) => {
  const kept: Record<string, Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
  const running = namesOfIcu(languages);
  const changed = languages.flatMap((language) =>
    [...new Set([...Object.keys(kept[language] ?? {}), ...Object.keys(running[language] ?? {})])]
      .filter((code) => kept[language]?.[code] !== running[language]?.[code])
      .map((code) => ({ key: `${language} ${code}`, was: kept[language]?.[code], is: running[language]?.[code] })),
  );
  const unknown = changed.filter(({ key }) => !ACCEPTED.has(key));
  expect(
    unknown,
    `ICU ${process.versions.icu} (CLDR ${process.versions.cldr}) names countries otherwise than the snapshot. Run ` +
      '`node docs/make-country-names.ts`, look at the difference, and commit it or accept it in this test.',
  ).toEqual([]);
});
