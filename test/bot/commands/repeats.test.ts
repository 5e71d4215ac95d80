import { expect, it } from 'vitest';
import { toldTexts } from '../../reading/told-texts.ts';
import { startDateline } from '../../support/dateline.ts';
import { SHORT_STORY } from '../../support/stories.ts';
import { buttonsOf, textOf } from '../../support/telegram.ts';

const HEADLINE = 'Belarus Opens Ferry Line Across Lake Narach';
const REWORDED = SHORT_STORY.replace(HEADLINE, 'Lake Narach Gets Its First Ferry')
  .replace('opened its first ferry line', 'has opened a ferry line, its first,')
  .replace('linking two resorts that are', 'which links two resorts')
  .replace('wants to add a second boat in 2028 if they come', 'will buy a second boat in 2028 if so many come');
const ANOTHER = `Narach District Council Sells Old Bathhouse

MINSK, Nov 21 (Lake News) — The Narach district council sold a bathhouse that had stood empty since 2009 to a hotelier from Lida on Saturday. He paid 90,000 roubles and promised to heat it by spring.

“It was cold in there even in July,” said Pavel Rudzko, who heads the council.`;

/** An editor who has published an article and has a draft on his desk that is like it. */
async function startWithDraft(draft: string) {
  const dateline = await startDateline();
  const { owner, subscriber, ask, press, last } = dateline;
  const say = async (text: string) => textOf((await ask(owner, owner, text))[0]);
  await say(`/post ${SHORT_STORY}`);
  await press(owner, owner, 'Publish');
  await say(`/post ${draft}`);
  return {
    ...dateline,
    say,
    preview: () => last(owner),
    tap: (label: string) => press(owner, owner, label),
    read: async (text: string) => textOf((await ask(subscriber, subscriber, text))[0]),
  };
}

it('names in the preview what is alike, and opens the stored article', async () => {
  const { preview, tap } = await startWithDraft(REWORDED);
  expect(textOf(preview())).toMatch(new RegExp(`⚠️ Published № 1, “${HEADLINE}”: (?:[6-9]\\d|100) % the same words\\.`));
  const { messages } = await tap('№ 1');
  expect(textOf(messages[0])).toContain('Preview · Published № 1');
});

it('asks once more before it publishes nearly the same words, and goes by what the editor decides', async () => {
  const { tap, read } = await startWithDraft(REWORDED);
  const asked = await tap('Publish');
  expect(textOf(asked.message)).toContain('much of it is. Publish it all the same?');
  expect(buttonsOf(asked.message)).toEqual([['Publish all the same'], ['№ 1'], ['‹ Back']]);
  expect(await read('/latest')).not.toContain('First Ferry');
  await tap('‹ Back');
  await tap('Publish');
  const published = await tap('Publish all the same');
  expect(published.answer?.text).toBe('Published as № 2.');
  expect(textOf(published.message)).toContain('Preview · Published № 2');
  expect(textOf(published.message)).not.toContain('⚠️');
  expect(await read('/latest')).toContain('First Ferry');
});

it('publishes another story of the same place and people with one tap', async () => {
  const { preview, tap } = await startWithDraft(ANOTHER);
  expect(textOf(preview())).not.toContain('⚠️');
  expect((await tap('Publish')).answer?.text).toBe('Published as № 2.');
});

it('warns of a headline that comes back, and publishes it with one tap', async () => {
  const { preview, tap } = await startWithDraft(
    ANOTHER.replace('Narach District Council Sells Old Bathhouse', HEADLINE),
  );
  expect(textOf(preview())).toContain(`⚠️ Published № 1, “${HEADLINE}”: same headline.`);
  expect((await tap('Publish')).answer?.text).toBe('Published as № 2.');
});

it('says it where breaking news would be sent twice, and where an embargo would let it out with nobody looking on', async () => {
  const { tap, ask, owner } = await startWithDraft(SHORT_STORY);
  const warning = `⚠️ Published № 1, “${HEADLINE}”: same text, same headline.`;
  expect(textOf((await tap('Breaking')).message)).toContain(warning);
  await tap('‹ Back');
  const { messages } = await tap('Embargo');
  expect(textOf(messages[0])).toContain(warning);
  expect(textOf(messages[0])).toContain('Until when?');
  await ask(owner, owner, '25:99');
});

it('does not hold up the first of two like drafts, only the second', async () => {
  const { owner, ask, press, last } = await startDateline();
  await ask(owner, owner, `/post ${SHORT_STORY}`);
  const first = last(owner).message_id;
  await ask(owner, owner, `/post ${REWORDED}`);
  const second = last(owner).message_id;
  expect((await press(owner, owner, 'Publish', { on: first })).answer?.text).toBe('Published as № 1.');
  expect(textOf((await press(owner, owner, 'Publish', { on: second })).message)).toContain('all the same?');
});

it.each(['ru', 'kk'])('warns an editor in his language: %s', async (language) => {
  const { owner, ask, press, say, preview } = await startWithDraft(SHORT_STORY);
  await say(`/language ${language}`);
  await ask(owner, owner, `/post ${SHORT_STORY}`);
  expect(textOf(preview())).toContain(
    { ru: `Опубликованная статья № 1, «${HEADLINE}»: тот же текст, тот же заголовок.` }[language] ??
      `Жарияланған мақала № 1, «${HEADLINE}»: мәтіні бірдей, тақырыбы бірдей.`,
  );
  const { message } = await press(owner, owner, `publish 3`);
  expect(buttonsOf(message)[0]).toEqual([{ ru: 'Всё равно опубликовать' }[language] ?? 'Сонда да жариялау']);
});

it('tells three reports of one event as one story, in the digest and in the briefing, and none of them again', async () => {
  const { owner, subscriber, ask, press, tickAt, now, botMessages, waitUntil } = await startDateline();
  const read = async (text: string) => textOf((await ask(subscriber, subscriber, text))[0]);
  await ask(subscriber, subscriber, '/subscribe kazakhstan');
  const events = toldTexts('events');
  const texts = ['together-blast', 'together-bank-ru'].flatMap(
    (name) => events.find((event) => event.name === name)?.texts ?? [],
  );
  for (const [at, { headline, body }] of texts.entries()) {
    await ask(owner, owner, `/post ${headline}\n\nАСТАНА, 2 декабря (Wire ${at + 1}) — ${body}`);
    await press(owner, owner, 'Publish');
  }
  const digest = await read('/digest kazakhstan');
  expect(digest.match(/Also: Wire \d — .+ · № \d/g)).toHaveLength(3);
  expect(digest).toContain('5 articles');
  for (const { headline } of texts) expect(digest.split(headline)).toHaveLength(2);

  const due = now().toZonedDateTimeISO('UTC').add({ days: 1 }).with({ hour: 8, minute: 0 }).toInstant();
  const before = botMessages(subscriber).length;
  await tickAt(due);
  await waitUntil(() => botMessages(subscriber).length > before);
  const briefing = textOf(botMessages(subscriber).at(-1));
  expect(briefing.match(/Also: Wire \d/g)).toHaveLength(3);
  await tickAt(due.add({ hours: 24 }));
  expect(await read('/status')).toContain('nothing new');
});
