import type { Chats } from '../../delivery/chats.ts';
import { changeSettings } from '../../delivery/settings.ts';
import { say } from '../answer.ts';
import { formatMoment } from '../format.ts';
import { html } from '../html.ts';
import type { Handler } from '../request.ts';
import { nextLine } from '../screens/settings.ts';

const MOST_DAYS = 365;

/** `/pause 7` holds the briefings for seven days; alone, until /resume. */
export function pauseCommand({ chats }: { chats: Chats }): Handler {
  return async ({ chat, text, words, now }) => {
    const days = text === '' ? undefined : Number(/^(\d+)\s*\p{L}*\.?$/u.exec(text)?.[1]);
    if (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= MOST_DAYS))
      return say(words.pause.invalid);
    const pausedUntil = days === undefined ? undefined : now.add({ hours: 24 * days });
    await changeSettings(chats, chat, { state: 'paused', pausedUntil }, now);
    return say(html`${words.pause.paused(pausedUntil && formatMoment(pausedUntil, chat))}`);
  };
}

export function resumeCommand({ chats }: { chats: Chats }): Handler {
  return async ({ chat, words, now }) => {
    const resumed = await changeSettings(chats, chat, { state: 'active', pausedUntil: undefined }, now);
    return say(html`${words.pause.resumed} ${nextLine(resumed)}`);
  };
}

export function stopCommand({ chats }: { chats: Chats }): Handler {
  return async ({ chat, words, now }) => {
    await changeSettings(chats, chat, { state: 'stopped', pausedUntil: undefined }, now);
    return say(html`${words.pause.stopped}`);
  };
}
