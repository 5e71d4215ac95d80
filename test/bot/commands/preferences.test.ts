import { expect, it } from 'vitest';
import { startDateline } from '../../support/dateline.ts';
import { SHORT_STORY } from '../../support/stories.ts';
import { buttonsOf, textOf } from '../../support/telegram.ts';

/** A subscriber who has chosen Belarus, and a newsroom beside him. */
async function startChat() {
  const dateline = await startDateline();
  const { ask, press, subscriber, owner, tickAt, now, waitUntil, botMessages } = dateline;
  await ask(subscriber, subscriber, '/subscribe belarus');
  const tap = (label: string | RegExp) => press(subscriber, subscriber, label);
  const isBriefing = (text: string) => text.includes('· Briefing');
  return {
    ...dateline,
    tap,
    settings: async () => (await ask(subscriber, subscriber, '/settings'))[0],
    async publish(button = 'Publish') {
      await ask(owner, owner, `/post ${SHORT_STORY}`);
      await press(owner, owner, button);
    },
    /** The briefing of the next day's 08:00. */
    async briefing() {
      await tickAt(now().toZonedDateTimeISO('UTC').add({ days: 1 }).withPlainTime('08:00').toInstant());
      await waitUntil(() => botMessages(subscriber).some((message) => isBriefing(textOf(message))));
      const found = botMessages(subscriber).find((message) => isBriefing(textOf(message)));
      if (found === undefined) throw new Error('no briefing');
      return found;
    },
  };
}

const SUMMARY = 'opened its first ferry line';
const QUOTE = 'People have asked for this boat';

it('shows all settings in one message, with what is chosen ticked', async () => {
  const { settings } = await startChat();
  const screen = await settings();
  expect(textOf(screen)).toMatch(/^Settings\nCountries: 🇧🇾 Belarus\nAt 08:00, every day\./);
  expect(buttonsOf(screen)).toEqual([
    ['Countries', 'Time'],
    ['Time zone', 'Language'],
    ['Headlines', '✅ Short', 'Full'],
    ['✅ Quotes', 'Say so when nothing is new'],
    ['✅ Breaking news', 'Quiet hours: none'],
    ['Sound with briefings', 'Pause'],
  ]);
});

it.each([
  ['Headlines', false, false],
  ['✅ Quotes', true, false],
])('briefs as it was told to: after %s', async (button, hasSummary, hasQuote) => {
  const { settings, tap, publish, briefing } = await startChat();
  await settings();
  await tap(button);
  await publish();
  const told = textOf(await briefing());
  expect(told).toContain('Ferry Line');
  expect([told.includes(SUMMARY), told.includes(QUOTE)]).toEqual([hasSummary, hasQuote]);
});

it('briefs without a sound unless the chat wants one', async () => {
  const { settings, tap, publish, briefing } = await startChat();
  await settings();
  expect(buttonsOf((await tap('Sound with briefings')).message).flat()).toContain('✅ Sound with briefings');
  await publish();
  expect((await briefing()).silent).toBe(false);
});

it('puts times and days in and takes them out, and keeps at least a day', async () => {
  const { settings, tap } = await startChat();
  await settings();
  await tap('Time');
  expect(textOf((await tap('18:00')).message)).toContain('At 08:00, 18:00, every day.');
  expect(textOf((await tap('✅ 08:00')).message)).toContain('At 18:00, every day.');
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']) await tap(`✅ ${day}`);
  const refused = await tap('✅ Sun');
  expect(refused.answer?.text).toContain('One day has to stay');
  expect(textOf(refused.message)).toContain('At 18:00, Sun.');
  expect(textOf((await tap('✅ 18:00')).message)).toContain('Scheduled briefings are off.');
  expect(textOf((await tap('07:00')).message)).toContain('At 07:00, every day.');
  expect(textOf((await tap('‹ Settings')).message)).toContain('Settings');
});

it('takes six times a day and no more', async () => {
  const { settings, tap } = await startChat();
  await settings();
  await tap('Time');
  for (const time of ['09:00', '10:00', '11:00', '12:00', '13:00']) await tap(time);
  const refused = await tap('14:00');
  expect(refused.answer?.text).toContain('Six times a day');
  expect(textOf(refused.message)).toContain('At 08:00, 09:00, 10:00, 11:00, 12:00, 13:00, every day.');
});

it('says what quiet hours do, and when they are', async () => {
  const { settings, tap } = await startChat();
  await settings();
  expect(textOf((await tap('Quiet hours: none')).message)).toContain('at once in these hours, too, but silently');
  const chosen = await tap('22:00–07:00');
  expect(textOf(chosen.message)).toContain('From 22:00 to 07:00 breaking news comes without a sound.');
  expect(buttonsOf(chosen.message).flat()).toContain('Quiet 22:00–07:00');
  await tap('Quiet 22:00–07:00');
  expect(buttonsOf((await tap('No quiet hours')).message).flat()).toContain('Quiet hours: none');
});

it('pauses and goes on', async () => {
  const { settings, tap } = await startChat();
  await settings();
  expect(textOf((await tap('Pause')).message)).toContain('Paused until you send /resume.');
  expect(textOf((await tap('Go on')).message)).toContain('Next briefing:');
});

it('sends no breaking news to who wants none', async () => {
  const { settings, tap, publish, press, owner, last, ask, subscriber, botMessages } = await startChat();
  await settings();
  await tap('✅ Breaking news');
  await publish('Breaking');
  expect(textOf(last(owner))).toContain('0 chats');
  await press(owner, owner, 'Yes, send now');
  await ask(subscriber, subscriber, '/status');
  expect(botMessages(subscriber).filter((message) => textOf(message).includes('Ferry Line'))).toEqual([]);
});

it('speaks the language that is tapped, from the settings on', async () => {
  const { settings, tap } = await startChat();
  await settings();
  await tap('Language');
  const changed = await tap('Русский');
  expect(changed.answer?.text).toContain('по-русски');
  expect(textOf(changed.message)).toContain('Настройки');
});

it.each(['✅ Quotes', 'Sound with briefings', 'Headlines', 'Pause'])(
  'does once what is tapped twice: %s',
  async (label) => {
    const { api, settings, subscriber, messages } = await startChat();
    const screen = await settings();
    const id = screen?.message_id ?? 0;
    const taps = [api.press(subscriber, subscriber, id, label), api.press(subscriber, subscriber, id, label)];
    for (const tap of taps) await api.settled(tap.updateId);
    const after = buttonsOf(messages(subscriber).find(({ message_id }) => message_id === id)).flat();
    const bare = label.replace('✅ ', '');
    const expected = label === 'Pause' ? 'Go on' : label.startsWith('✅') ? bare : `✅ ${bare}`;
    expect(after).toContain(expected);
  },
);

it('answers a button of its settings that no version had', async () => {
  const { api, settings, subscriber } = await startChat();
  const screen = await settings();
  for (const data of [
    'set nonsense on',
    'set length long',
    'set hours 25:00 26:00',
    'time 99:99 on',
    'day 8 on',
    'set quotes',
  ]) {
    const pressed = api.pressData(subscriber, subscriber, screen?.message_id ?? 0, data);
    expect((await pressed.answer)?.text).toContain('out of date');
  }
});
