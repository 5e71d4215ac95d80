import { describe, expect, test } from 'vitest';
import { checkSentence } from '../../src/reading/grounding.ts';
import { FERRY, MINE, TALKS } from './inventions/english.ts';
import { RAILWAY, SCHOOL } from './inventions/kazakh.ts';
import { BRIDGE, HARVEST } from './inventions/russian.ts';

describe.each([FERRY, MINE, TALKS, BRIDGE, HARVEST, SCHOOL, RAILWAY])(
  'of $name',
  ({ article, published, told, invented }) => {
    test.each(told)('believes: %s', (sentence) => {
      expect(checkSentence(article, sentence, published)).toEqual({ supported: true });
    });

    test.each(invented)('finds the wrong %s “%s”: %s', (why, claim, sentence) => {
      const grounding = checkSentence(article, sentence, published);
      expect(grounding).toMatchObject({ supported: false, why });
      if (grounding.supported) return;
      const { start, end } = grounding.at;
      expect(sentence.slice(start, end)).toBe(grounding.claim);
      expect(claim).toContain(grounding.claim);
    });
  },
);
