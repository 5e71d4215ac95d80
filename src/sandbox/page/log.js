import { element } from './dom.js';
import { hintFor } from './hints.js';
import { messageElement } from './message.js';
import { dayOf } from './times.js';

/** Messages of one hand that come within this many seconds stand close together. */
const TOGETHER_SECONDS = 300;

const log = document.querySelector('.messages');

/** Drawn messages by their place, so that one that did not change keeps its element: its fold, its focus. */
const drawn = new Map();

/** Draws the messages of a seat, or the hint where there are none. `acts` are what a message lets one do. */
export function drawLog(seat, { isTyping, acts }) {
  const nodes = [];
  let before;
  for (const message of seat.messages) {
    if (before === undefined || dayOf(before.date) !== dayOf(message.date)) {
      nodes.push(element('div', { class: 'day' }, dayOf(message.date)));
    }
    nodes.push(nodeOf(seat, message, { ...acts, follows: follows(message, before) }));
    before = message;
  }
  if (nodes.length === 0) nodes.push(hintFor(seat.name, acts.onCommand));
  if (isTyping) nodes.push(typingElement());
  replaceBy(nodes);
}

function follows(message, before) {
  return (
    before !== undefined &&
    before.from?.id === message.from?.id &&
    !before.pinned_message &&
    message.date - before.date < TOGETHER_SECONDS
  );
}

function nodeOf(seat, message, acts) {
  const key = `${seat.name} ${message.message_id}`;
  const shape = JSON.stringify([message, acts.follows]);
  const known = drawn.get(key);
  if (known?.shape === shape) return known.node;
  const node = messageElement(message, { ...acts, user: seat.user, isGroup: seat.chat !== seat.user });
  drawn.set(key, { shape, node });
  return node;
}

function replaceBy(nodes) {
  const kept = new Set(nodes);
  for (const old of [...log.children]) if (!kept.has(old)) old.remove();
  for (const [index, node] of nodes.entries()) {
    if (log.children[index] !== node) log.insertBefore(node, log.children[index] ?? null);
  }
}

function typingElement() {
  const dots = element('span', { class: 'dots' }, element('i'), element('i'), element('i'));
  const bubble = element('div', { class: 'bubble' }, dots);
  return element('div', { class: 'message bot', 'data-testid': 'typing', 'aria-label': 'The bot is typing' }, bubble);
}

export function showMessage(messageId) {
  const found = log.querySelector(`[data-message-id="${messageId}"]`);
  found?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

/** Where nothing hovers, a tap on a message shows what can be done with it. */
log.addEventListener('click', (event) => {
  const message = event.target.closest('.message');
  for (const other of log.querySelectorAll('.chosen')) if (other !== message) other.classList.remove('chosen');
  if (!event.target.closest('button, a')) message?.classList.toggle('chosen');
});
