import { describe, expect, it } from 'vitest';
import { english } from './asking-countries.ts';

const headline = (line: string) => english('', line);

describe('a headline alone is about', () => {
  it.each([
    ['the UK, but not "us", where all letters are capitals', 'UK TELLS US ALL WHAT WAGES ROSE BY IN JANUARY', ['GB']],
    ['the country it names, not a region beside it', 'Poland builds a railway to the Baltic states', ['PL']],
    ['a region where it names nothing else', 'Baltic states build a railway', ['EE', 'LT', 'LV']],
    ['each country that it names, however often one', 'Chile asks Peru for water that Chile sold', ['CL', 'PE']],
    ['whom a leader stands for', 'Tokayev opens a bridge', ['KZ']],
    ['not whose thing it is, behind the one that acts', 'Kenya bans Chinese toys', ['KE']],
    ['whose thing it is, where nobody else is named', 'Chinese toys banned', ['CN']],
    ['not an office beside a country', 'Norway answers the Kremlin', ['NO']],
    ['an office that stands alone', 'Kremlin orders a new bridge', ['RU']],
    ['not Belgium, where Brussels is the Union beside a country', 'Hungary writes to Brussels again', ['HU']],
    ['not a state that is gone beside one that is there', 'Latvia tears down a Soviet statue', ['LV']],
  ])('%s', (_, line, countries) => {
    expect(headline(line).sort()).toEqual([...countries].sort());
  });
});

describe('a sentence alone', () => {
  it('is about more of what it names than a headline, for it says more', () => {
    expect(headline('Kenya bans Chinese toys.')).toEqual(['KE', 'CN']);
  });

  it('that repeats itself as its own headline is read once', () => {
    const line = 'Kenya bans Chinese toys.';
    expect(english(line, line)).toEqual(headline(line));
  });
});
