import { createComposer } from './composer.js';
import { byId } from './dom.js';
import { drawFrame } from './frame.js';
import { drawLog, showMessage } from './log.js';
import { goToEnd, keepingEnd } from './scrolling.js';
import { markRead } from './seats.js';
import { press, setBlocked, submit } from './sending.js';
import { fetchState, follow } from './server.js';
import { clearToasts } from './toasts.js';

const SEAT_KEY = 'dateline-sandbox-seat';
/** How long one "typing" lasts, as in Telegram. */
const TYPING_MS = 5000;

let state;
let typingUntil = 0;

const seat = () => state.seats.find(({ name }) => name === localStorage.getItem(SEAT_KEY)) ?? state.seats[0];

const composer = createComposer({
  async submit(text, mode) {
    const gone = await submit(seat(), text, mode);
    if (gone && mode.kind !== 'edit') goToEnd();
    return gone;
  },
  editLast() {
    const own = seat().messages.findLast(({ from, text }) => from?.id === seat().user && text !== undefined);
    if (own) composer.edit(own);
  },
});

const send = (text) => submit(seat(), text, { kind: 'write' }).then(goToEnd);

const acts = {
  onCommand: send,
  onPress: (message, row, column) => press(seat(), message, row, column),
  onReply: (message) => composer.reply(message),
  onEdit: (message) => composer.edit(message),
  onShow: showMessage,
};

function draw() {
  const at = seat();
  const isTyping = typingUntil > Date.now();
  if (!document.hidden) markRead(at);
  composer.sit(at);
  keepingEnd(() => {
    drawFrame(state, at, { isTyping, sit, send });
    drawLog(at, { isTyping, acts });
  });
}

function sit(name) {
  localStorage.setItem(SEAT_KEY, name);
  typingUntil = 0;
  clearToasts();
  draw();
  goToEnd();
  if (matchMedia('(hover: hover)').matches) byId('text').focus();
}

function showConnection(isThere) {
  document.querySelector('.connection').hidden = isThere;
}

async function reload() {
  try {
    const isFirst = state === undefined;
    state = await fetchState();
    showConnection(true);
    draw();
    if (isFirst) goToEnd();
  } catch {
    showConnection(false);
  }
}

function happened(happening) {
  if (happening.kind === 'chat' || happening.kind === 'commands') return reload();
  const at = state?.seats.find(({ chat }) => chat === happening.chat);
  if (!at) return undefined;
  take(at, happening);
  return draw();
}

function take(at, { kind, message, messageId }) {
  const others = (id) => at.messages.filter(({ message_id }) => message_id !== id);
  if (kind === 'sent') at.messages = [...others(message.message_id), message];
  if (kind === 'edited')
    at.messages = at.messages.map((old) => (old.message_id === message.message_id ? message : old));
  if (kind === 'deleted') at.messages = others(messageId);
  if (at !== seat()) return;
  if (kind === 'sent' && message.byBot) typingUntil = 0;
  if (kind === 'action') {
    typingUntil = Date.now() + TYPING_MS;
    setTimeout(draw, TYPING_MS + 50);
  }
}

byId('block').addEventListener('click', () => setBlocked(seat(), true));
byId('restart').addEventListener('click', () => setBlocked(seat(), false));
document.addEventListener('visibilitychange', () => state && draw());

/** One after the other: what happens while the state is fetched comes on top of it, and is not lost under it. */
let turn = Promise.resolve();
const inTurn = (work) => {
  turn = turn.then(work);
};

follow({
  onOpen: () => inTurn(reload),
  onHappening: (happening) => inTurn(() => happened(happening)),
  onLost: () => showConnection(false),
});
