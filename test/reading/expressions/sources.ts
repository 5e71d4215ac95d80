import { readdirSync, readFileSync } from 'node:fs';

export interface Expression {
  readonly file: string;
  readonly source: string;
}

const FOLDER = new URL('../../../src/reading/', import.meta.url);

/** What stands ahead of a regular expression and never ahead of a division. */
const AHEAD = /(?:^|[=(,:[!&|?{};+]|\breturn|=>)\s*$/u;

/** Every regular expression under src/reading: the literals, and those that are made when the files are loaded. */
export async function readingExpressions(): Promise<Expression[]> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));
  const literals = files.flatMap((file) =>
    literalsIn(readFileSync(new URL(file, FOLDER), 'utf8')).map((source) => ({ file, source })),
  );
  return [...literals, ...(await madeBy(files))];
}

/** Reads line by line, as no expression goes over a line's end, past comments and strings. */
export function literalsIn(code: string): string[] {
  return code.split('\n').flatMap((line) => {
    if (/^\s*(?:\/\/|\/?\*)/u.test(line)) return [];
    const found: string[] = [];
    for (let at = 0; at < line.length; at += 1) {
      const character = line[at] ?? '';
      if (/['"`]/u.test(character)) at = endOfString(line, at);
      else if (line.startsWith('//', at)) break;
      else if (character === '/' && AHEAD.test(line.slice(0, at))) {
        const end = endOfExpression(line, at);
        found.push(line.slice(at + 1, end));
        at = end;
      }
    }
    return found;
  });
}

function endOfString(line: string, from: number): number {
  let at = from + 1;
  while (at < line.length && line[at] !== line[from]) at += line[at] === '\\' ? 2 : 1;
  return at;
}

function endOfExpression(line: string, from: number): number {
  let at = from + 1;
  let inClass = false;
  while (at < line.length && (inClass || line[at] !== '/')) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '[') inClass = true;
    else if (line[at] === ']') inClass = false;
    at += 1;
  }
  return at;
}

/** The expressions that files make of strings, seen by listening to the constructor while they load. */
async function madeBy(files: readonly string[]): Promise<Expression[]> {
  const made: Expression[] = [];
  const Original = globalThis.RegExp;
  let file = '';
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, [pattern, flags]: [string | RegExp, string?]) => {
      const expression = new target(pattern, flags);
      made.push({ file, source: expression.source });
      return expression;
    },
  });
  try {
    for (file of files) await import(new URL(file, FOLDER).href);
  } finally {
    globalThis.RegExp = Original;
  }
  return made;
}
