import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../src/reading/evidence.ts';
import { checkAgainst, checkSentence } from '../../src/reading/grounding.ts';
import { detectLanguage } from '../../src/reading/language.ts';
import { splitSentences } from '../../src/reading/sentences.ts';
import * as stories from '../support/stories.ts';
import * as articles from './articles.ts';
import * as english from './inventions/english.ts';
import * as kazakh from './inventions/kazakh.ts';
import * as russian from './inventions/russian.ts';

const ARTICLES: readonly string[] = [
  ...Object.values(stories),
  ...Object.values(articles),
  ...[english, kazakh, russian].flatMap((set) => Object.values(set).map(({ article }) => article)),
].filter((text) => typeof text === 'string');

const SENTENCES = ARTICLES.flatMap((text) => splitSentences(text, detectLanguage(text)));

describe('a sentence that stands in the article word for word', () => {
  test.each(ARTICLES.map((text) => [text.slice(0, 40), text]))('is believed: %s', (_, text) => {
    const evidence = evidenceOf(text);
    for (const sentence of splitSentences(text, evidence.language))
      expect(checkAgainst(evidence, sentence)).toEqual({ supported: true });
  });

  test('is believed whatever stands around it and whichever marks and spaces it has', () => {
    const marks = fc.constantFrom(' ', '  ', '\n', ' — ', ' “', '” ', ', ');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 12 }),
        fc.nat(11),
        marks,
        (sentences, chosen, mark) => {
          const sentence = sentences[chosen % sentences.length] ?? '';
          const written = sentence.replaceAll(' ', mark);
          expect(checkSentence(sentences.join(' '), written)).toEqual({ supported: true });
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('what is wrong stands in the sentence, and the nearest support in the article', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ARTICLES), fc.constantFrom(...SENTENCES), (article, sentence) => {
      const grounding = checkSentence(article, sentence);
      if (grounding.supported) return;
      const { at, claim, nearest } = grounding;
      expect(at.start).toBeLessThan(at.end);
      expect(sentence.slice(at.start, at.end)).toBe(claim);
      if (nearest === undefined) return;
      expect(article.slice(nearest.start, nearest.end).trim()).not.toBe('');
    }),
    { numRuns: 100 },
  );
});

/** The largest file that is taken in. */
const LENGTH = 1_000_000;
const SECONDS = 2;
const CLAIM = 'Holm said on Monday, 5 May, that 15 million people went to Velden and that the council met.';

/** Time of the processor, which others' work on the machine does not lengthen. */
function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

describe('a megabyte is checked soon', () => {
  test.each([
    ['initials', 'г. '],
    ['lines of a letter', 'a\n'],
    ['dates', 'Monday 5 May 2020 '],
    ['numbers in words', 'двадцать три '],
    ['quotes', '“We will go there,” John Smith said. '],
    ['marks that stack on one letter', '\u0301\u0316'],
  ])('%s', (_, piece) => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length));
    expect(secondsOf(() => checkSentence(text, CLAIM))).toBeLessThan(SECONDS);
    expect(secondsOf(() => checkSentence(CLAIM, text))).toBeLessThan(SECONDS);
  });

  test('whatever is repeated, also a tenth of it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              '“',
              '”',
              '«',
              '(',
              '. ',
              ', ',
              ' – ',
              'said ',
              'Ida Holm ',
              '5 ',
              '%',
              'May ',
              'not ',
              'он ',
            ),
            fc.string({ unit: 'binary', maxLength: 6 }),
          ),
          { minLength: 1, maxLength: 6 },
        ),
        (parts) => {
          const piece = parts.join('');
          if (piece === '') return;
          const text = piece.repeat(Math.ceil(LENGTH / 10 / piece.length));
          expect(secondsOf(() => checkSentence(text, CLAIM))).toBeLessThan(SECONDS);
        },
      ),
      { numRuns: 10 },
    );
  });
});
