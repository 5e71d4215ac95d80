import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../../docs/json-text.ts';
import { CITIES_FILE, citiesText } from '../../docs/make-cities.ts';

describe('the cities', () => {
  it('are what their script makes of the package, byte for byte', () => {
    expect(citiesText() === readFileSync(CITIES_FILE, 'utf8'), 'run `node docs/make-cities.ts`').toBe(true);
  });

  it('have the capitals, small ones too', () => {
    const { capitals } = JSON.parse(citiesText());
    expect(capitals).toMatchObject({ KG: ['Bishkek'], VU: ['Port-Vila'], FM: ['Palikir'] });
  });
});

describe('a generated file', () => {
  it('is written as the formatter would write it', () => {
    const long = Array.from({ length: 12 }, (_, at) => `a name of some length ${at}`);
    expect(jsonText({ a: { b: ['c', 'd'], e: 'f' } })).toBe(
      '{\n  "a": {\n    "b": ["c", "d"],\n    "e": "f"\n  }\n}\n',
    );
    expect(jsonText({ a: long })).toBe(`{\n  "a": [\n${long.map((each) => `    "${each}"`).join(',\n')}\n  ]\n}\n`);
  });
});
