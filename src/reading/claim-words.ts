import kin from './data/word-kin.json' with { type: 'json' };

/** A word as claims and passages are compared by. */
export interface ClaimWord {
  readonly text: string;
  readonly lower: string;
  /** The same for all forms of a word, and for words that newsrooms use for one another. */
  readonly stem: string;
  /** Not a function word. */
  readonly content: boolean;
  readonly capital: boolean;
  readonly figure: boolean;
}

const FUNCTION_WORDS = new Set(
  'a an the and or but if of in on at to for from by with as is are was were be been being has have had do does did will would can could may might shall should must not no this that these those it its he she they them his her their him we our us you your i my me who whom which what when where why how than then there here so such also just more most very into over under about after before during between through out up down off again all any some each both few other another own same only too s t said says say new one two while since until because per via according told'.split(
    ' ',
  ),
);

/** The words of a text; the parts of a hyphenated word count as words. */
export function claimWords(text: string): ClaimWord[] {
  return (text.match(/[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu) ?? []).map((word) => {
    const lower = word.toLowerCase();
    const figure = /\p{N}/u.test(word);
    return {
      text: word,
      lower,
      stem: stemOf(lower),
      content: figure || (lower.length > 2 && !FUNCTION_WORDS.has(lower)),
      capital: /^\p{Lu}/u.test(word),
      figure,
    };
  });
}

const KIN = new Map(
  kin.flatMap((line) => {
    const words = line.toLowerCase().split(' ');
    return words.map((word) => [word, words[0] ?? word] as const);
  }),
);
const ENDING = /(?:ations?|ements?|ments?|ings?|edly|ed|ers?|ies|es|ions?|ly|al|s|y|e)$/u;
const STEM_LENGTH = 6;

export function stemOf(lower: string): string {
  const head = KIN.get(lower);
  if (head !== undefined) return head;
  const whole = lower.replace(/['’]s?$/u, '').slice(0, 40);
  return (whole.length > 5 ? whole.replace(ENDING, '') : whole).slice(0, STEM_LENGTH);
}
