/** The longest text that a client sends as one message, in UTF-16 units, which is what clients count. */
export const PASTE_MAX = 4096;

/** Where a client likes to cut, best first; each pattern's end is the place. */
const SEAMS = [/\n\s*\n/g, /\n/g, /[.!?…]["'”»)\]]*\s/g, /\s/g];

/**
 * Cuts a text as Telegram clients do before they send it: pieces of at most 4,096 UTF-16 units, each ending at the last
 * paragraph break, line break, sentence or space in its second half, in that order of liking, or else where it is full.
 * White space at the seams is trimmed, as the server trims every message.
 */
export function splitPaste(text: string): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > PASTE_MAX) {
    const cut = placeToCut(rest);
    pieces.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  pieces.push(rest);
  return pieces.filter((piece) => piece !== '');
}

function placeToCut(text: string): number {
  const piece = text.slice(0, PASTE_MAX);
  for (const seam of SEAMS) {
    const last = [...piece.matchAll(seam)].at(-1);
    const end = last ? last.index + last[0].length : 0;
    if (end > PASTE_MAX / 2) return end;
  }
  return /[\ud800-\udbff]$/.test(piece) ? PASTE_MAX - 1 : PASTE_MAX;
}
