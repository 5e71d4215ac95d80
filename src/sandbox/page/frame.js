import { byId, element } from './dom.js';
import { initials, seatElement } from './seats.js';

/** Draws what is around the messages: who one is, the head of the chat, and what can be written. */
export function drawFrame(state, seat, { isTyping, sit, send }) {
  drawSeats(state, seat, sit);
  drawHead(state, seat, isTyping);
  drawReplyKeyboard(seat, send);
  byId('block').hidden = seat.chat !== seat.user || seat.messages.length === 0 || seat.blocked;
  byId('block').textContent = 'Block';
  byId('restart').hidden = !seat.blocked;
  byId('composer').hidden = seat.blocked;
}

function drawSeats(state, seat, sit) {
  const list = document.querySelector('.seat-list');
  const focused = document.activeElement?.dataset?.testid;
  list.replaceChildren(...state.seats.map((each) => seatElement(each, each === seat, sit)));
  if (focused?.startsWith('seat-')) list.querySelector(`[data-testid="${focused}"]`)?.focus();
  const waiting = list.querySelectorAll('.badge').length;
  document.title = waiting > 0 ? `(${waiting}) Dateline sandbox` : 'Dateline sandbox';
}

function drawHead({ bot }, seat, isTyping) {
  const isGroup = seat.chat !== seat.user;
  byId('chat-avatar').className = `avatar ${isGroup ? 'group' : 'bot'}`;
  byId('chat-avatar').textContent = isGroup ? initials(seat.title) : '';
  byId('chat-title').textContent = isGroup ? seat.title : bot.first_name;
  const quiet = isGroup ? 'group · you are its administrator' : `bot · you are ${seat.title}`;
  byId('chat-status').textContent = isTyping ? 'typing …' : quiet;
  byId('chat-status').classList.toggle('typing', isTyping);
}

/** The keyboard that the bot has put under the text field, until it takes it away. */
function drawReplyKeyboard(seat, send) {
  const last = seat.messages.findLast(({ markup }) => markup && ('keyboard' in markup || 'remove_keyboard' in markup));
  const rows = last?.markup.keyboard ?? [];
  const area = byId('reply-keyboard');
  area.hidden = rows.length === 0 || seat.blocked;
  area.replaceChildren(...rows.map((row) => element('div', {}, ...row.map((button) => answerButton(button, send)))));
}

function answerButton(button, send) {
  const text = button.text ?? button;
  return element('button', { type: 'button', click: () => send(text) }, text);
}
