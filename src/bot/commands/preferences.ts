import { BRIEFING_LENGTHS } from '../../briefing/style.ts';
import type { Chat } from '../../delivery/chat.ts';
import type { ChatChanges, Chats } from '../../delivery/chats.ts';
import { EVERY_DAY } from '../../delivery/schedule.ts';
import { type ChangedSchedule, withDay, withTime } from '../../delivery/schedule-change.ts';
import { changeSettings } from '../../delivery/settings.ts';
import { readTimeOfDay } from '../../delivery/time-of-day.ts';
import { type Answer, say, show, toast } from '../answer.ts';
import type { Handler, Request } from '../request.ts';
import { preferencesScreen, quietHoursScreen } from '../screens/preferences.ts';
import { scheduleScreen } from '../screens/settings.ts';

interface PreferencesDeps {
  readonly chats: Chats;
}

/** All settings in one message, as a new one: the button *Settings* stands under briefings, which stay. */
export function settingsCommand(): Handler {
  return async ({ chat, now }) => say(preferencesScreen(chat, now));
}

/** `set quotes off`: what the buttons of the settings do; `set` alone comes back to them. */
export function setAction({ chats }: PreferencesDeps): Handler {
  return async ({ chat, text, words, now }) => {
    if (text === '') return show(preferencesScreen(chat, now));
    const changes = changesOf(text);
    // A client may press a button with any words in it.
    if (changes === undefined) return toast(words.help.gone);
    return show(preferencesScreen(await changeSettings(chats, chat, changes, now), now));
  };
}

export function quietHoursAction(): Handler {
  return async ({ chat }) => show(quietHoursScreen(chat));
}

function changesOf(text: string): ChatChanges | undefined {
  const [name = '', value = '', second = ''] = text.split(' ');
  if (name === 'hours') return quietHoursOf(value, second);
  if (name === 'length') {
    const length = BRIEFING_LENGTHS.find((known) => known === value);
    return length && { length };
  }
  if (name === 'state') {
    const state = value === 'active' || value === 'paused' ? value : undefined;
    return state && { state, pausedUntil: undefined };
  }
  const isOn = value === 'on';
  if (!isOn && value !== 'off') return undefined;
  return SWITCHES.get(name)?.(isOn);
}

const SWITCHES: ReadonlyMap<string, (isOn: boolean) => ChatChanges> = new Map([
  ['quotes', (quotes: boolean): ChatChanges => ({ quotes })],
  ['notes', (quietNotes: boolean): ChatChanges => ({ quietNotes })],
  ['breaking', (breaking: boolean): ChatChanges => ({ breaking })],
  ['sound', (sound: boolean): ChatChanges => ({ sound })],
]);

function quietHoursOf(first: string, second: string): ChatChanges | undefined {
  if (first === 'off') return { quietHours: undefined };
  const [from, until] = [readTimeOfDay(first), readTimeOfDay(second)];
  return from === undefined || until === undefined ? undefined : { quietHours: { from, until } };
}

export function timesAction(): Handler {
  return async ({ chat, now }) => show(scheduleScreen(chat, now));
}

/** `time 08:00 on`, `time 08:00 off`, `time off`. */
export function timeAction({ chats }: PreferencesDeps): Handler {
  return async (request) => {
    const [word = '', state] = request.text.split(' ');
    if (word === 'off') return applied(chats, request, { kind: 'off' });
    const time = readTimeOfDay(word);
    if (time === undefined) return toast(request.words.help.gone);
    return applied(chats, request, withTime(request.chat.schedule, time, state === 'on'));
  };
}

/** `day 6 off`. */
export function dayAction({ chats }: PreferencesDeps): Handler {
  return async (request) => {
    const [number, state] = request.text.split(' ');
    const day = EVERY_DAY.find((known) => String(known) === number);
    const { schedule } = request.chat;
    if (day === undefined || schedule === undefined) return toast(request.words.help.gone);
    return applied(chats, request, withDay(schedule, day, state === 'on'));
  };
}

async function applied(chats: Chats, { chat, words, now }: Request, changed: ChangedSchedule): Promise<Answer> {
  const arrange = async (schedule: Chat['schedule']) =>
    show(scheduleScreen(await changeSettings(chats, chat, { schedule }, now), now));
  switch (changed.kind) {
    case 'schedule':
      return arrange(changed.schedule);
    case 'off':
      return arrange(undefined);
    case 'too-many-times':
      return toast(words.settings.tooManyTimes);
    case 'no-day':
      return toast(words.settings.oneDay);
    default:
      return changed satisfies never;
  }
}
