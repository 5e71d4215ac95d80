import { byId, element } from './dom.js';

const SHOWN_MS = 4000;

export function toast(words) {
  const shown = element('div', { class: 'toast', 'data-testid': 'toast' }, words);
  byId('toasts').append(shown);
  setTimeout(() => shown.remove(), SHOWN_MS);
}

export function alertBox(words) {
  byId('alert-text').textContent = words;
  byId('alert').showModal();
}

export function clearToasts() {
  byId('toasts').replaceChildren();
}
