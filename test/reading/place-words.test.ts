import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COUNTRY_CODES } from '../../src/news/country.ts';
import words from '../../src/news/data/country-words.json' with { type: 'json' };
import cities from '../../src/reading/data/cities.json' with { type: 'json' };
import phrases from '../../src/reading/data/phrases.json' with { type: 'json' };
import places from '../../src/reading/data/places.json' with { type: 'json' };
import wordsAbroad from '../../src/reading/data/words-abroad.json' with { type: 'json' };

const TABLES = { words, places, phrases, wordsAbroad, cities };
const REASONS = readFileSync(new URL('../../src/reading/data/places.md', import.meta.url), 'utf8');

/** Every list of a tree of objects, with the keys that lead to it. */
function listsOf(tree: object, path: readonly string[] = []): { path: readonly string[]; list: readonly string[] }[] {
  if (Array.isArray(tree)) return [{ path, list: tree }];
  return Object.entries(tree).flatMap(([key, value]) => listsOf(value, [...path, key]));
}

describe('the tables of places', () => {
  it.each(Object.entries(TABLES))('%s have each word once in its list, and no empty list', (_, table) => {
    const faults = listsOf(table).filter(({ list }) => new Set(list).size !== list.length || list.length === 0);
    expect(faults).toEqual([]);
  });

  it.each(Object.entries(TABLES))('%s are about countries', (_, table) => {
    const codes = listsOf(table).flatMap(({ path }) => path.filter((key) => /^[A-Z]{2}$/.test(key)));
    expect(codes.filter((code) => !COUNTRY_CODES.includes(code))).toEqual([]);
  });

  it('have a reason for each block', () => {
    const blocks = [...Object.keys(places).map((block) => `\`places.json\` \`${block}\``), '`phrases.json` `silent`'];
    expect(blocks.filter((block) => !REASONS.includes(block))).toEqual([]);
  });
});
