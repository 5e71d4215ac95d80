import { expect, it } from 'vitest';
import { owner, subscriber } from '../../src/sandbox/people.ts';
import { startDateline } from '../support/dateline.ts';
import { RUSSIAN_STORY, SHORT_STORY } from '../support/stories.ts';

const FERRY = 'Belarus Opens Ferry Line Across Lake Narach';

/** An archive of two articles, and what a query offers. */
async function startDesk() {
  const dateline = await startDateline();
  const { ask, press, api } = dateline;
  for (const story of [SHORT_STORY, RUSSIAN_STORY]) {
    await ask(owner.id, owner.id, `/post ${story}`);
    await press(owner.id, owner.id, /^Publish$/);
  }
  const offered = async (query: string, offset = '') => {
    const answer = await api.inlineQuery(subscriber.id, query, offset).answer;
    return { ...answer, titles: answer?.results.map(({ title }) => title) ?? [] };
  };
  return { ...dateline, offered };
}

it('offers the digest, the quotes and the articles of a country as cards', async () => {
  const { offered } = await startDesk();
  const { titles, results } = await offered('belarus');
  expect(titles).toEqual(['Digest: Belarus', expect.stringContaining('People have asked for this boat'), FERRY]);
  for (const { input_message_content: content } of results ?? [])
    expect(content).toMatchObject({ parse_mode: 'HTML', message_text: expect.stringContaining(FERRY) });
});

it('understands a country in any spelling, and offers the nearest where there is a slip', async () => {
  const { offered } = await startDesk();
  for (const query of ['BY', '🇧🇾', 'Беларусь', 'Belarusian', 'Belaruss'])
    expect((await offered(query)).titles).toContain(FERRY);
  expect((await offered('qwertyuiop')).titles).toEqual([]);
});

it('offers the newest of all where nothing is asked for', async () => {
  const { offered } = await startDesk();
  expect((await offered('')).titles).toEqual(
    expect.arrayContaining([FERRY, 'Казахстан построит водохранилище на реке Талас']),
  );
});

it('turns pages', async () => {
  const { offered } = await startDesk();
  expect((await offered('', '10')).titles).toEqual([]);
  expect((await offered('', 'rubbish')).titles.length).toBeGreaterThan(2);
});

it('speaks the language that the person has chosen', async () => {
  const { offered, ask } = await startDesk();
  await ask(subscriber.id, subscriber.id, '/language ru');
  expect((await offered('BY')).titles[0]).toBe('Дайджест: Беларусь');
});

it('offers nothing that was withdrawn or is on hold', async () => {
  const { offered, ask } = await startDesk();
  await ask(owner.id, owner.id, '/retract 1 It was wrong.');
  await ask(owner.id, owner.id, '/hold 2');
  for (const query of ['', 'belarus', 'KZ']) expect((await offered(query)).titles).toEqual([]);
});
