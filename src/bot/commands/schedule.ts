import type { Chat } from '../../delivery/chat.ts';
import type { Chats } from '../../delivery/chats.ts';
import type { Message } from '../../delivery/outbox.ts';
import { parseSchedule } from '../../delivery/schedule.ts';
import { changeSettings } from '../../delivery/settings.ts';
import { parseTimeZone } from '../../delivery/time-zone.ts';
import { type Answer, say, show, showAnd, toast } from '../answer.ts';
import type { Conversations } from '../conversation.ts';
import { clip } from '../format.ts';
import { html } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { preferencesScreen } from '../screens/preferences.ts';
import { arrangementScreen, hourScreen, scheduleScreen, zoneScreen, zonesScreen } from '../screens/settings.ts';
import { digestCommand } from './digest.ts';
import { keyOf } from './draft.ts';
import { guessTimeZone } from './guess-time-zone.ts';
import type { ReadingDeps } from './reading-deps.ts';

interface ScheduleDeps extends ReadingDeps {
  readonly chats: Chats;
  readonly conversations: Conversations;
  /** The zone of a chat that has not told its own. */
  readonly defaultTimeZone: string;
}

/** `/schedule 08:00 18:30`, `/schedule weekdays 07:30`, `/schedule off`; alone, it shows the schedule. */
export function scheduleCommand({ chats }: ScheduleDeps): Handler {
  return async ({ chat, text, words, now }) => {
    if (text === '') return say(scheduleScreen(chat, now));
    const parsed = parseSchedule(text);
    if (parsed.kind === 'invalid') return say(words.schedule.invalid(clip(parsed.part)));
    const schedule = parsed.kind === 'off' ? undefined : parsed.schedule;
    return say(scheduleScreen(await changeSettings(chats, chat, { schedule }, now), now));
  };
}

export function hourAction({ conversations }: ScheduleDeps): Handler {
  return async (request) => {
    await conversations.setUps.set(keyOf(request), 'time');
    return show(hourScreen(request.chat));
  };
}

export function otherTimeAction({ conversations }: ScheduleDeps): Handler {
  return async (request) => {
    await conversations.setUps.set(keyOf(request), 'time');
    return say(html`${request.words.schedule.sendTime}`);
  };
}

/** A tapped hour. */
export function atAction(deps: ScheduleDeps): Handler {
  return async (request) => {
    const parsed = parseSchedule(request.text);
    if (parsed.kind === 'invalid') return say(request.words.schedule.invalid(clip(parsed.part)));
    return arrange(deps, request, parsed.kind === 'off' ? undefined : parsed.schedule);
  };
}

/** A time that is typed where one was asked for; undefined where it is none. */
export async function takeTime(deps: ScheduleDeps, request: Request): Promise<Answer | undefined> {
  const parsed = parseSchedule(request.text);
  return parsed.kind === 'schedule' ? arrange(deps, request, parsed.schedule) : undefined;
}

/**
 * With the time all is arranged: where the chat has not told its zone, the guessed one is taken, and asked about. Where
 * none can be guessed, it is asked for first.
 */
async function arrange(deps: ScheduleDeps, request: Request, schedule: Chat['schedule']): Promise<Answer> {
  const { chat, now } = request;
  const isTold = chat.timeZone !== deps.defaultTimeZone;
  const guess = isTold ? undefined : guessTimeZone(chat);
  const changes = guess === undefined ? { schedule } : { schedule, timeZone: guess };
  const changed = await changeSettings(deps.chats, chat, changes, now);
  if (schedule !== undefined && !isTold) await deps.conversations.setUps.set(keyOf(request), 'city');
  else await deps.conversations.setUps.delete(keyOf(request));
  if (schedule !== undefined && !isTold && guess === undefined) return show(zoneScreen(changed, now, 'zone'));
  const asks = schedule !== undefined && guess !== undefined;
  return showAnd(arrangementScreen(changed, now, asks), await sample(deps, { ...request, chat: changed }));
}

/** What the first briefing would say now, or that there is nothing yet. */
async function sample(deps: ScheduleDeps, request: Request): Promise<readonly Message[]> {
  if (request.chat.topics.length === 0) return [];
  const told = await digestCommand(deps)({ ...request, text: '' });
  return told.kind === 'say' ? told.messages : [];
}

/** The guessed zone was right. */
export function arrangedAction({ conversations }: ScheduleDeps): Handler {
  return async (request) => {
    await conversations.setUps.delete(keyOf(request));
    return show(arrangementScreen(request.chat, request.now, false));
  };
}

/** Whether a day with nothing new says so: `on` or `off`. */
export function quietAction({ chats }: ScheduleDeps): Handler {
  return async ({ chat, text, now }) => {
    const changed = await changeSettings(chats, chat, { quietNotes: text === 'on' }, now);
    return show(scheduleScreen(changed, now));
  };
}

/** `/timezone Asia/Almaty` or `/timezone Almaty`; alone, it shows zones with their present time. */
export function timeZoneCommand({ chats }: ScheduleDeps): Handler {
  return async ({ chat, text, words, now }) => {
    if (text === '') return say(zoneScreen(chat, now, 'setzone'));
    const parsed = parseTimeZone(text);
    if (parsed.kind === 'unknown')
      return say(zonesScreen(words.schedule.unknownZone(clip(text)), parsed.nearest, now, chat));
    return say(scheduleScreen(await changeSettings(chats, chat, { timeZone: parsed.timeZone }, now), now));
  };
}

/** `zones first` while the chat is set up; else from its settings. */
export function zonesAction({ conversations }: ScheduleDeps): Handler {
  return async (request) => {
    await conversations.setUps.set(keyOf(request), 'city');
    return show(zoneScreen(request.chat, request.now, request.text === 'first' ? 'zone' : 'setzone'));
  };
}

/** A tapped zone. */
export function zoneAction(deps: ScheduleDeps): Handler {
  return async (request) => {
    const parsed = parseTimeZone(request.text);
    if (parsed.kind === 'unknown') return toast(request.words.help.gone);
    return settle(deps, request, parsed.timeZone);
  };
}

export function setZoneAction({ chats }: ScheduleDeps): Handler {
  return async ({ chat, text, words, now }) => {
    const parsed = parseTimeZone(text);
    if (parsed.kind === 'unknown') return toast(words.help.gone);
    return show(preferencesScreen(await changeSettings(chats, chat, { timeZone: parsed.timeZone }, now), now));
  };
}

/** A city that is typed where the zone was asked for; undefined where it is none. */
export async function takeCity(deps: ScheduleDeps, request: Request): Promise<Answer | undefined> {
  const parsed = parseTimeZone(request.text);
  return parsed.kind === 'zone' ? settle(deps, request, parsed.timeZone) : undefined;
}

/** The last step of a set-up, so the whole arrangement is shown. */
async function settle(deps: ScheduleDeps, request: Request, timeZone: string): Promise<Answer> {
  const changed = await changeSettings(deps.chats, request.chat, { timeZone }, request.now);
  await deps.conversations.setUps.delete(keyOf(request));
  const shown = arrangementScreen(changed, request.now, false);
  return showAnd(shown, await sample(deps, { ...request, chat: changed }));
}
