import type { Chat } from '../../delivery/chat.ts';
import type { Chats } from '../../delivery/chats.ts';
import { parseSchedule } from '../../delivery/schedule.ts';
import { changeSettings } from '../../delivery/settings.ts';
import { parseTimeZone } from '../../delivery/time-zone.ts';
import { say, show } from '../answer.ts';
import { clip } from '../format.ts';
import type { Handler } from '../request.ts';
import { arrangementScreen, hourScreen, scheduleScreen, zoneScreen, zonesScreen } from '../screens/settings.ts';
import { guessTimeZone } from './guess-time-zone.ts';

interface ScheduleDeps {
  readonly chats: Chats;
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

export function hourAction(): Handler {
  return async ({ chat }) => show(hourScreen(chat));
}

/** A tapped hour; a chat that has not told its zone is asked for it next. */
export function atAction({ chats, defaultTimeZone }: ScheduleDeps): Handler {
  return async ({ chat, text, words, now }) => {
    const parsed = parseSchedule(text);
    if (parsed.kind === 'invalid') return say(words.schedule.invalid(clip(parsed.part)));
    const schedule = parsed.kind === 'off' ? undefined : parsed.schedule;
    const changed = await changeSettings(chats, chat, { schedule }, now);
    if (schedule === undefined || chat.timeZone !== defaultTimeZone) return show(scheduleScreen(changed, now));
    return show(zoneScreen(changed, guessTimeZone(chat), now));
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
    if (text === '') return say(zoneScreen(chat, undefined, now));
    const parsed = parseTimeZone(text);
    if (parsed.kind === 'unknown')
      return say(zonesScreen(words.schedule.unknownZone(clip(text)), parsed.nearest, now, chat));
    return say(scheduleScreen(await changeSettings(chats, chat, { timeZone: parsed.timeZone }, now), now));
  };
}

export function zonesAction(): Handler {
  return async ({ chat, now }) => show(zoneScreen(chat, undefined, now));
}

/** A tapped zone: the last step, so the whole arrangement is shown. */
export function zoneAction({ chats }: ScheduleDeps): Handler {
  return async ({ chat, text, now }) => {
    const parsed = parseTimeZone(text);
    const changed: Chat =
      parsed.kind === 'zone' ? await changeSettings(chats, chat, { timeZone: parsed.timeZone }, now) : chat;
    return show(arrangementScreen(changed, now));
  };
}
