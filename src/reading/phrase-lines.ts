/** Phrases that tell what a line is, and how much of the line each must be. */
export interface PhraseTable {
  /** The line begins with it. */
  readonly starts?: readonly string[];
  /** It is all of the line, apart from marks around it. */
  readonly whole?: readonly string[];
  /** It is all of the line, or a colon follows it. */
  readonly label?: readonly string[];
  /** The line begins with it and is no sentence: no full stop, question or exclamation mark stands in it. */
  readonly line?: readonly string[];
  /** As `starts`, in paragraphs of any length. */
  readonly long?: readonly string[];
}

/** A line that is no sentence goes on for no more than this, in UTF-16 units. */
const LONGEST_REST = 80;

/** A test for lines that one of the tables knows, in any letter case; symbols and bullets ahead of the words do not count. */
export function lineTest(tables: readonly PhraseTable[]): (line: string) => boolean {
  const starts = phraseSet(tables.flatMap((table) => [...(table.starts ?? []), ...(table.long ?? [])]));
  const whole = new Set(tables.flatMap((table) => table.whole ?? []));
  const labels = phraseSet(tables.flatMap((table) => table.label ?? []));
  const lines = phraseSet(tables.flatMap((table) => table.line ?? []));
  return (line) => {
    const words = line.toLowerCase().replace(/^[^\p{L}\p{N}©@#(]+/u, '');
    if (whole.has(words.replace(/[\s:.…»›>→]+$/u, ''))) return true;
    if (starts.restAfter(words) !== undefined) return true;
    const labelled = labels.restAfter(words);
    if (labelled !== undefined && /^\s*(?::|[»›>→…]*$|\([^)]{0,40}\)\s*:)/u.test(labelled)) return true;
    const rest = lines.restAfter(words);
    return rest !== undefined && rest.length <= LONGEST_REST && !/[.!?]/u.test(rest);
  };
}

/** Phrases found by the word they begin with; each goes on to what follows it. */
function phraseSet(phrases: readonly string[]): { restAfter: (line: string) => string | undefined } {
  // The longest first, so that "related" does not hide "related stories".
  const byFirst = Map.groupBy(
    [...phrases].sort((a, b) => b.length - a.length),
    firstWord,
  );
  return {
    restAfter: (line) => {
      const phrase = byFirst.get(firstWord(line))?.find((known) => line.startsWith(known) && endsWord(line, known));
      return phrase === undefined ? undefined : line.slice(phrase.length);
    },
  };
}

function firstWord(text: string): string {
  return /^(?:[\p{L}\p{N}]+|.)/u.exec(text)?.[0] ?? '';
}

/** True where the phrase ends with a whole word of the line. */
function endsWord(line: string, phrase: string): boolean {
  return !/[\p{L}\p{N}]$/u.test(phrase) || !/^[\p{L}\p{N}]/u.test(line.slice(phrase.length));
}
