import { expect, it } from 'vitest';
import { COUNTRY_CODES } from '../../src/news/country.ts';
import { startDateline } from '../support/dateline.ts';
import { buttonsOf, textOf } from '../support/telegram.ts';

it.each([
  ['/subscribe', 'no country or region'],
  ['/timezone', 'no time zone or city'],
  ['/schedule', '/schedule weekdays 07:30'],
  ['/quotes', 'No quotes by'],
])('answers %s with a name as long as a message', async (command, words) => {
  const { ask, subscriber, waitForMessage } = await startDateline();
  await ask(subscriber, subscriber, `${command} ${'x'.repeat(4080)}`);
  await waitForMessage((message) => textOf(message).includes(words));
});

it('asks back for a few of very many unknown names, and lets the others be', async () => {
  const { ask, subscriber, botMessages } = await startDateline();
  const before = botMessages(subscriber).length;
  await ask(subscriber, subscriber, `/digest ${'Qazax, '.repeat(500)}`);
  await ask(subscriber, subscriber, '/help');
  expect(botMessages(subscriber).length - before).toBeLessThanOrEqual(4);
});

it.each(['en', 'ru', 'kk'])('serves a chat that follows every country there is, in %s', async (language) => {
  const { ask, subscriber } = await startDateline();
  await ask(subscriber, subscriber, `/language ${language}`);
  const added = await ask(subscriber, subscriber, `/subscribe ${COUNTRY_CODES.join(' ')}`);
  expect(textOf(added[0])).toContain('🇰🇿');
  for (const command of ['/topics', '/status', '/unsubscribe']) {
    const said = await ask(subscriber, subscriber, command);
    expect(buttonsOf(said.at(-1)).flat().length, command).toBeGreaterThan(1);
  }
});

it('takes no more words of a speaker than a name can have', async () => {
  const { ask, subscriber } = await startDateline();
  const [answer] = await ask(subscriber, subscriber, `/quotes ${'o '.repeat(2000)}`);
  expect(textOf(answer)).toContain('No quotes by');
});
