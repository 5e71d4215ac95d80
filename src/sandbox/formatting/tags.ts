import { readReference } from './references.ts';

type Problem = { ok: false; problem: string };
type StartTag = { ok: true; name: string; argument: string; unix: number; end: number };
type Attribute = { ok: true; name: string; value: string; end: number };

const KNOWN = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
);

function problem(words: string): Problem {
  return { ok: false, problem: words };
}

function bytes(html: string, at: number): number {
  return Buffer.byteLength(html.slice(0, at));
}

function skip(html: string, from: number, accepts: (character: string) => boolean): number {
  let at = from;
  for (let character = html[at]; character !== undefined && accepts(character); character = html[at]) at++;
  return at;
}

const isSpace = (character: string): boolean => /[ \t\r\n\v\f\0]/.test(character);

/** Reads the start tag at `start`, where a "<" stands, with the one attribute that matters to its name. */
export function readStartTag(html: string, start: number): StartTag | Problem {
  let at = skip(html, start + 1, (character) => !isSpace(character) && character !== '>');
  if (at >= html.length) return problem(`Unclosed start tag at byte offset ${bytes(html, start)}`);
  const name = html.slice(start + 1, at).toLowerCase();
  if (!KNOWN.has(name)) return problem(`Unsupported start tag "${name}" at byte offset ${bytes(html, start)}`);

  const tag: StartTag = { ok: true, name, argument: '', unix: 0, end: 0 };
  while (html[at] !== '>') {
    at = skip(html, at, isSpace);
    if (html[at] === '>') break;
    const attribute = readAttribute(html, at, name, start);
    if (!attribute.ok) return attribute;
    take(tag, attribute.name, attribute.value);
    at = attribute.end;
  }
  if (name === 'span' && tag.argument !== 'spoiler')
    return problem(`Tag "span" must have class "tg-spoiler" at byte offset ${bytes(html, start)}`);
  tag.end = at + 1;
  return tag;
}

function take(tag: StartTag, attribute: string, value: string): void {
  const key = `${tag.name} ${attribute}`;
  if (key === 'a href' || key === 'tg-emoji emoji-id' || key === 'tg-time format') tag.argument = value;
  else if (key === 'code class' && value.startsWith('language-')) tag.argument = value.slice('language-'.length);
  else if (key === 'span class' && value.startsWith('tg-')) tag.argument = value.slice('tg-'.length);
  else if (key === 'blockquote expandable') tag.argument = '1';
  else if (key === 'tg-time unix') tag.unix = Number.parseInt(value, 10) || 0;
}

/** An attribute with its value; one without counts as empty. */
function readAttribute(html: string, from: number, tag: string, tagStart: number): Attribute | Problem {
  const unclosed = () => problem(`Unclosed start tag at byte offset ${bytes(html, tagStart)}`);
  let at = skip(html, from, (character) => !isSpace(character) && !'=>/"\''.includes(character));
  const name = html.slice(from, at);
  if (name === '') return problem(`Empty attribute name in the tag "${tag}" at byte offset ${bytes(html, tagStart)}`);
  at = skip(html, at, isSpace);
  if (at >= html.length) return unclosed();
  if (html[at] !== '=') return { ok: true, name, value: '', end: at };
  at = skip(html, at + 1, isSpace);
  if (at >= html.length) return unclosed();
  const value = html[at] === '"' || html[at] === "'" ? readQuoted(html, at) : readToken(html, at);
  if (!value.ok) return value;
  return value.end >= html.length ? unclosed() : { ok: true, name, value: value.text, end: value.end };
}

type Value = { ok: true; text: string; end: number };

function readQuoted(html: string, from: number): Value {
  const mark = html[from];
  let text = '';
  let at = from + 1;
  while (at < html.length && html[at] !== mark) {
    const reference = html[at] === '&' ? readReference(html, at) : undefined;
    text += reference?.character ?? html[at];
    at = reference?.end ?? at + 1;
  }
  return { ok: true, text, end: at + 1 };
}

function readToken(html: string, from: number): Value | Problem {
  const end = skip(html, from, (character) => /[a-z0-9.-]/i.test(character));
  const next = html[end];
  if (next !== undefined && !isSpace(next) && next !== '>')
    return problem(`Unexpected end of name token at byte offset ${bytes(html, from)}`);
  return { ok: true, text: html.slice(from, end).toLowerCase(), end };
}

/** Reads the end tag at `start`; `expected` is the innermost open tag. An end tag without a name closes any. */
export function readEndTag(
  html: string,
  start: number,
  expected: string | undefined,
): { ok: true; end: number } | Problem {
  if (expected === undefined) return problem(`Unexpected end tag at byte offset ${bytes(html, start)}`);
  const nameEnd = skip(html, start + 2, (character) => !isSpace(character) && character !== '>');
  const name = html.slice(start + 2, nameEnd).toLowerCase();
  const at = skip(html, nameEnd, isSpace);
  if (html[at] !== '>') return problem(`Unclosed end tag at byte offset ${bytes(html, start)}`);
  if (name !== '' && name !== expected)
    return problem(
      `Unmatched end tag at byte offset ${bytes(html, start)}, expected "</${expected}>", found "</${name}>"`,
    );
  return { ok: true, end: at + 1 };
}
