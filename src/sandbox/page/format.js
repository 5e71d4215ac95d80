import { element } from './dom.js';
import { localTime, momentIn } from './times.js';

/**
 * A text with its entities as nodes. Only text nodes and a fixed set of elements are made, so nothing that stands in a
 * message can become markup. An entity that sticks out of the one around it is cut at its edge and goes on after it.
 */
export function formatted(text, entities, onCommand) {
  const whole = document.createDocumentFragment();
  fill(whole, { text, onCommand }, 0, text.length, entities ?? []);
  return whole;
}

const BLOCKS = new Set(['blockquote', 'expandable_blockquote', 'pre']);

function fill(parent, source, from, to, entities) {
  let at = from;
  let afterBlock = false;
  let left = entities.filter(({ length }) => length > 0);
  const put = (end, beforeBlock) => {
    let words = source.text.slice(at, end);
    if (afterBlock) words = words.replace(/^\n/, '');
    if (beforeBlock) words = words.replace(/\n$/, '');
    if (words !== '') parent.append(words);
  };
  while (left.length > 0) {
    const [first, ...rest] = left;
    const start = Math.max(first.offset, at);
    const end = Math.min(first.offset + first.length, to);
    left = rest;
    if (end <= start) continue;
    const isBlock = BLOCKS.has(first.type);
    put(start, isBlock);
    const node = entityNode(first, source, start, end);
    fill(
      node.inner,
      source,
      start,
      end,
      rest.filter(({ offset }) => offset < end),
    );
    parent.append(node.outer);
    at = end;
    afterBlock = isBlock;
    left = rest.filter(({ offset, length }) => offset + length > end);
  }
  put(to, false);
}

const TAGS = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
};

function entityNode(entity, source, start, end) {
  const words = source.text.slice(start, end);
  switch (entity.type) {
    case 'text_link':
      return same(link(entity.url));
    case 'url':
      return same(link(words));
    case 'bot_command':
      return same(element('button', { type: 'button', class: 'command-link', click: () => source.onCommand(words) }));
    case 'spoiler':
      return same(spoiler());
    case 'blockquote':
      return same(element('blockquote'));
    case 'expandable_blockquote':
      return foldingQuote(words);
    case 'date_time':
      return moment(entity);
    default:
      return same(TAGS[entity.type] ? element(TAGS[entity.type]) : element('span', { class: 'tag' }));
  }
}

/** A moment is shown at the reader's own time where the bot gave a format for it, otherwise in the bot's words. */
function moment({ unix_time, date_time_format }) {
  const node = element('time', {
    class: 'moment',
    title: localTime(unix_time),
    datetime: new Date(unix_time * 1000).toISOString(),
  });
  const own = momentIn(unix_time, date_time_format ?? '');
  if (own === undefined) return same(node);
  node.append(own);
  return { outer: node, inner: document.createDocumentFragment() };
}

function same(node) {
  return { outer: node, inner: node };
}

function link(address) {
  const safe = URL.canParse(address) && /^(https?|tg|mailto):$/.test(new URL(address).protocol);
  if (!safe) return element('span', { class: 'tag' });
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer', title: address });
}

function spoiler() {
  const hidden = element('span', {
    class: 'spoiler',
    role: 'button',
    tabindex: '0',
    'aria-expanded': 'false',
    'aria-label': 'Hidden text, press to show it',
  });
  const show = () => {
    hidden.setAttribute('aria-expanded', 'true');
    hidden.removeAttribute('aria-label');
  };
  hidden.addEventListener('click', show);
  hidden.addEventListener('keydown', (event) => event.key === 'Enter' && show());
  return hidden;
}

/** Longer than this, a quote surely takes more than the three lines that show while it is folded. */
const FOLD_FROM_CHARACTERS = 150;

function foldingQuote(words) {
  const inner = element('span', { class: 'quoted' });
  const outer = element('blockquote', { 'data-testid': 'expandable' }, inner);
  if (words.length < FOLD_FROM_CHARACTERS && words.split('\n').length <= 3) return { outer, inner };
  inner.classList.add('folded');
  const unfold = element('button', { type: 'button', class: 'unfold', 'aria-expanded': 'false' }, 'Show more');
  unfold.addEventListener('click', () => {
    const folded = inner.classList.toggle('folded');
    unfold.setAttribute('aria-expanded', String(!folded));
    unfold.textContent = folded ? 'Show more' : 'Show less';
  });
  outer.append(unfold);
  return { outer, inner };
}
