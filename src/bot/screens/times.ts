import type { Chat } from '../../delivery/chat.ts';
import type { Button } from '../../delivery/outbox.ts';
import { EVERY_DAY } from '../../delivery/schedule.ts';
import { formatWeekday } from '../format.ts';
import { inRows } from '../keyboard.ts';
import { wordsIn } from '../messages/words.ts';

/** The times and days of a schedule, each to be put in or taken out by a tap. */
export function timeButtons(chat: Chat): Button[][] {
  const { schedule, language } = chat;
  const words = wordsIn(language);
  const times = [...new Set([...DAY_HOURS, ...(schedule?.times ?? [])])].sort().map((time) => {
    const isIn = schedule?.times.includes(time) ?? false;
    return { label: ticked(time, isIn), action: `time ${time} ${isIn ? 'off' : 'on'}` };
  });
  const days = EVERY_DAY.map((day) => {
    const isIn = schedule?.days.includes(day) ?? false;
    return { label: ticked(formatWeekday(day, language), isIn), action: `day ${day} ${isIn ? 'off' : 'on'}` };
  });
  return [
    ...inRows(times, 4),
    ...(schedule === undefined ? [] : inRows(days, 4)),
    ...(schedule === undefined ? [] : [[{ label: words.schedule.turnOff, action: 'time off' }]]),
    backRow(language),
  ];
}

/** 06:00 to 22:00. */
export const DAY_HOURS = Array.from({ length: 17 }, (_, hour) => `${String(hour + 6).padStart(2, '0')}:00`);

export function backRow(language: Chat['language']): Button[] {
  return [{ label: wordsIn(language).settings.back, action: 'set' }];
}

export function ticked(label: string, isOn: boolean): string {
  return isOn ? `✅ ${label}` : label;
}
