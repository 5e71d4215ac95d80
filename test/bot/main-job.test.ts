import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { startDateline } from '../support/dateline.ts';
import { LONG_STORY } from '../support/stories.ts';
import { buttonsOf, textOf } from '../support/telegram.ts';

const ALMATY = 'Asia/Almaty';

async function withPublishedStory() {
  const dateline = await startDateline();
  await dateline.ask(dateline.owner, dateline.owner, '/post');
  const [preview] = await dateline.ask(dateline.owner, dateline.owner, LONG_STORY);
  return { ...dateline, preview };
}

it('joins the two messages of a long paste and answers with one preview', async () => {
  const { preview, botMessages, owner } = await withPublishedStory();
  const text = textOf(preview);
  expect(text).toContain('Kazakhstan Halts Grain Transit to Uzbekistan After Border Quarrel');
  expect(text).toContain('Timur Abenov');
  expect(text).toMatch(/Countries: (🇰🇿 Kazakhstan, 🇺🇿 Uzbekistan|🇺🇿 Uzbekistan, 🇰🇿 Kazakhstan)\n/);
  expect(text).toContain('has halted the transit of grain to Uzbekistan for ten days');
  expect(text).toContain('“We waited for nine weeks, and we wrote four letters.');
  expect(text).toContain('Joined here:');
  expect(buttonsOf(preview).flat()).toEqual([
    'Publish',
    'Breaking',
    'Embargo',
    'Countries',
    'Headline',
    'Summary',
    'Discard',
  ]);
  expect(botMessages(owner).filter((message) => textOf(message).startsWith('Preview'))).toHaveLength(1);
});

it('takes the summary from the reporting, never from a caption, a biography or the furniture', async () => {
  const { preview } = await withPublishedStory();
  const summary = textOf(preview).split('Key quotes')[0] ?? '';
  for (const left of ['photo:', 'Before joining', 'his book', 'View more', 'Freight wagons wait']) {
    expect(summary).not.toContain(left);
  }
});

it('brings a published article to a subscriber in the minute that he chose, once', async () => {
  const { ask, press, owner, subscriber, preview, tickAt, botMessages, waitUntil, now } = await withPublishedStory();
  const pressed = await press(owner, owner, 'Publish');
  expect(pressed.answer?.text).toBe('Published as № 1.');
  expect(textOf(pressed.message)).toContain('Published № 1');
  expect(pressed.message?.message_id).toBe(preview?.message_id);

  await ask(subscriber, subscriber, '/start');
  await ask(subscriber, subscriber, '/subscribe kazakhstan');
  await ask(subscriber, subscriber, '/timezone Asia/Almaty');
  const due = now().toZonedDateTimeISO(ALMATY).add({ hours: 1 }).round('minute');
  const time = due.toPlainTime().toString({ smallestUnit: 'minute' });
  await ask(subscriber, subscriber, `/schedule ${time}`);

  const before = botMessages(subscriber).length;
  await tickAt(due.toInstant().subtract({ seconds: 30 }));
  expect(botMessages(subscriber)).toHaveLength(before);

  await tickAt(due.toInstant());
  await waitUntil(() => botMessages(subscriber).length === before + 1);
  const briefing = botMessages(subscriber).at(-1);
  expect(textOf(briefing)).toMatch(/^🇰🇿 Kazakhstan · Briefing\n/);
  expect(textOf(briefing)).toContain('Kazakhstan Halts Grain Transit');
  expect(briefing?.silent).toBe(true);

  await tickAt(due.toInstant().add({ minutes: 1 }));
  await tickAt(due.toInstant().add({ hours: 20 }));
  const [status] = await ask(subscriber, subscriber, '/status');
  expect(botMessages(subscriber)).toHaveLength(before + 2);
  expect(textOf(status)).toContain(`Next: ${dayAndTime(due.add({ days: 1 }))}`);
});

it('answers digests, quotes, headlines and articles on demand', async () => {
  const { ask, press, owner, subscriber } = await withPublishedStory();
  await press(owner, owner, 'Publish');
  const asked = async (text: string) => textOf((await ask(subscriber, subscriber, text))[0]);

  expect(await asked('/digest kazakhstan')).toContain('🇰🇿 Kazakhstan · Digest');
  expect(await asked('/digest 🇺🇿')).toContain('Kazakhstan Halts Grain Transit');
  expect(await asked('/quotes kazakhstan')).toContain('“We waited for nine weeks, and we wrote four letters.');
  expect(await asked('/quotes Dosmukhanov')).toContain('“We waited for nine weeks, and we wrote four letters.');
  expect(await asked('/quotes dosmukhanov 7d')).toContain('Yerlan Dosmukhanov');
  expect(await asked('/latest')).toContain('Kazakhstan Halts Grain Transit');
  expect(await asked('/article 1')).toContain('By Timur Abenov');
  expect(await asked('/search grain wagons')).toContain('Kazakhstan Halts Grain Transit');
});

it('shows a draft to nobody before it is published', async () => {
  const { ask, subscriber } = await withPublishedStory();
  const asked = async (text: string) => textOf((await ask(subscriber, subscriber, text))[0]);
  expect(await asked('/article 1')).toContain('There is no article “1”');
  expect(await asked('/latest')).toBe('There are no articles yet.');
  expect(await asked('/digest kazakhstan')).not.toContain('Grain');
  expect(await asked('/search grain')).toContain('Nothing found');
});

it('keeps settings, articles and old buttons over a restart', async () => {
  const dateline = await withPublishedStory();
  const { ask, press, owner, subscriber, restart } = dateline;
  await press(owner, owner, 'Publish');
  await ask(subscriber, subscriber, '/start');
  await ask(subscriber, subscriber, '/subscribe kz');
  await restart();
  const [digest] = await ask(subscriber, subscriber, '/digest');
  expect(textOf(digest)).toContain('Kazakhstan Halts Grain Transit');
  await restart();
  const opened = await press(subscriber, subscriber, 'Article 1', { count: 1 });
  expect(textOf(opened.messages[0])).toContain('By Timur Abenov');
});

function dayAndTime(local: Temporal.ZonedDateTime): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: local.timeZoneId,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  return `${format.format(local.epochMilliseconds)}, ${Temporal.PlainTime.from(local.toPlainTime()).toString({ smallestUnit: 'minute' })}`;
}
