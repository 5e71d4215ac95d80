import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likenessBands, NEAR_DUPLICATE_SHARE, sharedWords } from '../../src/reading/near-duplicates.ts';
import { toldTexts } from './told-texts.ts';

const PAIRS = toldTexts('rewrites').map(({ name, texts: [one, other] }) => ({
  name,
  one: one?.body ?? '',
  other: other?.body ?? '',
}));
const isRewrite = ({ name }: { name: string }) => /reworded|copy-edited|added-paragraph|trimmed/.test(name);

function isCandidate(one: string, other: string): boolean {
  const bands = new Set(likenessBands(one));
  return likenessBands(other).some((band) => bands.has(band));
}

const word = fc.constantFrom(...'water bridge council winter market railway school harvest minister border'.split(' '));
/** Any UTF-16 units, also those that are half a character. */
const anything = fc.array(fc.nat({ max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units));
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));

describe('a rewrite', () => {
  it.each(PAIRS.filter(isRewrite))('is found again: $name', ({ one, other }) => {
    expect(sharedWords(one, other)).toBeGreaterThanOrEqual(NEAR_DUPLICATE_SHARE);
    expect(isCandidate(one, other)).toBe(true);
  });

  it('that was cut to half has all its words in the whole', () => {
    const trimmed = PAIRS.filter(({ name }) => name.includes('trimmed'));
    expect(trimmed.length).toBeGreaterThan(2);
    for (const { one, other } of trimmed) expect(sharedWords(one, other)).toBeGreaterThan(0.95);
  });

  it('of another story is none, whatever the two have in common', () => {
    const others = PAIRS.filter((pair) => !isRewrite(pair));
    expect(others.length).toBeGreaterThan(8);
    for (const { name, one, other } of others)
      expect(sharedWords(one, other), name).toBeLessThan(NEAR_DUPLICATE_SHARE - 0.1);
  });

  it('is told from all stories that it is no rewrite of, by far', () => {
    const stories = PAIRS.map(({ one }) => one);
    const shares = stories.flatMap((one, at) => stories.slice(at + 1).map((other) => sharedWords(one, other)));
    expect(Math.max(...shares)).toBeLessThan(0.2);
  });
});

describe('the likeness of two texts', () => {
  it('does not see letter case, marks, accents, spacing, or the endings of words', () => {
    expect(sharedWords('Плотину осматривали инженёры', '«ПЛОТИНОЙ   осматривал инженерами!»')).toBe(1);
    expect(likenessBands('Плотины осмотрены')).toEqual(likenessBands('ПЛОТИНУ, осмотрели'));
    expect(sharedWords('Ауылдарға көпірлер салынды', 'ауылдарда көпірлерді салынып')).toBe(1);
  });

  it('is the same in either order, from nought to one, and one with itself', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const share = sharedWords(one, other);
        expect(share).toBe(sharedWords(other, one));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(sharedWords(one, one)).toBe(one.includes(' ') ? 1 : 0);
      }),
    );
  });

  it('is nothing where a text has next to no words', () => {
    expect(sharedWords('', 'The council met.')).toBe(0);
    expect(likenessBands('')).toEqual([]);
    expect(likenessBands('a b c')).toEqual([]);
  });

  it('has keys that both engines keep exactly, the same ones for ever', () => {
    fc.assert(
      fc.property(anything, (any) => {
        for (const band of likenessBands(any)) {
          expect(Number.isSafeInteger(band)).toBe(true);
          expect(band).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 30 },
    );
    // Stored articles are found by these: other keys need all of them made anew.
    expect(likenessBands('The river council agreed to share the water of the lake.').slice(0, 2)).toEqual([
      1702174724799886, 3618101286532152,
    ]);
  });

  it('takes no longer than a text deserves', () => {
    const long = 'ледник растаял быстрее прогноза '.repeat(31_000);
    const started = performance.now();
    likenessBands(long);
    sharedWords(long, long);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
