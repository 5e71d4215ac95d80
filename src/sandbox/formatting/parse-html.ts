import type { Entity, User } from '../wire.ts';
import { readReference } from './references.ts';
import { readEndTag, readStartTag } from './tags.ts';

export type ParsedHtml = { ok: true; text: string; entities: Entity[] } | { ok: false; problem: string };

type OpenTag = { name: string; argument: string; unix: number; offset: number };

/**
 * Reads Telegram's HTML into text and entities. The tags, the few references and the wording of each refusal follow
 * `parse_html` of TDLib's MessageEntity.cpp; places in a refusal are byte offsets, as there. The text is not trimmed.
 */
export function parseHtml(html: string): ParsedHtml {
  const open: OpenTag[] = [];
  const entities: Entity[] = [];
  let text = '';
  let holdsSurrogate = false;
  let at = 0;
  while (at < html.length) {
    const special = nextSpecial(html, at);
    text += html.slice(at, special);
    at = special;
    if (at >= html.length) break;

    if (html[at] === '&') {
      const reference = readReference(html, at);
      if (reference && isSurrogate(reference.character)) holdsSurrogate = true;
      text += reference?.character ?? '&';
      at = reference?.end ?? at + 1;
    } else if (html[at + 1] === '/') {
      const innermost = open.pop();
      const tag = readEndTag(html, at, innermost?.name);
      if (!tag.ok) return { ok: false, problem: tag.problem };
      if (innermost) close(innermost, text, entities);
      at = tag.end;
    } else {
      const tag = readStartTag(html, at);
      if (!tag.ok) return { ok: false, problem: tag.problem };
      open.push({ name: tag.name, argument: tag.argument, unix: tag.unix, offset: text.length });
      at = tag.end;
    }
  }
  const left = open.at(-1);
  if (left) return { ok: false, problem: `Can't find end tag corresponding to start tag "${left.name}"` };
  if (holdsSurrogate) return { ok: false, problem: HALF_CHARACTER };
  return { ok: true, text, entities: entities.sort(byPlace) };
}

const HALF_CHARACTER =
  'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units';

const isSurrogate = (character: string): boolean => character.length === 1 && !character.isWellFormed();

/** Outer before inner: by offset, longest first. */
function byPlace(a: Entity, b: Entity): number {
  return a.offset - b.offset || b.length - a.length || rank(a) - rank(b);
}

const OUTER_FIRST =
  'blockquote expandable_blockquote pre code text_link text_mention custom_emoji date_time bold italic underline strikethrough spoiler'.split(
    ' ',
  );

function rank(entity: Entity): number {
  return OUTER_FIRST.indexOf(entity.type);
}

function nextSpecial(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === 38 || code === 60) return at;
  }
  return html.length;
}

const PLAIN: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
};

function close(tag: OpenTag, text: string, entities: Entity[]): void {
  const length = text.length - tag.offset;
  if (length === 0) return;
  const place = { offset: tag.offset, length };
  const plain = PLAIN[tag.name];
  if (plain) entities.push({ type: plain, ...place });
  else if (tag.name === 'a') pushLink(tag.argument || text.slice(tag.offset), place, entities);
  else if (tag.name === 'blockquote')
    entities.push({ type: tag.argument === '' ? 'blockquote' : 'expandable_blockquote', ...place });
  else if (tag.name === 'tg-emoji') entities.push({ type: 'custom_emoji', ...place, custom_emoji_id: tag.argument });
  else if (tag.name === 'tg-time') {
    if (tag.unix > 0)
      entities.push({ type: 'date_time', ...place, unix_time: tag.unix, date_time_format: tag.argument });
  } else pushCode(tag, place, entities);
}

type Place = { offset: number; length: number };

function pushCode(tag: OpenTag, place: Place, entities: Entity[]): void {
  const last = entities.at(-1);
  const whole = last?.offset === place.offset && last.length === place.length;
  if (tag.name === 'pre' && whole && last.type === 'code' && last.language) {
    last.type = 'pre';
    return;
  }
  if (tag.name === 'code' && whole && last.type === 'pre') {
    if (tag.argument !== '') last.language = tag.argument;
    return;
  }
  const language = tag.name === 'code' && tag.argument !== '' ? { language: tag.argument } : {};
  entities.push({ type: tag.name, ...place, ...language });
}

function pushLink(address: string, place: Place, entities: Entity[]): void {
  const person = /^tg:\/{0,2}user\?id=(\d{1,15})$/i.exec(address)?.[1];
  if (person) {
    const user: User = { id: Number(person), is_bot: false, first_name: '' };
    entities.push({ type: 'text_mention', ...place, user });
    return;
  }
  const url = checkedLink(address);
  if (url) entities.push({ type: 'text_link', ...place, url });
}

/** The link as Telegram keeps it; one that is no web address loses its entity without a word. */
export function checkedLink(address: string): string | undefined {
  const trimmed = address.trim();
  const given =
    /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[^/]+\.[^/:]+:\d/.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!URL.canParse(given)) return undefined;
  const url = new URL(given);
  if (url.protocol === 'tg:' || url.protocol === 'ton:') return given;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (!url.hostname.includes('.') || url.hostname.endsWith('.')) return undefined;
  return url.pathname === '/' && url.search === '' && url.hash === '' ? `${url.protocol}//${url.host}/` : given;
}
