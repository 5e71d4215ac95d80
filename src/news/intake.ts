import { decodeText } from './text-encoding.ts';

/** One message of a paste, or a whole file. */
export interface Piece {
  /** Telegram's message id: the order in which the editor's client sent the pieces. */
  readonly messageId: number;
  readonly text: string;
}

/** Where two pieces were joined: the words before and after, for the editor to check. */
export interface Seam {
  readonly before: string;
  readonly after: string;
}

/** A client cuts at 4,096; a piece under this length ended by itself (the margin is what clients were seen to leave). */
export const FULL_PIECE_LENGTH = 3800;
/** The largest article that is taken, in bytes of UTF-8. */
export const MOST_ARTICLE_BYTES = 1_000_000;

const CLIENT_LIMIT = 4096;
/** A client that cut earlier than it had to, by more than a long word, cut at the end of a paragraph or a line. */
const EARLY_CUT = CLIENT_LIMIT - 60;
/** Characters of a seam that the editor sees on either side. */
const SEAM_LENGTH = 40;

/**
 * Joins the pieces of a paste in the order of their message ids, whatever the order of their arrival. Clients cut a
 * long paste at a paragraph where they can, else at a line, a space or in mid-word, and the server trims the white
 * space at the cut; so what stood there is told from what is left on both sides.
 */
export function joinPieces(pieces: readonly Piece[]): { readonly text: string; readonly seams: Seam[] } {
  const ordered = [...pieces].sort((a, b) => a.messageId - b.messageId);
  const whole = ordered.map(({ text }) => text).join(' ');
  const seams: Seam[] = [];
  let text = ordered[0]?.text ?? '';
  for (const { text: next } of ordered.slice(1)) {
    const previous = ordered[seams.length]?.text ?? '';
    seams.push({ before: [...previous].slice(-SEAM_LENGTH).join(''), after: [...next].slice(0, SEAM_LENGTH).join('') });
    text += lostAt(previous, next, whole) + next;
  }
  return { text, seams };
}

/** Georgian writes sentences without capitals, and Unicode counts its letters as small ones. */
const OPENS_SENTENCE = /^["“„«‘(–—-]*[\p{Lu}\p{Lo}\p{Script=Georgian}\d]/u;

/** The white space that was lost between two pieces. */
function lostAt(before: string, after: string, whole: string): '' | ' ' | '\n\n' {
  if (/\s$/.test(before) || /^\s/.test(after)) return '';
  const isLineEnd = before.length < EARLY_CUT && /[\p{L}\p{N}]$/u.test(before) && /^\p{Lu}/u.test(after);
  if (isLineEnd) return '\n\n';
  if (/[.!?…:;]["”»’)\]]*$/u.test(before) && OPENS_SENTENCE.test(after)) return '\n\n';
  const cutInWord = before.length >= CLIENT_LIMIT && /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
  return cutInWord && !isWordBreak(before, after, whole) ? '' : ' ';
}

/** A cut between two letters fell between two words where both halves stand elsewhere as words, and their union does not. */
function isWordBreak(before: string, after: string, whole: string): boolean {
  const left = /[\p{L}\p{N}]+$/u.exec(before)?.[0] ?? '';
  const right = /^[\p{L}\p{N}]+/u.exec(after)?.[0] ?? '';
  const count = (word: string) =>
    whole.split(/[^\p{L}\p{N}]+/u).filter((other) => other.toLowerCase() === word.toLowerCase()).length;
  return count(left + right) === 0 && count(left) > 1 && count(right) > 1;
}

/** How a file's text is marked up. */
export type Markup = 'none' | 'markdown' | 'html';

export type ReadFile =
  | { readonly kind: 'text'; readonly text: string; readonly markup: Markup }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'unknown-encoding' }
  | { readonly kind: 'too-large' };

/** The text of a `.txt`, `.md` or `.html` file of at most 1 MB, in any encoding that can be told; what else it is where it is not. */
export function readTextFile(name: string, bytes: Uint8Array): ReadFile {
  if (!/\.(txt|text|md|markdown|html?)$/i.test(name)) return { kind: 'not-text' };
  if (bytes.length > MOST_ARTICLE_BYTES) return { kind: 'too-large' };
  const decoded = decodeText(bytes);
  return decoded.kind === 'text' ? { ...decoded, markup: markupOf(name) } : decoded;
}

function markupOf(name: string): Markup {
  if (/\.html?$/i.test(name)) return 'html';
  return /\.(md|markdown)$/i.test(name) ? 'markdown' : 'none';
}
