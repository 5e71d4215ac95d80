import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTelegram, type Telegram } from '../support/telegram.ts';

let tg: Telegram;
beforeEach(async () => {
  tg = await startTelegram();
});
afterEach(() => tg.close());

const updates = async () =>
  z.array(z.looseObject({ update_id: z.number() })).parse((await tg.call('getUpdates')).result);
const member = (status: string) => expect.objectContaining({ status, user: expect.objectContaining({ id: 4242 }) });

describe('a private chat', () => {
  it('refuses the bot while the person blocks it, and tells the bot of both', async () => {
    const send = () => tg.call('sendMessage', { chat_id: tg.subscriber, text: 'x' });
    tg.api.block(tg.subscriber);
    expect(await send()).toEqual({
      ok: false,
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    tg.api.unblock(tg.subscriber);
    expect((await send()).ok).toBe(true);
    expect(await updates()).toMatchObject([
      { my_chat_member: { old_chat_member: member('member'), new_chat_member: member('kicked') } },
      { my_chat_member: { old_chat_member: member('kicked'), new_chat_member: member('member') } },
    ]);
  });

  it('is unblocked by the person’s own message', async () => {
    tg.api.block(tg.subscriber);
    tg.api.sendText(tg.subscriber, tg.subscriber, '/start');
    expect((await updates()).map((update) => Object.keys(update)[1])).toEqual([
      'my_chat_member',
      'my_chat_member',
      'message',
    ]);
    expect((await tg.call('sendMessage', { chat_id: tg.subscriber, text: 'x' })).ok).toBe(true);
  });

  it('has no administrators', async () => {
    expect(await tg.call('getChatAdministrators', { chat_id: tg.owner })).toMatchObject({
      description: 'Bad Request: there are no administrators in the private chat',
    });
  });
});

describe('a group', () => {
  it('shows the bot only what is meant for it, unless it is an administrator', async () => {
    const say = (text: string, replyTo?: number) => tg.api.sendText(tg.group, tg.owner, text, { replyTo });
    const { result } = await tg.call('sendMessage', { chat_id: tg.group, text: 'hello' });
    const own = z.looseObject({ message_id: z.number() }).parse(result).message_id;
    say('chatter');
    say('/topics');
    say('/topics@dateline_bot');
    say('/topics@other_bot');
    say('well, @dateline_bot?');
    say('a reply', own);
    tg.api.setBotStatus(tg.group, tg.subscriber, 'administrator');
    say('heard as administrator');
    const texts = (await updates()).map(
      (update) => z.looseObject({ text: z.string() }).safeParse(update.message).data?.text,
    );
    expect(texts).toEqual([
      '/topics',
      '/topics@dateline_bot',
      'well, @dateline_bot?',
      'a reply',
      undefined,
      'heard as administrator',
    ]);
  });

  it('knows who leads it', async () => {
    const statusOf = async (user_id: number) =>
      z
        .looseObject({ status: z.string() })
        .parse((await tg.call('getChatMember', { chat_id: tg.group, user_id })).result).status;
    expect(await statusOf(tg.subscriber)).toBe('creator');
    expect(await statusOf(tg.owner)).toBe('member');
    expect((await tg.call('getChatAdministrators', { chat_id: tg.group })).result).toMatchObject([
      { status: 'creator', user: { id: tg.subscriber } },
    ]);
    expect((await tg.call('getChatMemberCount', { chat_id: tg.group })).result).toBe(3);
    expect((await tg.call('getChat', { chat_id: tg.group })).result).toMatchObject({ type: 'supergroup' });
  });

  it('refuses a bot that left it or was thrown out', async () => {
    const send = () => tg.call('sendMessage', { chat_id: tg.group, text: 'x' });
    await tg.call('leaveChat', { chat_id: tg.group });
    expect(await send()).toMatchObject({ description: 'Forbidden: bot is not a member of the supergroup chat' });
    tg.api.setBotStatus(tg.group, tg.subscriber, 'member');
    expect((await send()).ok).toBe(true);
    tg.api.setBotStatus(tg.group, tg.subscriber, 'kicked');
    expect(await send()).toMatchObject({ description: 'Forbidden: bot was kicked from the supergroup chat' });
  });

  it('lets an administrator pin, and nobody else', async () => {
    const { result } = await tg.call('sendMessage', { chat_id: tg.group, text: 'x' });
    const { message_id } = z.looseObject({ message_id: z.number() }).parse(result);
    const pin = () => tg.call('pinChatMessage', { chat_id: tg.group, message_id });
    expect((await pin()).ok).toBe(false);
    tg.api.setBotStatus(tg.group, tg.subscriber, 'administrator');
    expect((await pin()).ok).toBe(true);
    expect((await tg.call('getChat', { chat_id: tg.group })).result).toMatchObject({ pinned_message: { message_id } });
    expect((await tg.call('unpinChatMessage', { chat_id: tg.group })).ok).toBe(true);
    expect((await tg.call('unpinChatMessage', { chat_id: tg.group })).ok).toBe(false);
  });

  it('shows that the bot is typing, and refuses an action that does not exist', async () => {
    const actions: string[] = [];
    tg.api.watch((happening) => {
      if (happening.kind === 'action') actions.push(happening.action);
    });
    await tg.call('sendChatAction', { chat_id: tg.group, action: 'typing' });
    expect((await tg.call('sendChatAction', { chat_id: tg.group, action: 'yawning' })).ok).toBe(false);
    expect(actions).toEqual(['typing']);
  });
});

it('posts in a channel under the channel’s name, if the bot is its administrator', async () => {
  const channel = -1001000009999;
  tg.api.addChannel({ id: channel, title: 'Wire', username: 'wire_news', members: { [tg.owner]: 'creator' } });
  await tg.call('sendMessage', { chat_id: '@wire_news', text: 'x' });
  expect(tg.last(channel)).toMatchObject({ sender_chat: { id: channel, title: 'Wire' } });
  expect(tg.last(channel).from).toBeUndefined();
  tg.api.sendText(channel, tg.owner, '/subscribe');
  expect(await updates()).toMatchObject([{ channel_post: { text: '/subscribe', sender_chat: { id: channel } } }]);
  tg.api.setBotStatus(channel, tg.owner, 'member');
  expect(await tg.call('sendMessage', { chat_id: channel, text: 'x' })).toMatchObject({
    description: 'Bad Request: need administrator rights in the channel chat',
  });
});
