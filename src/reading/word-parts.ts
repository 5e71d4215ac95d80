/** The words of a text as their parts are counted: small letters, one kind of apostrophe. */
export function wordsForParts(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[‘’ʻʼ`]/gu, "'")
      .match(/[\p{L}\p{M}']+/gu) ?? []
  );
}

/** Parts of one to four letters; `_` stands for the word's edge. */
export function partsOfWord(word: string): string[] {
  const edged = `_${word}_`;
  const parts: string[] = [];
  for (let length = 1; length <= LONGEST; length += 1) {
    for (let at = 0; at + length <= edged.length; at += 1) {
      const part = edged.slice(at, at + length);
      if (part !== '_') parts.push(part);
    }
  }
  return parts;
}

const LONGEST = 4;
