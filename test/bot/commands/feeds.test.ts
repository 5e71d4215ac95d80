import { expect, it } from 'vitest';
import { owner } from '../../../src/sandbox/people.ts';
import { startDateline } from '../../support/dateline.ts';
import { pageOf, rssOf, startSite } from '../../support/site.ts';
import { LONG_STORY, RUSSIAN_STORY, SHORT_STORY } from '../../support/stories.ts';
import { buttonsOf, textOf } from '../../support/telegram.ts';

const FERRY = 'Belarus Opens Ferry Line Across Lake Narach';

/** A site with a feed of one article, and an editor's desk beside it. */
async function startDesk() {
  const site = await startSite({ '/ferry': pageOf(SHORT_STORY), '/grain': pageOf(LONG_STORY) });
  const list = (...paths: string[]) => {
    site.pages['/rss'] = rssOf(
      'Lake News',
      paths.map((path) => ({ headline: path, url: site.address(`${path}?utm_source=rss`) })),
    );
  };
  list('/ferry');
  const dateline = await startDateline({}, site.web);
  const { ask, press, botMessages, waitUntil, now } = dateline;
  const newest = () => textOf(botMessages(owner.id).at(-1));
  const said = (words: string) =>
    waitUntil(() => botMessages(owner.id).some((message) => textOf(message).includes(words)), 5000, words);
  return {
    ...dateline,
    site,
    list,
    newest,
    said,
    ask: async (text: string) => (await ask(owner.id, owner.id, text))[0],
    press: (label: RegExp) => press(owner.id, owner.id, label),
    laterBy: async (minutes: number) => {
      await dateline.tickAt(now().add({ minutes }));
    },
  };
}

it('adds a feed, reads it at once, and makes drafts of its articles with their whole text', async () => {
  const { ask, site, said } = await startDesk();
  expect(textOf(await ask(`/feed add ${site.address('/rss')}`))).toMatch(/Reading the feed/);
  await said('№ 1 Lake News\nbecome drafts · 1 article');
  await said('Lake News: 1 new article.');
  const drafts = await ask('/drafts');
  expect(textOf(drafts)).toContain(FERRY);
  const preview = textOf(await ask('/edit 1'));
  expect(preview).toContain('Pavel Rudzko');
  expect(preview).toContain('Lake News');
});

it('publishes at once where a feed is set so, and only what is new', async () => {
  const { ask, press, site, list, said, laterBy, newest } = await startDesk();
  await ask(`/feed add ${site.address('/rss')} Belarus`);
  await said('become drafts');
  await ask('/feed 1');
  await press(/Publish at once/);
  expect(newest()).toContain('published at once');
  list('/grain', '/ferry');
  await laterBy(16);
  await expect.poll(async () => textOf(await ask('/latest')), { timeout: 5000 }).toContain('Kazakhstan Halts Grain');
  expect(textOf(await ask('/drafts'))).toContain(FERRY);
  expect(site.asked.filter((path) => path.startsWith('/ferry'))).toHaveLength(1);
});

it('leaves what is like a stored article to an editor, also where a feed publishes at once', async () => {
  const { ask, press, site, list, said, laterBy } = await startDesk();
  list('/grain');
  await ask(`/post ${SHORT_STORY}`);
  await ask(`/feed add ${site.address('/rss')}`);
  await said('become drafts');
  await ask('/feed 1');
  await press(/Publish at once/);
  list('/ferry', '/grain');
  await laterBy(16);
  await expect.poll(async () => textOf(await ask('/drafts')), { timeout: 5000 }).toMatch(/(Ferry[\s\S]*){2}/);
  expect(textOf(await ask('/latest'))).not.toContain('Ferry');
});

it('shows a feed that fails with its error, and does not keep one that was never read', async () => {
  const { ask, site, said, laterBy } = await startDesk();
  await ask(`/feed add ${site.address('/rss')}`);
  await said('become drafts');
  site.pages['/rss'] = (_, response) => response.writeHead(500).end();
  await laterBy(16);
  await expect.poll(async () => textOf(await ask('/feeds')), { timeout: 5000 }).toContain('the server answers 500.');
  await ask(`/feed add ${site.address('/nothing')}`);
  await said('The feed was not added: the server answers 404.');
  await ask(`/feed add ${site.address('/ferry')}`);
  await said('The feed was not added: what stands there is no RSS, Atom or JSON feed.');
  expect(buttonsOf(await ask('/feeds')).flat()).toEqual(['№ 1']);
});

it('refuses addresses inside somebody’s network', async () => {
  const { ask, said } = await startDesk();
  await ask('/feed add http://169.254.169.254/latest/meta-data');
  await said('The feed was not added: that address is not on the public internet.');
  expect(textOf(await ask('/feeds'))).toContain('No feeds yet');
});

it('removes a feed and keeps its articles', async () => {
  const { ask, site, said } = await startDesk();
  await ask(`/feed add ${site.address('/rss')}`);
  await said('become drafts');
  expect(textOf(await ask('/feed remove 1'))).toContain('Its articles stay.');
  expect(textOf(await ask('/feed remove 1'))).toContain('There is no feed № 1.');
  expect(textOf(await ask('/drafts'))).toContain(FERRY);
});

it.each([
  ['/feed', /No feeds yet/],
  ['/feed add', /\/feed add https/],
  ['/feed add example.org/rss', /\/feed add https/],
  ['/feed add https://example.org/rss Atlantis', /I do not know that country/],
  ['/feed remove x', /\/feed remove 3/],
  ['/feed 99', /\/feed remove 3/],
])('says what to send after %s', async (typed, answer) => {
  const { ask } = await startDesk();
  expect(textOf(await ask(typed))).toMatch(answer);
});

it('takes an article that the feed itself carries whole', async () => {
  const { ask, site, said } = await startDesk();
  const [headline = '', ...paragraphs] = RUSSIAN_STORY.split('\n\n');
  const text = [...paragraphs, ...paragraphs, ...paragraphs].join('\n\n');
  site.pages['/json'] = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Степь',
    items: [{ id: '1', title: headline, content_text: text }],
  });
  await ask(`/feed add ${site.address('/json')}`);
  await said('Степь: 1 new article.');
  expect(textOf(await ask('/edit 1'))).toContain('Нурлан Сейтов');
});
