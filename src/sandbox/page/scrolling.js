import { byId } from './dom.js';

const NEAR_END_PX = 120;

const scroll = byId('scroll');

export function atEnd() {
  return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END_PX;
}

export function goToEnd() {
  scroll.scrollTop = scroll.scrollHeight;
}

/** Keeps the end in sight where it was in sight, whatever `change` does to the messages. */
export function keepingEnd(change) {
  const wasAtEnd = atEnd();
  change();
  if (wasAtEnd) goToEnd();
  showWayToEnd();
}

function showWayToEnd() {
  byId('to-end').hidden = atEnd();
}

byId('to-end').addEventListener('click', goToEnd);
scroll.addEventListener('scroll', showWayToEnd);
