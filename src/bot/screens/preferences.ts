import type { Temporal } from 'temporal-polyfill';
import { BRIEFING_LENGTHS } from '../../briefing/style.ts';
import type { Chat } from '../../delivery/chat.ts';
import type { Button, Message } from '../../delivery/outbox.ts';
import { countryList, formatPlace, formatSchedule, formatTime } from '../format.ts';
import { html, joinHtml } from '../html.ts';
import { inRows } from '../keyboard.ts';
import { wordsIn } from '../messages/words.ts';
import { nextLine } from './settings.ts';
import { backRow, ticked } from './times.ts';

/** All that a chat may choose, in one message: what a button shows is what pressing it changes. */
export function preferencesScreen(chat: Chat, now: Temporal.Instant): Message {
  const words = wordsIn(chat.language);
  const lines = [
    html`<b>${words.settings.title}</b>`,
    html`${chat.topics.length === 0 ? words.status.noTopics : words.status.topics(countryList(chat.topics, chat.language))}`,
    html`${formatSchedule(chat.schedule, chat.language)}`,
    html`${words.schedule.zone(formatPlace(chat.timeZone, chat.language), formatTime(now, chat))}`,
    html`<b>${nextLine(chat)}</b>`,
    chat.breaking && chat.quietHours
      ? html`${words.settings.quietly(chat.quietHours.from, chat.quietHours.until)}`
      : undefined,
  ];
  const buttons = [...arrangementButtons(chat), ...tellingButtons(chat), ...soundButtons(chat)];
  return { html: joinHtml(lines, '\n').html, buttons };
}

function arrangementButtons({ language }: Chat): Button[][] {
  const words = wordsIn(language).status.buttons;
  return [
    [
      { label: words.countries, action: 'countries 0' },
      { label: words.hour, action: 'times' },
    ],
    [
      { label: words.zone, action: 'zones' },
      { label: words.language, action: 'languages' },
    ],
  ];
}

function tellingButtons(chat: Chat): Button[][] {
  const words = wordsIn(chat.language).settings;
  const lengths = BRIEFING_LENGTHS.map((length) => ({
    label: ticked(words.lengths[length], chat.length === length),
    action: `set length ${length}`,
  }));
  return [lengths, [toggle(words.quotes, 'quotes', chat.quotes), toggle(words.quietNotes, 'notes', chat.quietNotes)]];
}

function soundButtons(chat: Chat): Button[][] {
  const words = wordsIn(chat.language).settings;
  const { quietHours } = chat;
  const isHeld = chat.state !== 'active';
  return [
    [
      toggle(words.breaking, 'breaking', chat.breaking),
      { label: quietHours ? words.quietHours(quietHours.from, quietHours.until) : words.noQuietHours, action: 'hours' },
    ],
    [
      toggle(words.sound, 'sound', chat.sound),
      isHeld ? { label: words.resume, action: 'set state active' } : { label: words.pause, action: 'set state paused' },
    ],
  ];
}

/** The button names the state that it brings about, so that a double tap is as good as one. */
function toggle(label: string, name: string, isOn: boolean): Button {
  return { label: ticked(label, isOn), action: `set ${name} ${isOn ? 'off' : 'on'}` };
}

/** From the evening to the morning, as most people sleep. */
const QUIET_HOURS = [
  '21:00 06:00',
  '21:00 07:00',
  '22:00 07:00',
  '22:00 08:00',
  '23:00 07:00',
  '23:00 08:00',
  '00:00 08:00',
  '00:00 09:00',
];

export function quietHoursScreen({ language, quietHours }: Chat): Message {
  const words = wordsIn(language).settings;
  const chosen = quietHours && `${quietHours.from} ${quietHours.until}`;
  const choices = [...new Set([...QUIET_HOURS, ...(chosen ? [chosen] : [])])].map((hours) => ({
    label: ticked(hours.replace(' ', '–'), hours === chosen),
    action: `set hours ${hours}`,
  }));
  const off = { label: ticked(words.never, chosen === undefined), action: 'set hours off' };
  return {
    html: html`<b>${words.whichQuietHours}</b>\n${words.quietHoursMean}`.html,
    buttons: [...inRows(choices, 2), [off], backRow(language)],
  };
}
