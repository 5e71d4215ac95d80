/** Part of a regular expression as far as repetition matters. */
type Part =
  | { readonly kind: 'one'; readonly source: string; readonly times: Times }
  | { readonly kind: 'group'; readonly branches: readonly Part[][]; readonly looks: boolean; readonly times: Times };

interface Times {
  readonly least: number;
  readonly most: number;
}

const ONCE: Times = { least: 1, most: 1 };

/**
 * How an expression may backtrack beyond control: an unbounded repetition inside an unbounded repetition ("(a+)+"), unless a
 * character parts the turns of the outer one; or
 * two unbounded repetitions of the same characters with nothing between them that must stand there (".*.*"). Undefined
 * where it has neither.
 */
export function dangerIn(source: string): string | undefined {
  const { branches } = parse(source);
  for (const parts of branches) {
    const danger = dangerOf(parts, false);
    if (danger !== undefined) return danger;
  }
  return undefined;
}

function dangerOf(parts: readonly Part[], inside: boolean): string | undefined {
  let last: string | undefined;
  for (const part of parts) {
    const unbounded = part.times.most === Number.POSITIVE_INFINITY;
    if (unbounded && inside) return 'an unbounded repetition inside another';
    if (part.kind === 'one') {
      if (unbounded && last === part.source) return `two unbounded repetitions of ${part.source} side by side`;
      if (unbounded) last = part.source;
      else if (part.times.least > 0) last = undefined;
      continue;
    }
    if (!part.looks && part.times.least > 0) last = undefined;
    for (const branch of part.branches) {
      const danger = dangerOf(branch, part.looks ? false : inside || (unbounded && !isFenced(branch)));
      if (danger !== undefined) return danger;
    }
  }
  return undefined;
}

/**
 * True where each turn of a repetition begins or ends with a character that must stand there and that nothing repeated
 * inside it can be, so that the turns can be told apart in one way only: "(?:,\\d+)*".
 */
function isFenced(branch: readonly Part[]): boolean {
  const standing = branch.filter((part) => part.kind === 'one' || !part.looks);
  const repeated = standing.flatMap(unboundedIn);
  return [standing[0], standing.at(-1)].some(
    (fence) =>
      fence?.kind === 'one' &&
      fence.times.least === 1 &&
      fence.times.most === 1 &&
      repeated.every((other) => !shareCharacter(fence.source, other)),
  );
}

function unboundedIn(part: Part): string[] {
  if (part.kind === 'one') return part.times.most === Number.POSITIVE_INFINITY ? [part.source] : [];
  return part.branches.flat().flatMap(unboundedIn);
}

/** Tried on every character up to the end of the punctuation and the kana. */
function shareCharacter(one: string, other: string): boolean {
  const [first, second] = [one, other].map((source) => new RegExp(`^${source}$`, 'u'));
  for (let code = 0; code < 0x3100; code += 1) {
    const character = String.fromCodePoint(code);
    if (first?.test(character) && second?.test(character)) return true;
  }
  return false;
}

function parse(source: string): { branches: Part[][] } {
  let at = 0;
  const readBranches = (): Part[][] => {
    const branches: Part[][] = [[]];
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at += 1;
        branches.push([]);
      } else branches.at(-1)?.push(readPart());
    }
    return branches;
  };
  const readPart = (): Part => {
    if (source[at] !== '(') {
      const one = readOne();
      return { kind: 'one', source: one, times: readTimes() };
    }
    const opening = /^\((?:\?(?:<?[=!]|:|<[^>]*>|[a-z-]*:))?/u.exec(source.slice(at))?.[0] ?? '(';
    at += opening.length;
    const branches = readBranches();
    at += 1;
    return { kind: 'group', branches, looks: /[=!]$/u.test(opening), times: readTimes() };
  };
  const readOne = (): string => {
    const rest = source.slice(at);
    const one = rest.startsWith('[')
      ? readClass(rest)
      : (/^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|k<[^>]*>|.)|^./su.exec(rest)?.[0] ?? '');
    at += one.length;
    return one;
  };
  const readTimes = (): Times => {
    const [all, mark, least, comma, most] = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/u.exec(source.slice(at)) ?? [];
    if (all === undefined) return ONCE;
    at += all.length;
    if (mark !== undefined) return { least: mark === '+' ? 1 : 0, most: mark === '?' ? 1 : Number.POSITIVE_INFINITY };
    const floor = Number(least);
    if (comma === '') return { least: floor, most: floor };
    return { least: floor, most: most === '' ? Number.POSITIVE_INFINITY : Number(most) };
  };
  return { branches: readBranches() };
}

function readClass(rest: string): string {
  let end = 1;
  while (end < rest.length && rest[end] !== ']') end += rest[end] === '\\' ? 2 : 1;
  return rest.slice(0, end + 1);
}
