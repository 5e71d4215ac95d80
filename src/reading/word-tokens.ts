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
  /** A comma and a space part it from the word before. */
  readonly afterComma: boolean;
  /** Only a space or a hyphen parts it from the word before. */
  readonly joined: boolean;
  /** The first word after a full stop, a line break or an opening quotation mark. */
  readonly opensSentence: boolean;
}

const WORD = /\p{Lu}(?:\.\p{Lu})+(?!\p{L})|[\p{L}\p{M}\p{N}]+/gu;
const CAPITAL = /^\p{Lu}/u;
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
    tokens.push(wordToken(raw, match.index, gap, tokens.length === 0, isStopped(gap, text[lastEnd])));
  }
  return tokens;
}

function wordToken(raw: string, start: number, gap: string, first: boolean, stopped: boolean): WordToken {
  const dotted = raw.includes('.');
  return {
    word: foldWord(dotted ? raw.replaceAll('.', '') : raw),
    start,
    end: start + raw.length,
    capital: CAPITAL.test(raw),
    allCapitals: raw.length > 1 && NO_SMALL_LETTER.test(raw) && CAPITAL.test(raw),
    dotted,
    stopped,
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
  return /^(?:[\s\p{Pd}'’.]{0,3})$/u.test(gap) && !gap.includes('\n\n');
}
