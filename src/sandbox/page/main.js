import { createComposer } from './composer.js';
import { byId, element } from './dom.js';
import { hintFor } from './hints.js';
import { messageElement } from './message.js';
import { initials, markRead, seatElement } from './seats.js';
import { call, fetchState, follow } from './server.js';
import { dayOf } from './times.js';
import { alertBox, toast } from './toasts.js';

const SEAT_KEY = 'dateline-sandbox-seat';
const TYPING_MS = 5000;
const NEAR_END_PX = 120;

const scroll = byId('scroll');
const log = document.querySelector('.messages');
let state;
let typingUntil = 0;

const seat = () => state.seats.find(({ name }) => name === localStorage.getItem(SEAT_KEY)) ?? state.seats[0];

const composer = createComposer({ submit, editLast });

/** Sends what was written; whether it went. */
async function submit(text, mode) {
  const as = seat().name;
  try {
    if (mode.kind === 'edit') await call('edit', { as, messageId: mode.messageId, text });
    else if (mode.kind === 'file') {
      await call('document', { as, name: mode.file.name, base64: await toBase64(mode.file), caption: text.trim() });
    } else await call('send', { as, text, replyTo: mode.kind === 'reply' ? mode.messageId : undefined });
    if (mode.kind !== 'edit') goToEnd();
    return true;
  } catch (error) {
    toast(error.message);
    return false;
  }
}

function toBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result.slice(reader.result.indexOf(',') + 1)));
    reader.addEventListener('error', () => reject(new Error(`${file.name} could not be read.`)));
    reader.readAsDataURL(file);
  });
}

function editLast() {
  const own = seat().messages.findLast((message) => message.from?.id === seat().user && message.text !== undefined);
  if (own) composer.edit(own);
}

async function press(message, row, column) {
  try {
    const answer = await call('press', { as: seat().name, messageId: message.message_id, row, column });
    if (answer?.text) (answer.alert ? alertBox : toast)(answer.text);
  } catch (error) {
    toast(error.message);
  }
}

function show(messageId) {
  const found = log.querySelector(`[data-message-id="${messageId}"]`);
  found?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

function viewOf(message, before) {
  const at = seat();
  const follows =
    before !== undefined &&
    before.from?.id === message.from?.id &&
    !before.pinned_message &&
    message.date - before.date < 300;
  return {
    user: at.user,
    isGroup: at.chat !== at.user,
    follows,
    onCommand: (command) => submit(command, { kind: 'write' }),
    onPress: press,
    onReply: (replied) => composer.reply(replied),
    onEdit: (own) => composer.edit(own),
    onShow: show,
  };
}

/** Drawn messages by their place, so that one that did not change keeps its element: its fold, its focus. */
const drawn = new Map();

function drawMessages() {
  const { messages, name } = seat();
  const nodes = [];
  let before;
  for (const message of messages) {
    const day = dayOf(message.date);
    if (before === undefined || dayOf(before.date) !== day) nodes.push(element('div', { class: 'day' }, day));
    const view = viewOf(message, before);
    const key = `${name} ${message.message_id}`;
    const shape = JSON.stringify([message, view.follows]);
    if (drawn.get(key)?.shape !== shape) drawn.set(key, { shape, node: messageElement(message, view) });
    nodes.push(drawn.get(key).node);
    before = message;
  }
  if (nodes.length === 0) nodes.push(hintFor(name, (command) => submit(command, { kind: 'write' })));
  if (isTyping()) nodes.push(typingElement());
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

function isTyping() {
  return typingUntil > Date.now();
}

function drawHead() {
  const { bot } = state;
  const at = seat();
  const isGroup = at.chat !== at.user;
  byId('chat-avatar').className = `avatar ${isGroup ? 'group' : 'bot'}`;
  byId('chat-avatar').textContent = isGroup ? initials(at.title) : '';
  byId('chat-title').textContent = isGroup ? at.title : bot.first_name;
  const status = byId('chat-status');
  status.textContent = isTyping()
    ? 'typing …'
    : isGroup
      ? `group · you are its administrator`
      : `bot · you are ${at.title}`;
  status.classList.toggle('typing', isTyping());
  const block = byId('block');
  block.hidden = isGroup || at.messages.length === 0 || at.blocked;
  block.textContent = 'Block';
  byId('restart').hidden = !at.blocked;
  byId('composer').hidden = at.blocked;
}

function drawReplyKeyboard() {
  const last = seat().messages.findLast(
    ({ markup }) => markup && ('keyboard' in markup || 'remove_keyboard' in markup),
  );
  const rows = last?.markup.keyboard ?? [];
  const area = byId('reply-keyboard');
  area.hidden = rows.length === 0 || seat().blocked;
  area.replaceChildren(
    ...rows.map((row) =>
      element(
        'div',
        {},
        ...row.map((button) => {
          const text = button.text ?? button;
          return element('button', { type: 'button', click: () => submit(text, { kind: 'write' }) }, text);
        }),
      ),
    ),
  );
}

function drawSeats() {
  const chosen = seat().name;
  const list = document.querySelector('.seat-list');
  const focused = document.activeElement?.dataset?.testid;
  list.replaceChildren(...state.seats.map((each) => seatElement(each, each.name === chosen, sit)));
  if (focused?.startsWith('seat-')) list.querySelector(`[data-testid="${focused}"]`)?.focus();
  const waiting = list.querySelectorAll('.badge').length;
  document.title = waiting > 0 ? `(${waiting}) Dateline sandbox` : 'Dateline sandbox';
}

function draw() {
  const wasAtEnd = atEnd();
  if (!document.hidden) markRead(seat());
  composer.sit(seat());
  drawSeats();
  drawHead();
  drawReplyKeyboard();
  drawMessages();
  if (wasAtEnd) goToEnd();
  byId('to-end').hidden = atEnd();
}

function atEnd() {
  return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END_PX;
}

function goToEnd() {
  scroll.scrollTop = scroll.scrollHeight;
}

function sit(name) {
  localStorage.setItem(SEAT_KEY, name);
  typingUntil = 0;
  draw();
  goToEnd();
  if (matchMedia('(hover: hover)').matches) byId('text').focus();
}

async function reload() {
  try {
    state = await fetchState();
    document.querySelector('.connection').hidden = true;
    draw();
  } catch {
    document.querySelector('.connection').hidden = false;
  }
}

function happened(happening) {
  const at = state?.seats.find(({ chat }) => chat === happening.chat);
  if (happening.kind === 'chat' || happening.kind === 'commands') return reload();
  if (!at) return undefined;
  if (happening.kind === 'action') typing(at);
  if (happening.kind === 'sent') take(at, happening.message);
  if (happening.kind === 'edited') {
    at.messages = at.messages.map((old) => (old.message_id === happening.message.message_id ? happening.message : old));
  }
  if (happening.kind === 'deleted') {
    at.messages = at.messages.filter(({ message_id }) => message_id !== happening.messageId);
  }
  return draw();
}

function take(at, message) {
  if (at.messages.some(({ message_id }) => message_id === message.message_id)) return;
  at.messages.push(message);
  if (message.byBot && at === seat()) typingUntil = 0;
}

function typing(at) {
  if (at !== seat()) return;
  typingUntil = Date.now() + TYPING_MS;
  setTimeout(draw, TYPING_MS + 50);
}

byId('to-end').addEventListener('click', goToEnd);
scroll.addEventListener('scroll', () => {
  byId('to-end').hidden = atEnd();
});
byId('block').addEventListener('click', () => call('block', { as: seat().name, blocked: true }));
byId('restart').addEventListener('click', () => call('block', { as: seat().name, blocked: false }));
document.addEventListener('visibilitychange', () => state && draw());
log.addEventListener('click', (event) => {
  const message = event.target.closest('.message');
  for (const other of log.querySelectorAll('.chosen')) if (other !== message) other.classList.remove('chosen');
  if (!event.target.closest('button, a')) message?.classList.toggle('chosen');
});

follow({
  onOpen: reload,
  onHappening: happened,
  onLost: () => {
    document.querySelector('.connection').hidden = false;
  },
});
