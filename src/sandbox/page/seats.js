import { element } from './dom.js';
import { snippetOf } from './message.js';
import { briefTime } from './times.js';

const READ_KEY = 'dateline-sandbox-read';

/** Up to which message each seat has read, kept by the browser. */
const readUpTo = JSON.parse(localStorage.getItem(READ_KEY) ?? '{}');

/** Messages may start again at 1 where the sandbox's file was deleted; what was read is then read no more. */
export function unreadIn(seat) {
  const newest = seat.messages.at(-1)?.message_id ?? 0;
  const read = Math.min(readUpTo[seat.name] ?? 0, newest);
  return seat.messages.filter((message) => message.message_id > read && message.from?.id !== seat.user).length;
}

export function markRead(seat) {
  readUpTo[seat.name] = seat.messages.at(-1)?.message_id ?? 0;
  localStorage.setItem(READ_KEY, JSON.stringify(readUpTo));
}

export function initials(title) {
  return title
    .split(' ')
    .slice(0, 2)
    .map((word) => word[0])
    .join('');
}

/** The tab of one seat. */
export function seatElement(seat, isChosen, choose) {
  const last = seat.messages.at(-1);
  const unread = isChosen ? 0 : unreadIn(seat);
  return element(
    'button',
    {
      type: 'button',
      class: 'seat',
      role: 'tab',
      'aria-selected': String(isChosen),
      'aria-label': `${seat.label}: ${seat.title}${unread > 0 ? `, ${unread} unread` : ''}`,
      'data-testid': `seat-${seat.name}`,
      click: () => choose(seat.name),
    },
    element('span', { class: `avatar ${seat.name}`, 'aria-hidden': 'true' }, initials(seat.title)),
    element(
      'span',
      { class: 'name' },
      element('span', { class: 'role' }, seat.label),
      element('span', { class: 'person' }, ` · ${seat.title}`),
    ),
    element('time', {}, last ? briefTime(last.date) : ''),
    element('span', { class: 'snippet' }, last ? snippetOf(last) : 'Nothing here yet'),
    unread > 0 ? element('span', { class: 'badge', 'data-testid': `unread-${seat.name}` }, String(unread)) : undefined,
  );
}
