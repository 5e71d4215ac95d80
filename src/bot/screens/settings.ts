import type { Temporal } from 'temporal-polyfill';
import type { Chat } from '../../delivery/chat.ts';
import type { Button, Message } from '../../delivery/outbox.ts';
import { countryList, formatMoment, formatPlace, formatSchedule, formatTime, formatZone } from '../format.ts';
import { type Html, html, joinHtml } from '../html.ts';
import { inRows } from '../keyboard.ts';
import { wordsIn } from '../messages/words.ts';
import { DAY_HOURS, timeButtons } from './times.ts';

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
  const words = wordsIn(chat.language).schedule;
  const hours = DAY_HOURS.map((hour) => ({ label: hour, action: `at ${hour}` }));
  return {
    html: html`${words.whichHour}`.html,
    buttons: [...inRows(hours, 4), [{ label: words.otherTime, action: 'othertime' }]],
  };
}

/** Zones to choose from, with their present time; `verb` is what a tap does with one. */
export function zoneScreen(chat: Chat, now: Temporal.Instant, verb: string): Message {
  const zones = COMMON_ZONES.map(zoneButton(now, chat, verb));
  return { html: html`${wordsIn(chat.language).schedule.whichZone}`.html, buttons: inRows(zones, 2) };
}

function zoneButton(now: Temporal.Instant, chat: Chat, verb: string): (zone: string) => Button {
  return (zone) => ({
    label: `${formatPlace(zone, chat.language)} ${formatTime(now, { ...chat, timeZone: zone })}`,
    action: `${verb} ${zone}`,
  });
}

export function zonesScreen(text: Html, zones: readonly string[], now: Temporal.Instant, chat: Chat): Message {
  return { html: text.html, buttons: inRows(zones.map(zoneButton(now, chat, 'setzone')), 2) };
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

/** The last screen of a set-up: what comes, when, and the first one's time; asks whether a guessed zone is right. */
export function arrangementScreen(chat: Chat, now: Temporal.Instant, asks: boolean): Message {
  const words = wordsIn(chat.language);
  const place = formatPlace(chat.timeZone, chat.language);
  const time = formatTime(now, chat);
  const lines = [
    html`✅ <b>${chat.topics.length === 0 ? words.status.noTopics : words.status.topics(countryList(chat.topics, chat.language))}</b>`,
    html`${formatSchedule(chat.schedule, chat.language)}`,
    html`<b>${nextLine(chat)}</b>`,
    html`${asks ? words.schedule.rightZone(time, place) : words.schedule.zone(place, time)}`,
  ];
  const settings = { label: words.briefing.settings, action: 'set' };
  const answers = [
    { label: words.schedule.yes, action: 'arranged' },
    { label: words.schedule.otherZone, action: 'zones first' },
  ];
  return { html: joinHtml(lines, '\n').html, buttons: [asks ? answers : [settings]] };
}
