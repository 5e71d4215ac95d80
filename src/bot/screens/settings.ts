import type { Temporal } from 'temporal-polyfill';
import type { Chat } from '../../delivery/chat.ts';
import type { Button, Message } from '../../delivery/outbox.ts';
import { countryList, formatMoment, formatPlace, formatSchedule, formatTime, formatZone } from '../format.ts';
import { type Html, html, joinHtml } from '../html.ts';
import { inRows } from '../keyboard.ts';
import { wordsIn } from '../messages/words.ts';
import { timeButtons } from './times.ts';

const HOURS = ['06:00', '07:00', '08:00', '09:00', '12:00', '15:00', '18:00', '20:00', '22:00'];
const COMMON_ZONES = [
  'Asia/Almaty',
  'Asia/Tashkent',
  'Asia/Bishkek',
  'Asia/Dushanbe',
  'Asia/Tbilisi',
  'Asia/Yerevan',
  'Asia/Baku',
  'Europe/Minsk',
  'Europe/Moscow',
  'Europe/Kyiv',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'UTC',
];

/** The schedule and when the next briefing comes, with hours to choose from. */
export function scheduleScreen(chat: Chat, now: Temporal.Instant): Message {
  const words = wordsIn(chat.language).schedule;
  const lines = [
    html`<b>${words.title}</b>`,
    html`${formatSchedule(chat.schedule, chat.language)}`,
    html`${words.zone(formatPlace(chat.timeZone, chat.language), formatTime(now, chat))}`,
    html`${nextLine(chat)}`,
    chat.topics.length === 0 ? html`${words.noTopics}` : undefined,
  ];
  return { html: joinHtml(lines, '\n').html, buttons: timeButtons(chat) };
}

export function hourScreen(chat: Chat): Message {
  return { html: html`${wordsIn(chat.language).schedule.whichHour}`.html, buttons: hourButtons(chat) };
}

function hourButtons(chat: Chat): Button[][] {
  const hours = HOURS.map((hour) => ({
    label: chat.schedule?.times.includes(hour) ? `✅ ${hour}` : hour,
    action: `at ${hour}`,
  }));
  return [...inRows(hours, 3), [{ label: wordsIn(chat.language).schedule.turnOff, action: 'at off' }]];
}

/** The guessed zone with its present time, to be confirmed by a tap, or another to be chosen. */
export function zoneScreen(chat: Chat, guess: string | undefined, now: Temporal.Instant): Message {
  const words = wordsIn(chat.language).schedule;
  const others = COMMON_ZONES.filter((zone) => zone !== guess).map(zoneButton(now, chat));
  if (guess === undefined) return { html: html`${words.whichZone}`.html, buttons: inRows(others, 2) };
  const question = words.rightZone(formatTime(now, { ...chat, timeZone: guess }), formatPlace(guess, chat.language));
  return {
    html: html`${question}`.html,
    buttons: [[{ label: words.yes, action: `zone ${guess}` }], ...inRows(others, 2)],
  };
}

function zoneButton(now: Temporal.Instant, chat: Chat): (zone: string) => Button {
  return (zone) => ({
    label: `${formatPlace(zone, chat.language)} ${formatTime(now, { ...chat, timeZone: zone })}`,
    action: `zone ${zone}`,
  });
}

export function zonesScreen(text: Html, zones: readonly string[], now: Temporal.Instant, chat: Chat): Message {
  return { html: text.html, buttons: inRows(zones.map(zoneButton(now, chat)), 2) };
}

/** Everything the chat has arranged: topics, zone, last briefing, the next three, and why the last was skipped. */
export function statusScreen(chat: Chat, next: readonly Temporal.Instant[], now: Temporal.Instant): Message {
  const words = wordsIn(chat.language);
  const lines = [
    html`<b>${words.status.title}</b>`,
    html`${chat.topics.length === 0 ? words.status.noTopics : words.status.topics(countryList(chat.topics, chat.language))}`,
    html`${formatSchedule(chat.schedule, chat.language)}`,
    html`${words.schedule.zone(formatZone(chat.timeZone), formatTime(now, chat))}`,
    html`${lastLine(chat)}`,
    html`${stateLine(chat) ?? (next.length > 0 ? words.status.next(next.map((at) => formatMoment(at, chat)).join(' · ')) : words.schedule.noNext)}`,
  ];
  return {
    html: joinHtml(lines, '\n').html,
    buttons: [
      [
        { label: words.status.buttons.countries, action: 'countries 0' },
        { label: words.status.buttons.hour, action: 'hour' },
      ],
      [
        { label: words.status.buttons.zone, action: 'zones' },
        { label: words.status.buttons.language, action: 'languages' },
      ],
    ],
  };
}

export function nextLine(chat: Chat): string {
  const words = wordsIn(chat.language);
  const held = stateLine(chat);
  if (held !== undefined) return held;
  return chat.nextDueAt === undefined ? words.schedule.noNext : words.schedule.next(formatMoment(chat.nextDueAt, chat));
}

function stateLine(chat: Chat): string | undefined {
  const words = wordsIn(chat.language).status;
  if (chat.state === 'paused') return words.paused(chat.pausedUntil && formatMoment(chat.pausedUntil, chat));
  return chat.state === 'active' ? undefined : words.stopped;
}

function lastLine(chat: Chat): string {
  const words = wordsIn(chat.language).status;
  if (chat.lastDueAt === undefined) return words.neverYet;
  const last = words.last(formatMoment(chat.lastDueAt, chat));
  return chat.lastSkipped === undefined ? last : `${last} (${words.skipped[chat.lastSkipped]})`;
}

/** The last screen of a set-up: what comes, when, and the first one's time. */
export function arrangementScreen(chat: Chat, now: Temporal.Instant): Message {
  const words = wordsIn(chat.language);
  const lines = [
    html`✅ <b>${words.status.topics(countryList(chat.topics, chat.language))}</b>`,
    html`${formatSchedule(chat.schedule, chat.language)}`,
    html`${words.schedule.zone(formatPlace(chat.timeZone, chat.language), formatTime(now, chat))}`,
    html`<b>${nextLine(chat)}</b>`,
  ];
  const sample = { label: words.schedule.sample, action: 'digest' };
  return { html: joinHtml(lines, '\n').html, buttons: chat.topics.length === 0 ? [] : [[sample]] };
}
