import { expect, it } from 'vitest';
import { startDateline } from '../../support/dateline.ts';
import { SHORT_STORY } from '../../support/stories.ts';
import { buttonsOf, textOf } from '../../support/telegram.ts';

/** A subscriber's chat, and what the bot says in it. */
async function startChat() {
  const dateline = await startDateline();
  const { ask, press, subscriber } = dateline;
  return {
    ...dateline,
    say: async (text: string) => textOf((await ask(subscriber, subscriber, text))[0]),
    answer: async (text: string) => (await ask(subscriber, subscriber, text))[0],
    tap: (label: string | RegExp) => press(subscriber, subscriber, label),
  };
}

it('has the right briefing coming within three taps, and sees at once what it would say', async () => {
  const { answer, tap } = await startChat();
  const greeting = await answer('/start');
  expect(textOf(greeting)).toContain('Dateline brings you the news');
  const ticked = await tap('🇰🇿 Kazakhstan');
  expect(buttonsOf(ticked.message).flat()).toContain('✅ 🇰🇿 Kazakhstan');
  await tap('Next: the hour ›');
  const arranged = await tap('07:00');
  expect(textOf(arranged.message)).toContain('Countries: 🇰🇿 Kazakhstan');
  expect(textOf(arranged.message)).toContain('At 07:00, every day.');
  expect(textOf(arranged.message)).toMatch(/Next briefing: \w{3} \d+ \w+, 07:00\./);
  expect(textOf(arranged.message)).toMatch(/It is \d\d:\d\d in Almaty now. Is that your time\?$/);
  expect(arranged.messages.map(textOf)).toEqual(['There is no article on 🇰🇿 Kazakhstan yet.']);
  expect(arranged.message?.message_id).toBe(greeting?.message_id);
  const confirmed = await tap('Yes');
  expect(textOf(confirmed.message)).toMatch(/Time zone: Almaty, where it is \d\d:\d\d now\.$/);
  expect(confirmed.messages).toEqual([]);
});

it('takes another zone than the guessed one, by a tap or by the name of a city', async () => {
  const { say, tap } = await startChat();
  await say('/start');
  await tap('🇰🇿 Kazakhstan');
  await tap('Next: the hour ›');
  await tap('07:00');
  await tap('Another zone…');
  expect(textOf((await tap(/^Berlin /)).message)).toContain('Time zone: Berlin');
  await say('/start');
  await tap('Time zone');
  expect(await say('Tashkent')).toContain('Time zone: Tashkent');
});

it('asks for the zone where nothing tells it', async () => {
  const { say, tap } = await startChat();
  await say('/start');
  await say('Canada');
  await tap('Next: the hour ›');
  expect(textOf((await tap('07:00')).message)).toContain('Which zone is yours?');
  const arranged = await tap(/^New York /);
  expect(textOf(arranged.message)).toContain('Time zone: New York');
  expect(arranged.messages.map(textOf)).toEqual(['There is no article on 🇨🇦 Canada yet.']);
});

it.each(['Kazakhstan', 'kz', '🇰🇿', 'Казахстан', 'Қазақстан', 'Kazakh'])(
  'ticks what is typed while countries are chosen: %s',
  async (name) => {
    const { answer } = await startChat();
    await answer('/start');
    const ticked = await answer(name);
    expect(buttonsOf(ticked).flat()).toContain('✅ 🇰🇿 Kazakhstan');
  },
);

it('asks back for a name that is misspelt while countries are chosen, and ticks the one that is tapped', async () => {
  const { answer, tap } = await startChat();
  await answer('/start');
  const asked = await answer('Kazakstan');
  expect(textOf(asked)).toContain('Did you mean …?');
  expect(buttonsOf(asked).flat().length).toBeLessThanOrEqual(3);
  expect(buttonsOf((await tap('🇰🇿 Kazakhstan')).message).flat()).toContain('✅ 🇰🇿 Kazakhstan');
});

it('takes a whole region by one tap, and leaves it by another', async () => {
  const { answer, tap } = await startChat();
  await answer('/start');
  const taken = await tap('Caucasus');
  expect(textOf(taken.message)).toContain('🇦🇲 Armenia, 🇦🇿 Azerbaijan, 🇬🇪 Georgia');
  expect(textOf((await tap('✅ Caucasus')).message)).toContain('Tap the countries');
  await tap('Regions…');
  expect(textOf((await tap('Baltics')).message)).toContain('🇪🇪 Estonia');
});

it('takes an hour that is typed where another than those shown is wanted', async () => {
  const { say, answer, tap } = await startChat();
  await say('/start');
  await tap('🇰🇿 Kazakhstan');
  await tap('Next: the hour ›');
  expect(textOf((await tap('Another time…')).messages[0])).toContain('for example 09:30');
  expect(textOf(await answer('9.30'))).toContain('At 09:30, every day.');
});

it('ticks a country once where it is tapped twice quickly', async () => {
  const { api, answer, subscriber, messages, say } = await startChat();
  const id = (await answer('/start'))?.message_id ?? 0;
  const taps = [0, 1].map(() => api.press(subscriber, subscriber, id, '🇰🇿 Kazakhstan'));
  for (const { updateId } of taps) await api.settled(updateId);
  const screen = messages(subscriber).find(({ message_id }) => message_id === id);
  expect(buttonsOf(screen).flat()).toContain('✅ 🇰🇿 Kazakhstan');
  expect(await say('/status')).toContain('Countries: 🇰🇿 Kazakhstan');
});

it('keeps the buttons of the first version working', async () => {
  const { api, answer, subscriber, say } = await startChat();
  const id = (await answer('/start'))?.message_id ?? 0;
  const press = async (data: string) => {
    const { answer: answered, updateId } = api.pressData(subscriber, subscriber, id, data);
    await answered;
    await api.settled(updateId);
  };
  for (const data of ['tick KZ 0', 'hour', 'at 06:00', 'zone Asia/Almaty', 'quiet on']) await press(data);
  expect(await say('/status')).toContain('At 06:00, every day.');
  expect(await say('/status')).toContain('Asia/Almaty');
});

it('subscribes at once through a deep link, and says so again without changing anything', async () => {
  const { ask, subscriber, say } = await startChat();
  const answers = await ask(subscriber, subscriber, '/start KZ-BY', { count: 2 });
  expect(textOf(answers[0])).toBe('Added: 🇰🇿 Kazakhstan, 🇧🇾 Belarus.');
  expect(textOf(answers[1])).toContain('Countries: 🇰🇿 Kazakhstan, 🇧🇾 Belarus');
  await say('/schedule 06:15');
  expect(await say('/start')).toContain('At 06:15, every day.');
});

it.each(['Kazakhstan', 'kz', '🇰🇿', 'Казахстан', 'Қазақстан', 'Kazakh'])('takes %s for Kazakhstan', async (name) => {
  const { say } = await startChat();
  expect(await say(`/subscribe ${name}`)).toContain('Added: 🇰🇿 Kazakhstan.');
});

it('takes a region for its countries, and several names parted by commas', async () => {
  const { say } = await startChat();
  expect(await say('/subscribe Central Asia, Belarus')).toMatch(
    /Added: (?=.*Kyrgyzstan)(?=.*Turkmenistan)(?=.*Belarus)/,
  );
});

it('asks back for a misspelt country, and follows the one that is tapped', async () => {
  const { answer, tap } = await startChat();
  const asked = await answer('/subscribe Kazakstan');
  expect(textOf(asked)).toContain('Did you mean …?');
  expect(buttonsOf(asked).flat()).toContain('🇰🇿 Kazakhstan');
  expect(textOf((await tap('🇰🇿 Kazakhstan')).messages[0])).toContain('Added: 🇰🇿 Kazakhstan.');
});

it('unsubscribes from one country, from those that are tapped, and from all', async () => {
  const { say, answer, tap } = await startChat();
  await say('/subscribe kz, by, uz');
  expect(await say('/unsubscribe by')).toBe('Removed: 🇧🇾 Belarus.');
  expect(await say('/unsubscribe by')).toBe('You do not follow 🇧🇾 Belarus.');
  expect(buttonsOf(await answer('/unsubscribe'))).toEqual([['🇰🇿 Kazakhstan', '🇺🇿 Uzbekistan'], ['All of them']]);
  expect(textOf((await tap('🇰🇿 Kazakhstan')).messages[0])).toBe('Removed: 🇰🇿 Kazakhstan.');
  expect(await say('/unsubscribe all')).toBe('Removed: 🇺🇿 Uzbekistan.');
  expect(await say('/unsubscribe')).toBe('You do not follow any country yet.');
});

it.each([
  ['08:00 18:30', 'At 08:00, 18:30, every day.'],
  ['weekdays 07:30', 'At 07:30, on weekdays.'],
  ['mon,thu 09:00', 'At 09:00, Mon, Thu.'],
  ['off', 'Scheduled briefings are off.'],
])('understands /schedule %s', async (typed, shown) => {
  const { say } = await startChat();
  expect(await say(`/schedule ${typed}`)).toContain(shown);
});

it.each([
  ['/schedule 25:99', '“25:99” is not a time'],
  ['/timezone Mars/Base', 'no time zone or city called “Mars/Base”'],
  ['/subscribe Atlantis', 'no country or region called “Atlantis”'],
  ['/digest Atlantis', 'no country or region called “Atlantis”'],
  ['/digest kz 0d', '“0d” is not a stretch of time'],
  ['/digest kz 2026-02-30', '“2026-02-30” is not a stretch of time'],
  ['/quotes Nobody Known', 'No quotes by “Nobody Known”'],
  ['/article 99', 'There is no article “99”'],
  ['/article first', 'There is no article “first”'],
  ['/latest Peru', 'There is no article on 🇵🇪 Peru yet'],
  ['/language xx', 'English, Russian and Kazakh'],
  ['/pause ten', 'from 1 to 365'],
  ['/pause 0', 'from 1 to 365'],
  ['/search', '/search water treaty'],
  ['/post something', 'I do not know that command'],
  ['/done', 'I do not know that command'],
  ['/editors', 'I do not know that command'],
  ['/nonsense', 'I do not know that command'],
  ['qwertyuiop', 'send its name'],
])('answers %s with a line that says what to send, and changes nothing', async (typed, words) => {
  const { say } = await startChat();
  await say('/subscribe kz');
  const before = await say('/status');
  expect(await say(typed)).toContain(words);
  expect(await say('/status')).toBe(before);
});

it.each(['Asia/Almaty', 'almaty', 'Алматы'])('sets the zone from %s, and the next briefing with it', async (typed) => {
  const { say } = await startChat();
  expect(await say(`/timezone ${typed}`)).toMatch(/Time zone: Almaty, where it is \d\d:\d\d now/);
  expect(await say('/status')).toContain('Asia/Almaty');
});

it('holds the briefings for some days, and goes on when asked', async () => {
  const { say } = await startChat();
  await say('/subscribe kz');
  expect(await say('/pause 3')).toMatch(/on hold until .*\/resume/);
  expect(await say('/status')).toContain('Paused until');
  expect(await say('/start')).toContain('Paused until');
  expect(await say('/resume')).toContain('Next briefing:');
  await say('/stop');
  expect(await say('/status')).toContain('Ended.');
  expect(await say('/start')).toContain('Next:');
});

it('says why the last briefing was skipped', async () => {
  const { say, tickAt, now } = await startChat();
  await say('/subscribe kz');
  await say('/schedule 08:00');
  const due = now().toZonedDateTimeISO('UTC').add({ days: 1 }).withPlainTime('08:00').toInstant();
  await tickAt(due);
  expect(await say('/status')).toContain('skipped, nothing new on your countries');
});

it('shows what there is instead where a window is empty', async () => {
  const { ask, press, owner, say, answer, tap } = await startChat();
  await ask(owner, owner, `/post ${SHORT_STORY}`);
  await press(owner, owner, 'Publish');
  const empty = await answer('/digest belarus 2020-01-01');
  expect(textOf(empty)).toMatch(/^Nothing on 🇧🇾 Belarus on 1 Jan 2020\. The newest is of /);
  expect(textOf((await tap('Article 1')).messages[0])).toContain('By Alena Hryshko');
  expect(await say('/digest armenia')).toBe('There is no article on 🇦🇲 Armenia yet.');
});

it.each(['1', '№ 1', '№1', '#1'])('opens the article that is asked for as %s', async (number) => {
  const { ask, press, owner, say } = await startChat();
  await ask(owner, owner, `/post ${SHORT_STORY}`);
  await press(owner, owner, 'Publish');
  expect(await say(`/article ${number}`)).toContain('By Alena Hryshko');
});

it('shows countries to choose from where a digest has no country', async () => {
  const { ask, press, owner, answer, tap } = await startChat();
  expect(textOf(await answer('/digest'))).toBe('There are no articles yet.');
  await ask(owner, owner, `/post ${SHORT_STORY}`);
  await press(owner, owner, 'Publish');
  expect(buttonsOf(await answer('/digest'))).toEqual([['🇧🇾 Belarus']]);
  expect(textOf((await tap('🇧🇾 Belarus')).messages[0])).toContain('🇧🇾 Belarus · Digest');
});

it('takes the name of a country without a command for a wish to know', async () => {
  const { ask, press, owner, say } = await startChat();
  await ask(owner, owner, `/post ${SHORT_STORY}`);
  await press(owner, owner, 'Publish');
  expect(await say('Belarus')).toContain('🇧🇾 Belarus · Digest');
});

it('erases everything about a chat after one confirmation', async () => {
  const { say, tap } = await startChat();
  await say('/subscribe kz');
  await say('/forget');
  expect(textOf((await tap('Keep it')).message)).toBe('Nothing was erased.');
  await say('/forget');
  expect(textOf((await tap('Yes, erase it')).message)).toContain('Erased.');
  expect(await say('/status')).toContain('Countries: none yet');
});

it('lists in help what this person may use, and no more', async () => {
  const { say, ask, owner } = await startChat();
  const help = await say('/help');
  expect(help).toContain('/digest');
  expect(help).not.toContain('/post');
  const ownersHelp = textOf((await ask(owner, owner, '/help'))[0]);
  expect(ownersHelp).toContain('/post');
  expect(ownersHelp).toContain('/editor:');
});

it('lets an owner make somebody an editor, and undo it', async () => {
  const { say, ask, owner, subscriber } = await startChat();
  const order = async (text: string) => textOf((await ask(owner, owner, text))[0]);
  expect(await order('/editors')).toContain('No editors yet');
  expect(await order('/editor add somebody')).toContain('/editor add 12345678');
  await order(`/editor add ${subscriber}`);
  expect(await say(`/post ${SHORT_STORY}`)).toContain('Preview');
  expect(await say('/editors')).toContain('I do not know that command');
  expect(await order(`/editor remove ${subscriber}`)).toContain('no longer an editor');
  expect(await say(`/post ${SHORT_STORY}`)).toContain('I do not know that command');
});

it.each(['Pavel Rudzko', 'rudzko, pavel', 'RUDZKO', 'Rudžko'])(
  'finds what a speaker said by the name %s',
  async (name) => {
    const { ask, press, owner, say } = await startChat();
    await ask(owner, owner, `/post ${SHORT_STORY}`);
    await press(owner, owner, 'Publish');
    expect(await say(`/quotes ${name}`)).toContain('People have asked for this boat');
  },
);

it('says that a digest shows only the newest where there are more articles than it tells', async () => {
  const { ask, press, owner, answer } = await startChat();
  for (let number = 1; number <= 21; number++) {
    await ask(owner, owner, `/post ${SHORT_STORY.replace('Ferry Line', `Ferry Line ${number}`)}`);
    const { message } = await press(owner, owner, 'Publish');
    const again = 'Publish all the same';
    if (buttonsOf(message).flat().includes(again)) await press(owner, owner, again);
  }
  expect(textOf(await answer('/digest belarus'))).toContain('the newest 20 articles');
});

it.each([
  ['/language русский', 'Теперь я говорю по-русски.'],
  ['/pause 7 days', 'on hold until'],
])('understands %s', async (typed, shown) => {
  const { say } = await startChat();
  expect(await say(typed)).toContain(shown);
});

it('says back no more of what was typed than a name has', async () => {
  const { say } = await startChat();
  expect((await say(`/timezone ${'x'.repeat(3000)}`)).length).toBeLessThan(300);
});
