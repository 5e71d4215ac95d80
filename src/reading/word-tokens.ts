import { foldWord } from '../news/word-forms.ts';

/** A word of a text, as it is compared. */
export interface WordToken {
  /** Folded, full stops of abbreviations off (`U.S.` is `us`). */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
  /** All of two or more letters are capitals. */
  readonly allCapitals: boolean;
  /** Written with a full stop after each letter. */
  readonly dotted: boolean;
  /** A full stop follows at once, as it does after an abbreviation; between two commas it may be left out (`STAMFORD, Conn, March 9`). */
  readonly stopped: boolean;
  /** A currency's sign follows, as in `US$42`. */
  readonly money: boolean;
  /** A comma and a space part it from the word before. */
  readonly afterComma: boolean;
  /** Only a space or a hyphen parts it from the word before. */
  readonly joined: boolean;
  /** The first word after a full stop, a line break or an opening quotation mark. */
  readonly opensSentence: boolean;
}

/** A word with the letters oʻ and gʻ of Uzbek, whose mark is typed as any apostrophe; not the `'s` of `Congo's`. Han is written without spaces, so that each sign is a word. */
const WORD =
  /\p{Lu}(?:\.\p{Lu})+(?!\p{L})|\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:(?<=[OoGg])[‘’'`](?!s(?!\p{L}))(?=\p{Ll})[\p{L}\p{M}\p{N}]+)*/gu;
const CAPITAL = /^\p{Lu}/u;
const MONEY = /^ ?[$€£¥]/u;
const NO_SMALL_LETTER = /^[^\p{Ll}]*$/u;
/** Longest stretch between two words that is looked at; a longer one parts them in any case. */
const LONGEST_GAP = 6;

/** The words of a text, in order. Linear in its length. */
export function wordTokens(text: string): WordToken[] {
  const tokens: WordToken[] = [];
  let lastEnd = 0;
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const gap = match.index - lastEnd > LONGEST_GAP ? '\n' : text.slice(lastEnd, match.index);
    lastEnd = match.index + raw.length;
    if (raw === 's' && /^['’]$/u.test(gap)) continue;
    const token = wordToken(raw, match.index, gap, tokens.length === 0);
    const after = text.slice(lastEnd, lastEnd + 2);
    tokens.push({ ...token, stopped: isStopped(gap, after[0]), money: MONEY.test(after) });
  }
  return tokens;
}

function wordToken(raw: string, start: number, gap: string, first: boolean): Omit<WordToken, 'stopped' | 'money'> {
  const dotted = raw.includes('.');
  return {
    word: foldWord(dotted ? raw.replaceAll('.', '') : raw),
    start,
    end: start + raw.length,
    capital: CAPITAL.test(raw),
    allCapitals: raw.length > 1 && NO_SMALL_LETTER.test(raw) && CAPITAL.test(raw),
    dotted,
    afterComma: gap === ', ',
    joined: !first && isJoint(gap),
    opensSentence: first || /[.!?:\n"“«]/u.test(gap),
  };
}

function isStopped(gap: string, after: string | undefined): boolean {
  return after === '.' || (after === ',' && gap === ', ');
}

/** A gap inside a name: a space, a hyphen, an apostrophe, the full stop of `St. Paul` is judged by the phrase itself. */
function isJoint(gap: string): boolean {
  return /^(?:[\s\p{Pd}'’.\u200c]{0,3})$/u.test(gap) && !gap.includes('\n\n');
}
