import { expect, it } from 'vitest';
import { owner } from '../../../src/sandbox/people.ts';
import { startDateline } from '../../support/dateline.ts';
import { pageOf, startSite } from '../../support/site.ts';
import { LONG_STORY, SHORT_STORY } from '../../support/stories.ts';
import { textOf } from '../../support/telegram.ts';

const HEADLINE = 'Belarus Opens Ferry Line Across Lake Narach';

async function startDesk() {
  const site = await startSite({ '/ferry': pageOf(SHORT_STORY), '/grain': pageOf(LONG_STORY) });
  const dateline = await startDateline({}, site.web);
  const { ask, botMessages } = dateline;
  const newest = () => botMessages(owner.id).at(-1);
  return {
    ...dateline,
    site,
    newest,
    ask: async (text: string) => textOf((await ask(owner.id, owner.id, text))[0]),
    becomes: (words: string) => expect.poll(() => textOf(newest()), { timeout: 5000 }).toContain(words),
  };
}

it('makes a draft of the article at an address, in the message that said that it is being read', async () => {
  const { ask, site, becomes, newest, botMessages } = await startDesk();
  expect(await ask(`/post ${site.address('/ferry?utm_source=chat')}`)).toBe('Reading the page…');
  // The site does not serve that, as it takes the parameter for another page.
  await becomes('the server answers 404.');
  expect(await ask(`/post ${site.address('/ferry')}`)).toBe('Reading the page…');
  await becomes(HEADLINE);
  expect(textOf(newest())).toContain('Pavel Rudzko');
  expect(newest()?.entities).toContainEqual(
    expect.objectContaining({ type: 'text_link', url: site.address('/ferry') }),
  );
  expect(botMessages(owner.id)).toHaveLength(2);
});

it('takes an address that comes after /post alone, and the next message is no piece of it', async () => {
  const { ask, site, becomes } = await startDesk();
  await ask('/post');
  await ask(site.address('/grain'));
  await becomes('Kazakhstan Halts Grain Transit');
  expect(await ask('Belarus')).not.toContain('Preview');
});

it('answers others while a page is slow, and shows the preview when it comes', async () => {
  const { ask, site, becomes } = await startDesk();
  let serve: () => void = () => undefined;
  site.pages['/slow'] = (_, response) => {
    serve = () => response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(SHORT_STORY));
  };
  await ask(`/post ${site.address('/slow')}`);
  expect(await ask('/help')).toContain('/digest');
  await expect.poll(() => site.asked).toContain('/slow');
  serve();
  await expect.poll(async () => ask('/drafts'), { timeout: 5000 }).toContain(HEADLINE);
  await becomes('Drafts');
});

it.each([
  ['http://169.254.169.254/latest/meta-data/', 'that address is not on the public internet.'],
  ['http://10.0.0.1:8080/', 'that address is not on the public internet.'],
  ['https://user:secret@example.org/', 'that is no http or https address.'],
])('says what is wrong with %s', async (address, answer) => {
  const { ask, becomes } = await startDesk();
  await ask(`/post ${address}`);
  await becomes(answer);
});

it('says what is missing in a page that is no article', async () => {
  const { ask, site, becomes } = await startDesk();
  site.pages['/login'] = '<html><body><h1>Sign in</h1><p>Please sign in.</p></body></html>';
  await ask(`/post ${site.address('/login')}`);
  await becomes('too short to be an article');
});
