import { expect, it } from 'vitest';
import { group, owner, subscriber } from '../../src/sandbox/people.ts';
import { startDateline } from '../support/dateline.ts';
import { SHORT_STORY } from '../support/stories.ts';
import { buttonsOf, textOf } from '../support/telegram.ts';

it('lets only the administrators of a group change its settings', async () => {
  const { ask } = await startDateline();
  const said = async (person: number, text: string) => textOf((await ask(group.id, person, text))[0]);
  expect(await said(owner.id, '/subscribe kz')).toContain('Only the administrators of this group');
  expect(await said(subscriber.id, '/subscribe kz')).toContain('Added: 🇰🇿 Kazakhstan.');
  expect(await said(owner.id, '/status')).toContain('Countries: 🇰🇿 Kazakhstan');
});

it('takes back what it told an ordinary member of a group, and leaves everything else', async () => {
  const { ask, messages, botMessages, waitUntil } = await startDateline();
  await ask(group.id, subscriber.id, '/subscribe kz');
  const [notice] = await ask(group.id, owner.id, '/subscribe by');
  await waitUntil(() => !messages(group.id).some(({ message_id }) => message_id === notice?.message_id));
  expect(botMessages(group.id).map(textOf)).toEqual([expect.stringContaining('Added: 🇰🇿 Kazakhstan.')]);
});

it('erases a chat thirty days after it blocked the bot', async () => {
  const { api, ask, tickAt, now } = await startDateline();
  await ask(subscriber.id, subscriber.id, '/subscribe belarus');
  await api.settled(api.block(subscriber.id), 5000);
  await tickAt(now().add({ hours: 24 * 29 }));
  await api.settled(api.unblock(subscriber.id), 5000);
  expect(textOf((await ask(subscriber.id, subscriber.id, '/status'))[0])).toContain('Countries: 🇧🇾 Belarus');
  await api.settled(api.block(subscriber.id), 5000);
  await tickAt(now().add({ hours: 24 * 31 }));
  await api.settled(api.unblock(subscriber.id), 5000);
  expect(textOf((await ask(subscriber.id, subscriber.id, '/status'))[0])).toContain('Countries: none yet');
});

it('shows an ordinary member of a group what its settings are', async () => {
  const { ask } = await startDateline();
  await ask(group.id, subscriber.id, '/schedule 07:15');
  const said = async (text: string) => textOf((await ask(group.id, owner.id, text))[0]);
  expect(await said('/schedule')).toContain('At 07:15, every day.');
  expect(await said('/timezone')).toContain('Which zone is yours?');
  expect(await said('/schedule 09:00')).toContain('Only the administrators');
  expect(await said('/schedule')).toContain('At 07:15, every day.');
});

it('tells an ordinary member who taps a setting, and changes nothing', async () => {
  const { ask, press } = await startDateline();
  await ask(group.id, subscriber.id, '/topics');
  const pressed = await press(group.id, owner.id, '🇰🇿 Kazakhstan');
  expect(pressed.answer?.text).toContain('Only the administrators');
  expect(buttonsOf(pressed.message).flat()).toContain('🇰🇿 Kazakhstan');
});

it('lets an anonymous administrator change the settings of his group, and be nobody anywhere else', async () => {
  const { api, waitForMessage, ask } = await startDateline();
  const chat = { id: group.id, title: group.title, type: 'supergroup' as const };
  const anonymous = { id: 1087968824, is_bot: true, first_name: 'Group' };
  api.pushUpdate({
    message: { message_id: 500, date: 1, chat, from: anonymous, sender_chat: chat, text: '/subscribe by' },
  });
  await waitForMessage((message) => textOf(message).includes('Added: 🇧🇾 Belarus.'));
  await ask(owner.id, owner.id, '/editor add 1087968824');
  api.pushUpdate({
    message: { message_id: 501, date: 1, chat, from: anonymous, sender_chat: chat, text: `/post ${SHORT_STORY}` },
  });
  expect(textOf((await ask(owner.id, owner.id, '/drafts'))[0])).toContain('No drafts');
});

it('is silent in a group about commands for other bots, unknown ones, and talk', async () => {
  const { ask, botMessages } = await startDateline();
  await ask(group.id, subscriber.id, '/status');
  const before = botMessages(group.id).length;
  for (const text of ['/digest@other_bot kz', '/weather', 'Kazakhstan'])
    await ask(group.id, subscriber.id, text, { count: 0 });
  await ask(group.id, subscriber.id, '/status@dateline_bot');
  expect(botMessages(group.id)).toHaveLength(before + 1);
});

it('serves a channel whose administrator subscribes it by a post', async () => {
  const { api, waitForMessage, tickAt, now, ask, press } = await startDateline();
  const channel = {
    id: -1002000000001,
    title: 'Narach Daily',
    username: 'narach_daily',
    bot: 'administrator' as const,
  };
  api.addChannel({ ...channel, members: { [subscriber.id]: 'creator' } });
  api.sendText(channel.id, subscriber.id, '/subscribe belarus');
  await waitForMessage((message) => message.chat.id === channel.id && textOf(message).includes('Added: 🇧🇾 Belarus.'));
  await ask(owner.id, owner.id, `/post ${SHORT_STORY}`);
  await press(owner.id, owner.id, 'Publish');
  await tickAt(now().toZonedDateTimeISO('UTC').add({ days: 1 }).withPlainTime('08:00').toInstant());
  await waitForMessage((message) => message.chat.id === channel.id && textOf(message).includes('Ferry Line'));
});

it('stops for a chat that blocks the bot, and comes back with its settings on /start', async () => {
  const { api, ask, botMessages, tickAt, now, press } = await startDateline();
  await ask(subscriber.id, subscriber.id, '/subscribe belarus');
  await ask(owner.id, owner.id, `/post ${SHORT_STORY}`);
  await press(owner.id, owner.id, 'Publish');
  await api.settled(api.block(subscriber.id), 5000);
  const before = botMessages(subscriber.id).length;
  const tomorrow = now().toZonedDateTimeISO('UTC').add({ days: 1 }).withPlainTime('08:00');
  await tickAt(tomorrow.toInstant());
  expect(botMessages(subscriber.id)).toHaveLength(before);
  await api.settled(api.unblock(subscriber.id), 5000);
  expect(textOf((await ask(subscriber.id, subscriber.id, '/start'))[0])).toContain('Countries: 🇧🇾 Belarus');
});

it('answers a button whose action it does not know', async () => {
  const { api, ask, last } = await startDateline();
  await ask(subscriber.id, subscriber.id, '/start');
  const pressed = api.pressData(subscriber.id, subscriber.id, last(subscriber.id).message_id, 'gone 1');
  expect((await pressed.answer)?.text).toContain('That button is out of date');
});

it('is silent about what a chat says of itself', async () => {
  const { api, ask, botMessages } = await startDateline();
  await ask(subscriber.id, subscriber.id, '/status');
  const before = botMessages(subscriber.id).length;
  const from = { ...subscriber, is_bot: false };
  const chat = { ...subscriber, type: 'private' as const };
  const pinned = api.pushUpdate({ message: { message_id: 700, date: 1, chat, from, new_chat_title: 'A title' } });
  await api.settled(pinned, 5000);
  await ask(subscriber.id, subscriber.id, '/status');
  expect(botMessages(subscriber.id)).toHaveLength(before + 1);
});

it('goes on after updates that are malformed or hostile', async () => {
  const { api, ask, last } = await startDateline();
  await ask(subscriber.id, subscriber.id, '/start');
  const from = { ...subscriber, is_bot: false };
  const chat = { ...subscriber, type: 'private' as const };
  const message = last(subscriber.id);
  for (const data of [
    'tick XX NaN',
    'countries -1',
    'search NaN x',
    'article',
    'zone Mars/Base',
    'at 25:99',
    'publish 1',
  ])
    api.pressData(subscriber.id, subscriber.id, message.message_id, data);
  const hostile = [
    { message: { message_id: 600, date: 1, chat, from, text: `/digest ${'<b>&'.repeat(500)}` } },
    { message: { message_id: 601, date: 1, chat, from, text: '/quotes \u202E\u0000\uD800' } },
    { message: { message_id: 602, date: 1, chat, from, text: '/article 99999999999999999999' } },
    { message: { message_id: 603, date: 1, chat, from } },
    { callback_query: { id: '8', from, chat_instance: '1', data: 'tick KZ 0' } },
    { callback_query: { id: '7', from, chat_instance: '1' } },
    {},
  ];
  for (const update of hostile) api.pushUpdate(update);
  await expect
    .poll(async () => textOf((await ask(subscriber.id, subscriber.id, '/status'))[0]))
    .toContain('Your briefings');
});

it('greets a group when it is added, and not again when its rights are changed', async () => {
  const { api, botMessages, waitUntil } = await startDateline();
  await api.settled(api.setBotStatus(group.id, subscriber.id, 'left'), 5000);
  await api.settled(api.setBotStatus(group.id, subscriber.id, 'member'), 5000);
  await waitUntil(() => botMessages(group.id).length === 1);
  await api.settled(api.setBotStatus(group.id, subscriber.id, 'administrator'), 5000);
  await api.settled(api.setBotStatus(group.id, subscriber.id, 'member'), 5000);
  expect(botMessages(group.id)).toHaveLength(1);
});

it('follows nothing that is no country, whatever a forged button says', async () => {
  const { api, ask, last } = await startDateline();
  await ask(subscriber.id, subscriber.id, '/start');
  const message = last(subscriber.id);
  for (const data of ['tick abcd 0', 'tick XX NaN', 'countries -7', 'search x kz'])
    api.pushUpdate({
      callback_query: { id: data, from: { ...subscriber, is_bot: false }, chat_instance: '1', data, message },
    });
  expect(textOf((await ask(subscriber.id, subscriber.id, '/status'))[0])).toContain('Countries: none yet');
});
