import { expect, it } from 'vitest';
import { startDateline } from '../../support/dateline.ts';
import { SHORT_STORY } from '../../support/stories.ts';
import { buttonsOf, textOf } from '../../support/telegram.ts';

/** A draft on an editor's desk, and a subscriber of its country. */
async function startWithDraft() {
  const dateline = await startDateline();
  const { owner, subscriber, ask, press, last } = dateline;
  await ask(subscriber, subscriber, '/subscribe belarus');
  await ask(owner, owner, `/post ${SHORT_STORY}`);
  const previewId = last(owner).message_id;
  return {
    ...dateline,
    say: async (text: string) => textOf((await ask(owner, owner, text))[0]),
    tap: (label: string) => press(owner, owner, label),
    preview: () => textOf(dateline.messages(owner).find(({ message_id }) => message_id === previewId)),
    read: async (text: string) => textOf((await ask(subscriber, subscriber, text))[0]),
  };
}

it('publishes a draft once, however often the button is tapped', async () => {
  const { tap, press, owner, read, preview, messages } = await startWithDraft();
  const on = messages(owner).at(-1)?.message_id;
  await tap('Publish');
  expect(preview()).toContain('Published № 1');
  const again = await press(owner, owner, 'publish 1', { on: on ?? 0 }).catch((error: Error) => error.message);
  expect(JSON.stringify(again)).toMatch(/no button|no longer a draft/i);
  expect(await read('/latest')).toContain('Belarus Opens Ferry Line');
});

it('takes the next message as the new headline, and edits the preview in place', async () => {
  const { tap, say, preview, read } = await startWithDraft();
  await tap('Headline');
  expect(await say('Lake Narach Gets Its First Ferry')).toBe('Changed.');
  expect(preview()).toContain('Lake Narach Gets Its First Ferry');
  await tap('Publish');
  expect(await read('/article 1')).toContain('Lake Narach Gets Its First Ferry');
});

it('asks again where a headline is too short, and takes the next one', async () => {
  const { tap, say, preview } = await startWithDraft();
  await tap('Headline');
  expect(await say('?')).toContain('from 3 to 300 characters');
  expect(await say('A Ferry for Narach')).toBe('Changed.');
  expect(preview()).toContain('A Ferry for Narach');
});

it('takes the next message as the new summary', async () => {
  const { tap, say, preview } = await startWithDraft();
  await tap('Summary');
  await say('Belarus has a ferry on Lake Narach now. It carries 60 people.');
  expect(preview()).toContain('Belarus has a ferry on Lake Narach now. It carries 60 people.');
});

it('takes countries out by a tap and in by their names', async () => {
  const { tap, say, preview, read } = await startWithDraft();
  const places = await tap('Countries');
  expect(buttonsOf(places.message).flat()).toContain('✕ 🇧🇾 Belarus');
  await tap('✕ 🇧🇾 Belarus');
  expect(await say('Lithuania, Latvia')).toBe('Changed.');
  expect(preview()).toContain('Countries: 🇱🇹 Lithuania, 🇱🇻 Latvia');
  await tap('Publish');
  expect(await read('/digest latvia')).toContain('Belarus Opens Ferry Line');
  expect(await read('/digest belarus')).not.toContain('Ferry Line');
});

it('publishes an embargoed article at its minute, and shows it to nobody before', async () => {
  const { tap, say, preview, read, tickAt, now } = await startWithDraft();
  await tap('Embargo');
  expect(await say('25:99')).toContain('not a time to come');
  const until = now().toZonedDateTimeISO('UTC').add({ hours: 3 }).round('minute');
  expect(await say(until.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' '))).toBe('Changed.');
  expect(preview()).toContain('Embargoed until');
  expect(await read('/latest')).toBe('There are no articles yet.');
  await tickAt(until.toInstant().subtract({ minutes: 1 }));
  expect(await read('/latest')).toBe('There are no articles yet.');
  await tickAt(until.toInstant());
  expect(await read('/latest')).toContain('Belarus Opens Ferry Line');
});

it('pushes breaking news to the followers at once and with sound, after it has asked', async () => {
  const { tap, subscriber, botMessages, waitUntil } = await startWithDraft();
  const asked = await tap('Breaking');
  expect(textOf(asked.message)).toContain('Send it to 1 chat at once');
  const before = botMessages(subscriber).length;
  const pushed = await tap('Yes, send now');
  expect(pushed.answer?.text).toBe('Published, on its way to 1 chat.');
  await waitUntil(() => botMessages(subscriber).length > before);
  const news = botMessages(subscriber).at(-1);
  expect(textOf(news)).toContain('🇧🇾 Belarus · Breaking');
  expect(news?.silent).toBe(false);
});

it('goes back from breaking news and from discarding without doing either', async () => {
  const { tap, preview, read } = await startWithDraft();
  await tap('Breaking');
  await tap('‹ Back');
  await tap('Discard');
  await tap('‹ Back');
  expect(preview()).toContain('Draft № 1');
  expect(await read('/latest')).toBe('There are no articles yet.');
});

it('discards a draft after it has asked', async () => {
  const { tap, say } = await startWithDraft();
  await tap('Discard');
  await tap('Yes, discard');
  expect(await say('/drafts')).toContain('No drafts');
  expect(await say('/edit 1')).toContain('There is no article “1”');
});

it('reopens a draft, and tells who did what to it', async () => {
  const { tap, say } = await startWithDraft();
  expect(await say('/drafts')).toContain('Draft № 1');
  expect(await say('/edit 1')).toContain('Preview · Draft № 1');
  await tap('Publish');
  const history = await say('/history 1');
  expect(history).toMatch(/1001 · filed[\s\S]*1001 · published/);
  expect(await say('/edit one')).toContain('/edit 12');
});

it('shows the drafts to choose from where /edit has no number', async () => {
  const { tap, say, ask, owner } = await startWithDraft();
  const [drafts] = await ask(owner, owner, '/edit');
  expect(textOf(drafts)).toContain('Draft № 1');
  expect(buttonsOf(drafts)).toEqual([['№ 1']]);
  const { message } = await tap('№ 1');
  expect(textOf(message)).toContain('Preview · Draft № 1');
  await tap('Publish');
  expect(await say('/edit')).toContain('No drafts');
});

it('is nothing that a reader may do, even with the button’s own words', async () => {
  const { api, subscriber, owner, read, last } = await startWithDraft();
  const message = { ...last(owner), chat: last(subscriber).chat };
  api.pushUpdate({
    callback_query: {
      id: '77',
      from: { id: subscriber, is_bot: false, first_name: 'Samat' },
      chat_instance: '1',
      data: 'publish 1',
      message,
    },
  });
  expect(await read('/latest')).toBe('There are no articles yet.');
});

it('shows whose article it is and when they published it, in the preview and to readers', async () => {
  const { ask, owner, subscriber, last, press } = await startDateline();
  const dated = SHORT_STORY.replace('By Alena Hryshko', 'By Alena Hryshko\n\nPublished 20 November 2019');
  await ask(owner, owner, `/post ${dated}`);
  expect(textOf(last(owner))).toContain('Alena Hryshko · MINSK, Nov 20 (Lake News) · Lake News, 20 Nov 2019');
  await press(owner, owner, 'Publish');
  expect(textOf((await ask(subscriber, subscriber, '/article 1'))[0])).toContain('Lake News, 20 Nov 2019');
  await ask(subscriber, subscriber, '/language ru');
  expect(textOf((await ask(subscriber, subscriber, '/article 1'))[0])).toContain('Lake News, 20 нояб. 2019');
});

it('says that a date is that of publication where the article names no source', async () => {
  const { ask, owner, last } = await startDateline();
  const dated = SHORT_STORY.replace('By Alena Hryshko', 'Published 20 November 2019').replace(' (Lake News)', '');
  await ask(owner, owner, `/post ${dated}`);
  expect(textOf(last(owner))).toContain('MINSK, Nov 20 · published 20 Nov 2019');
});
