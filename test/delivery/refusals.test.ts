import { afterEach, expect, it } from 'vitest';
import type { Trouble } from '../../src/sandbox/calls.ts';
import { onEachDatabase } from '../support/databases.ts';
import { anEdition, closeDesks, openTelegram, startDispatcher } from '../support/dispatch-desk.ts';
import { textOf } from '../support/telegram.ts';

const refusal = (status: number, description: string, parameters?: { migrate_to_chat_id?: number }): Trouble => ({
  status,
  description,
  ...(parameters && { parameters }),
});

onEachDatabase('what Telegram answers over HTTP', (open) => {
  afterEach(closeDesks);

  /** A desk before a Bot API server that answers the n-th sending to the reader (from 0) with what `trouble` gives. */
  async function deskWith(trouble: (place: number, params: Record<string, string>) => Trouble | undefined) {
    const { telegram, toTelegram } = await openTelegram();
    const reader = telegram.subscriber;
    let place = 0;
    telegram.api.setFault((method, params) =>
      method === 'sendMessage' && Number(params.chat_id) !== telegram.owner ? trouble(place++, params) : undefined,
    );
    const desk = startDispatcher(await open(), toTelegram);
    const sends = () =>
      telegram.api.calls('sendMessage').filter(({ params }) => Number(params.chat_id) !== telegram.owner);
    const texts = (chat: number) => telegram.botMessages(chat).map(textOf);
    return { telegram, desk, reader, sends, texts };
  }

  it.each([
    refusal(403, 'Forbidden: bot was blocked by the user'),
    refusal(403, 'Forbidden: user is deactivated'),
    refusal(403, 'Forbidden: bot was kicked from the supergroup chat'),
    refusal(403, 'Forbidden: bot is not a member of the channel chat'),
    refusal(400, 'Bad Request: chat not found'),
    refusal(400, 'Bad Request: PEER_ID_INVALID'),
  ])('%j: the chat is gone at once with all that waits for it, and keeps its settings', async (answer) => {
    const { telegram, desk, reader, sends } = await deskWith(() => answer);
    await desk.enrol(reader);
    await desk.chats.subscribe(reader, ['KZ']);
    await desk.queue(anEdition('Monday', 3), reader, telegram.owner);
    await desk.queue(anEdition('Quake', 1, 'breaking'), reader);
    desk.start();
    await desk.sentAll();
    expect(await desk.chats.find(reader)).toMatchObject({ state: 'gone', topics: ['KZ'] });
    const states = await desk.states();
    expect(states.filter(([chat]) => chat === reader).map(([, , state]) => state)).toEqual(Array(4).fill('skipped'));
    expect(states.filter(([chat]) => chat !== reader).map(([, , state]) => state)).toEqual(Array(3).fill('sent'));
    expect(sends()).toHaveLength(1);
  });

  it('a group that was upgraded: everything moves to the new id, and is sent there', async () => {
    const group = -4007;
    const upgraded = refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -1004007,
    });
    const { telegram, desk, sends, texts } = await deskWith((_, { chat_id }) =>
      Number(chat_id) === group ? upgraded : undefined,
    );
    telegram.api.addGroup({ id: -1004007, title: 'Lake watch', members: {} });
    await desk.enrol(group, 'group');
    await desk.chats.subscribe(group, ['KZ', 'BY']);
    await desk.queue(anEdition('Monday', 2), group);
    await desk.queue(anEdition('Quake', 1, 'breaking'), group);
    desk.start();
    await expect.poll(() => texts(-1004007).toSorted(), { timeout: 5000 }).toEqual(['Monday 1', 'Monday 2', 'Quake 1']);
    expect(texts(-1004007).filter((text) => text.startsWith('Monday'))).toEqual(['Monday 1', 'Monday 2']);
    await desk.sentAll();
    expect(sends().map(({ params }) => Number(params.chat_id))).toEqual([group, -1004007, -1004007, -1004007]);
    expect(await desk.chats.find(group)).toBeUndefined();
    expect(await desk.chats.find(-1004007)).toMatchObject({ kind: 'supergroup', topics: ['KZ', 'BY'] });
  });

  it.each(['Bad Request: message thread not found', 'Bad Request: TOPIC_CLOSED', 'Bad Request: TOPIC_DELETED'])(
    '%s: the message and all that follow go to the general topic',
    async (description) => {
      const { telegram, desk, sends, texts } = await deskWith((_, { message_thread_id }) =>
        message_thread_id === undefined ? undefined : refusal(400, description),
      );
      await desk.enrol(telegram.group, 'supergroup');
      await desk.chats.change(telegram.group, { threadId: 12 });
      await desk.queue(anEdition('Monday', 2), telegram.group);
      desk.start();
      await expect.poll(() => texts(telegram.group), { timeout: 5000 }).toEqual(['Monday 1', 'Monday 2']);
      await desk.sentAll();
      expect(sends().map(({ params }) => params.message_thread_id)).toEqual(['12', undefined, undefined]);
      expect((await desk.chats.find(telegram.group))?.threadId).toBeUndefined();
    },
  );

  it.each<[string, Trouble, { copies: number; doubles: number }]>([
    ['500', refusal(500, 'Internal Server Error'), { copies: 1, doubles: 0 }],
    ['a connection cut before the message was taken', 'reset', { copies: 1, doubles: 1 }],
    ['a connection cut after it', 'drop', { copies: 2, doubles: 1 }],
    ['an answer that does not come in time', { delayMs: 1300 }, { copies: 2, doubles: 1 }],
  ])(
    '%s: the message is sent again, and counted where it may be there twice',
    async (_, trouble, { copies, doubles }) => {
      const { desk, reader, texts } = await deskWith((place) => (place === 0 ? trouble : undefined));
      await desk.queue(anEdition('Monday'), reader);
      desk.start();
      await expect.poll(desk.states, { timeout: 5000 }).toEqual([[reader, 0, 'sent', null]]);
      await expect.poll(() => texts(reader), { timeout: 3000 }).toHaveLength(copies);
      expect(desk.doubles()).toBe(doubles);
    },
  );

  it('401: the sending ends, and the message stays where it is', async () => {
    const { desk, reader } = await deskWith(() => refusal(401, 'Unauthorized'));
    await desk.queue(anEdition('Monday'), reader);
    expect(await desk.start()).toEqual({ kind: 'unauthorised' });
    await desk.outbox.recover();
    expect(await desk.states()).toEqual([[reader, 0, 'pending', 'the token was refused']]);
  });

  it('400 of any other sort: that message alone is given up, with the reason', async () => {
    const { desk, reader, texts } = await deskWith((place) =>
      place === 0 ? refusal(400, "Bad Request: can't parse entities: Unclosed start tag") : undefined,
    );
    await desk.queue(anEdition('Monday', 2), reader);
    desk.start();
    await expect.poll(() => texts(reader), { timeout: 5000 }).toEqual(['Monday 2']);
    expect((await desk.states())[0]).toEqual([
      reader,
      0,
      'failed',
      "400: Bad Request: can't parse entities: Unclosed start tag",
    ]);
  });
});
