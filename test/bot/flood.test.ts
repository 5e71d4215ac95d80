import { expect, it } from 'vitest';
import { startDateline } from '../support/dateline.ts';
import { textOf } from '../support/telegram.ts';

const TOO_MANY = 'That is a lot at once. I shall listen again in a minute.';
const STRANGER = 7001;
const GROUP = -1009;

async function withStranger() {
  const dateline = await startDateline();
  dateline.api.addUser({ id: STRANGER, first_name: 'Aru', started: true });
  /** Sends the texts as the stranger, at once; what the bot writes in that chat. */
  const flood = async (chat: number, texts: readonly string[], person = STRANGER) => {
    const sent = texts.flatMap((text) => dateline.api.sendText(chat, person, text));
    await dateline.settled(...sent);
    return dateline.botMessages(chat).map(textOf);
  };
  return { ...dateline, flood };
}

const times = <T>(count: number, value: T): T[] => Array(count).fill(value);

it('answers twenty commands of a stranger in a minute, says once that it is too much, and ignores the rest', async () => {
  const { flood } = await withStranger();
  const answers = await flood(STRANGER, times(40, '/privacy'));
  expect(answers).toHaveLength(21);
  expect(answers.filter((text) => text === TOO_MANY)).toEqual([TOO_MANY]);
  expect(answers.at(-1)).toBe(TOO_MANY);
});

it('hears the stranger again when the minute is over', async () => {
  const { flood, api, waitUntil, botMessages } = await withStranger();
  await flood(STRANGER, times(25, '/privacy'));
  const date = Math.floor(Date.now() / 1000) + 61;
  const chat = { id: STRANGER, type: 'private' as const, first_name: 'Aru' };
  const from = { id: STRANGER, is_bot: false, first_name: 'Aru' };
  api.pushUpdate({ message: { message_id: 900, date, chat, from, text: '/help' } });
  await waitUntil(() => textOf(botMessages(STRANGER).at(-1)).includes('/subscribe'));
});

it('lets nobody else notice', async () => {
  const { api, ask, subscriber } = await withStranger();
  for (let count = 0; count < 300; count++) api.sendText(STRANGER, STRANGER, '/help');
  const [answer] = await ask(subscriber, subscriber, '/help');
  expect(textOf(answer)).toContain('/subscribe');
});

it('ignores nobody for what was held up on its way', async () => {
  const { api, subscriber, botMessages, waitUntil } = await withStranger();
  const chat = { id: subscriber, type: 'private' as const, first_name: 'Samat' };
  const from = { id: subscriber, is_bot: false, first_name: 'Samat' };
  const before = botMessages(subscriber).length;
  for (let minute = 0; minute < 30; minute++)
    api.pushUpdate({
      message: { message_id: 900 + minute, date: 1_700_000_000 + minute * 30, chat, from, text: '/privacy' },
    });
  await waitUntil(() => botMessages(subscriber).length === before + 30);
});

it('counts texts to which a private chat would get an answer as well', async () => {
  const { flood } = await withStranger();
  const answers = await flood(STRANGER, times(30, 'What is new?'));
  expect(answers.filter((text) => text === TOO_MANY)).toHaveLength(1);
  expect(answers).toHaveLength(21);
});

it('counts in a group only what is asked of it', async () => {
  const { api, flood } = await withStranger();
  api.addGroup({ id: GROUP, title: 'Lake', members: { [STRANGER]: 'member' } });
  await flood(GROUP, [...times(30, 'talk'), ...times(30, '/help@other_bot'), '/privacy@dateline_bot']);
  expect(await flood(GROUP, ['/privacy'])).toHaveLength(2);
});

it('lets go of every button that is pressed too often, and says so once', async () => {
  const { api, ask, last, botMessages } = await withStranger();
  await ask(STRANGER, STRANGER, '/topics');
  const { message_id } = last(STRANGER);
  const presses = Array.from({ length: 100 }, () => api.press(STRANGER, STRANGER, message_id, { row: 0, column: 0 }));
  await Promise.all(presses.map(({ answer }) => answer));
  expect(botMessages(STRANGER).filter((message) => textOf(message) === TOO_MANY)).toHaveLength(1);
});

it('hears the newsroom, whose articles come in any number of messages', async () => {
  const { flood, owner } = await withStranger();
  const answers = await flood(owner, times(25, '/privacy'), owner);
  expect(answers).toHaveLength(25);
});
