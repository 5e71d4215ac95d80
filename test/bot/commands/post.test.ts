import { expect, it } from 'vitest';
import { owner } from '../../../src/sandbox/people.ts';
import { startDateline } from '../../support/dateline.ts';
import { LONG_STORY, SHORT_STORY } from '../../support/stories.ts';
import { buttonsOf, textOf } from '../../support/telegram.ts';

const HEADLINE = 'Belarus Opens Ferry Line Across Lake Narach';
const [HEAD = '', ...BODY] = SHORT_STORY.split('\n\n');

/** An editor's desk: what he sends, and the one preview that it should come to. */
async function startDesk() {
  const dateline = await startDateline();
  const { api, ask, askWithFile, botMessages, waitUntil } = dateline;
  const previews = () => botMessages(owner.id).filter((message) => textOf(message).startsWith('Preview'));
  return {
    ...dateline,
    previews,
    say: async (text: string) => textOf((await ask(owner.id, owner.id, text))[0]),
    sendFile: async (name: string, content: string | Uint8Array) =>
      textOf((await askWithFile(owner.id, owner.id, { name, content: Buffer.from(content), caption: '/post' }))[0]),
    /** A message of the editor with an id of the test's choice, for pieces that come out of order. */
    pieceOf: (id: number, text: string) => ({
      message: {
        message_id: id,
        from: { ...owner, is_bot: false },
        chat: { ...owner, type: 'private' as const },
        date: 1,
        text,
      },
    }),
    /** Sends a text without waiting for an answer. */
    send: (text: string) => api.sendText(owner.id, owner.id, text),
    /** Waits until the newest preview says so. */
    previewSays: (words: string) =>
      waitUntil(() => textOf(previews().at(-1)).includes(words), 5000, `a preview with ${words}`),
  };
}

it('makes a draft of the text that follows the command', async () => {
  const { say } = await startDesk();
  const preview = await say(`/post ${SHORT_STORY}`);
  expect(preview).toContain(HEADLINE);
  expect(preview).toContain('Alena Hryshko');
  expect(preview).toContain('🇧🇾 Belarus');
  expect(preview).toContain('“People have asked for this boat');
});

it('waits for the rest of a text that the client may have cut', async () => {
  const { send, previewSays, previews } = await startDesk();
  send(`/post ${LONG_STORY}`);
  await previewSays('Left out:');
  expect(previews()).toHaveLength(1);
});

it('joins pieces by their message ids, whatever the order of their arrival', async () => {
  const { say, api, previewSays, pieceOf } = await startDesk();
  await say('/post');
  const half = LONG_STORY.indexOf('\n\nAt a meeting');
  api.pushUpdate(pieceOf(902, LONG_STORY.slice(half).trim()));
  api.pushUpdate(pieceOf(901, LONG_STORY.slice(0, half)));
  await previewSays('Kazakhstan Halts Grain Transit');
  await previewSays('Joined here:');
});

it('adds a piece that comes late to the same preview', async () => {
  const { say, send, previewSays, previews } = await startDesk();
  await say('/post');
  send([HEAD, ...BODY.slice(0, 2), BODY[3]].join('\n\n'));
  await previewSays(HEADLINE);
  send(
    '“We will buy a second boat in 2030, and nobody will stop us,” said Alena Rudzko, who keeps the council’s books.',
  );
  await previewSays('“We will buy a second boat in 2030');
  expect(previews()).toHaveLength(1);
});

it('previews by itself also where the first piece comes long after the last', async () => {
  const { say, api, previewSays, last, waitUntil, pieceOf } = await startDesk();
  await say('/post');
  const cut = LONG_STORY.lastIndexOf(' ', 4000);
  api.pushUpdate(pieceOf(902, 'and that is all.'));
  await waitUntil(() => textOf(last(owner.id)).includes('too short'), 5000, 'a word on the last piece alone');
  api.pushUpdate(pieceOf(901, LONG_STORY.slice(0, cut)));
  await previewSays('Kazakhstan Halts Grain Transit');
});

it('takes the new text of a piece that its sender edits', async () => {
  const { say, send, api, previewSays, previews } = await startDesk();
  await say('/post');
  const [sent] = send(SHORT_STORY);
  await previewSays(HEADLINE);
  api.editText(owner.id, owner.id, sent?.message.message_id ?? 0, SHORT_STORY.replace('Ferry Line', 'Boat Service'));
  await previewSays('Belarus Opens Boat Service');
  expect(previews()).toHaveLength(1);
});

it('previews at once when Done is pressed, and on /done', async () => {
  const { say, send, press, settled, ask } = await startDesk();
  await say('/post');
  await settled(...send(LONG_STORY.slice(0, 3900)));
  const pressed = await press(owner.id, owner.id, 'Done', { count: 1 });
  expect(textOf(pressed.messages[0])).toContain('Kazakhstan Halts Grain Transit');
  expect(textOf(pressed.message)).toBe('✓ 1 piece, 3,900 characters.');

  await say('/post');
  await settled(...send(LONG_STORY.slice(0, 3900)));
  await ask(owner.id, owner.id, '/done');
  expect(await say('/drafts')).toContain('Draft № 2');
});

it('keeps a paste whole though the program is stopped between its pieces, and previews it by itself', async () => {
  const { say, send, restart, previewSays, previews } = await startDesk();
  await say('/post');
  const cuts = [0, 3900, 4100, LONG_STORY.length];
  for (const [index, cut] of cuts.slice(1).entries()) {
    send(LONG_STORY.slice(cuts[index], cut));
    await restart();
  }
  await previewSays('Kazakhstan Halts Grain Transit');
  await restart();
  expect(previews()).toHaveLength(1);
  expect(await say('/drafts')).not.toContain('Draft № 2');
});

it('says how much has come while it waits for the rest', async () => {
  const { say, send, settled, last, waitUntil } = await startDesk();
  await say('/post');
  await settled(...send(LONG_STORY.slice(0, 3900)));
  await waitUntil(() => textOf(last(owner.id)).startsWith('1 piece so far'));
  expect(textOf(last(owner.id))).toBe('1 piece so far, 3,900 characters. Send the rest, or press Done.');
  expect(buttonsOf(last(owner.id))).toEqual([['Done', 'Cancel']]);
});

it('drops a paste when Cancel is pressed', async () => {
  const { say, press } = await startDesk();
  await say('/post');
  expect(textOf((await press(owner.id, owner.id, 'Cancel')).message)).toContain('The paste is dropped');
  expect(await say('/done')).toContain('No paste is open');
});

it('keeps what was typed when it is too short, and makes the draft when the rest comes', async () => {
  const { say, send, previewSays } = await startDesk();
  expect(await say('/post Ferry opens')).toContain('too short to be an article (2 words)');
  expect(await say('/drafts')).toContain('No drafts');
  send(BODY.join('\n\n'));
  await previewSays('Ferry opens');
});

it('asks for a headline where there is none, and stores nothing', async () => {
  const { say } = await startDesk();
  expect(await say(`/post ${BODY[1]} ${BODY[3]} ${BODY[1]}`)).toContain('I cannot see a headline');
  expect(await say('/drafts')).toContain('No drafts');
});

it('puts a headline that is sent alone above the text that had none', async () => {
  const { say, send, previewSays, previews } = await startDesk();
  await say(`/post ${BODY[1]} ${BODY[3]} ${BODY[1]}`);
  send('A Ferry for Narach');
  await previewSays('A Ferry for Narach');
  expect(textOf(previews()[0])).toContain('Belarus opened its first ferry line');
});

it('takes the article that is sent again in the place of the text that had no headline', async () => {
  const { say, send, previewSays, previews } = await startDesk();
  await say(`/post ${BODY[3]} ${BODY[3]} It was a first draft, and it was full of wrong words.`);
  send(SHORT_STORY);
  await previewSays(HEADLINE);
  expect(textOf(previews()[0])).not.toContain('first draft');
});

it.each(['article.txt', 'article.md'])('reads %s with the command as its caption', async (name) => {
  const { sendFile } = await startDesk();
  expect(await sendFile(name, `\uFEFF${SHORT_STORY}`)).toContain(HEADLINE);
});

it('reads the article of an HTML file', async () => {
  const { sendFile } = await startDesk();
  const paragraphs = BODY.slice(1).map((text) => `<p>${text}</p>`);
  const page = `<html><head><title>x</title><style>p{}</style></head><body><nav>Home | News</nav><article><h1>${HEAD}</h1>${paragraphs.join('')}</article></body></html>`;
  const preview = await sendFile('article.html', page);
  expect(preview).toContain(HEADLINE);
  expect(preview).not.toContain('Home | News');
});

it('reads a file that is sent while a paste is open', async () => {
  const { say, api, previewSays } = await startDesk();
  await say('/post');
  api.sendDocument(owner.id, owner.id, { name: 'article.txt', content: SHORT_STORY });
  await previewSays(HEADLINE);
});

it('reads the message that the command replies to', async () => {
  const { send, settled, api, previewSays } = await startDesk();
  const sent = send(SHORT_STORY);
  await settled(...sent);
  api.sendText(owner.id, owner.id, '/post', { replyTo: sent[0]?.message.message_id });
  await previewSays(HEADLINE);
});

it.each([
  ['a picture', 'photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'not text'],
  ['bytes that say they are text', 'article.txt', Buffer.from([0x61, 0, 0, 0x62]), 'not text'],
  ['letters that nobody can tell', 'article.txt', Buffer.from([0x81, 0x8d, 0x8f, 0x90, 0x9d]), 'cannot be told'],
  ['over 1 MB', 'article.txt', Buffer.alloc(1_000_001, 'a'), 'over 1 MB'],
])('refuses a file that is %s with a line that says what to send', async (_, name, content, words) => {
  const { sendFile, say } = await startDesk();
  expect(await sendFile(name, content)).toContain(words);
  expect(await say('/drafts')).toContain('No drafts');
});

it('tells an editor who pastes without the command how to make a draft of it', async () => {
  const { say } = await startDesk();
  expect(await say(SHORT_STORY)).toContain('Reply /post to it');
});

it('warns where much the same article is stored', async () => {
  const { say } = await startDesk();
  await say(`/post ${SHORT_STORY}`);
  expect(await say(`/post ${SHORT_STORY}`)).toContain(`⚠️ Draft № 1, “${HEADLINE}”: same text, same headline.`);
});

it('keeps an open paste over a restart', async () => {
  const { say, send, settled, restart, ask } = await startDesk();
  await say('/post');
  await settled(...send(LONG_STORY.slice(0, 3900)));
  await restart();
  await ask(owner.id, owner.id, '/done');
  expect(await say('/drafts')).toContain('Kazakhstan Halts Grain Transit');
});

it('offers to drop what is no article, as later messages would be taken for its rest', async () => {
  const { say, last, press } = await startDesk();
  await say('/post Rain in Minsk');
  expect(buttonsOf(last(owner.id)).flat()).toEqual(['Done', 'Cancel']);
  await press(owner.id, owner.id, 'Cancel');
  expect(await say('Belarus')).toBe('There is no article on 🇧🇾 Belarus yet.');
});

it('ends a paste with the embargo of its draft', async () => {
  const { ask, press, say, now } = await startDesk();
  await ask(owner.id, owner.id, '/post');
  await ask(owner.id, owner.id, SHORT_STORY);
  await press(owner.id, owner.id, 'Embargo', { count: 1 });
  const until = now().toZonedDateTimeISO('UTC').add({ hours: 3 }).toPlainDateTime();
  expect(await say(until.toString({ smallestUnit: 'minute' }).replace('T', ' '))).toBe('Changed.');
  expect(await say('Belarus')).toBe('There is no article on 🇧🇾 Belarus yet.');
  expect(await say('/drafts')).not.toContain('№ 2');
});

it('keeps a file as it is when its caption is edited', async () => {
  const { api, ask, askWithFile, last } = await startDesk();
  await ask(owner.id, owner.id, '/post');
  const before = api.messages(owner.id).length;
  await askWithFile(owner.id, owner.id, { name: 'ferry.txt', content: Buffer.from(SHORT_STORY), caption: 'Ferry' });
  const file = api.messages(owner.id)[before];
  await api.settled(api.editText(owner.id, owner.id, file?.message_id ?? 0, 'The ferry').updateId);
  await ask(owner.id, owner.id, '/done', { count: 0 });
  expect(textOf(last(owner.id))).toContain(HEADLINE);
});

it('takes no edits from somebody who is no editor any more', async () => {
  const { api, ask, say, subscriber, tickAt, now } = await startDesk();
  await say(`/editor add ${subscriber}`);
  await ask(subscriber, subscriber, '/post');
  const [piece] = api.sendText(subscriber, subscriber, SHORT_STORY);
  await api.settled(piece?.updateId);
  await expect.poll(() => say('/drafts')).toContain(HEADLINE);
  await say(`/editor remove ${subscriber}`);
  const edited = SHORT_STORY.replace(HEADLINE, 'Belarus Opens Two Ferry Lines Across Lake Narach');
  await api.settled(api.editText(subscriber, subscriber, piece?.message.message_id ?? 0, edited).updateId);
  await tickAt(now());
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await say('/drafts')).toContain(HEADLINE);
});
