import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { composeBriefing } from '../../../src/bot/screens/briefing.ts';
import { arrangeBriefing } from '../../../src/briefing/edition.ts';
import type { Article } from '../../../src/news/article.ts';
import { publishedArticle } from '../../support/articles.ts';

const AT = Temporal.Instant.from('2026-11-25T03:00:00Z');
const READER = { language: 'en', timeZone: 'Asia/Almaty' } as const;

function compose(articles: readonly Article[], groups: readonly number[][]) {
  return composeBriefing(arrangeBriefing(articles, ['KZ', 'BY'], groups), { title: 'Briefing', at: AT }, READER);
}

describe('a story that several papers tell', () => {
  const bridge = [
    publishedArticle(3, { headline: 'Bridge to Open in June', source: 'Capital Post', url: undefined }),
    publishedArticle(2, {
      headline: 'Bridge Closed',
      source: 'Steppe Wire',
      url: 'https://wire.example/bridge?a=1&b=2',
    }),
    publishedArticle(1, { headline: 'No <Bridge>', source: undefined, url: undefined }),
  ];

  it('is told by one article, and names the others with their sources and links', () => {
    const [part, ...more] = compose(bridge, [[1, 2, 3]]);
    expect(more).toEqual([]);
    const lines = part?.message.html.split('\n') ?? [];
    expect(lines.filter((line) => line.startsWith('<b>Bridge to Open in June</b>'))).toHaveLength(1);
    expect(lines.slice(-2)).toEqual([
      'Also: Steppe Wire — <a href="https://wire.example/bridge?a=1&amp;b=2">Bridge Closed</a> · № 2',
      'Also: No &lt;Bridge&gt; · № 1',
    ]);
    expect(part?.message.html).toContain('3 articles');
  });

  it('counts as shown with all its articles, so that a correction of any finds the message', () => {
    const [part] = compose(bridge, [[1, 2, 3]]);
    expect(part?.articleIds).toEqual([3, 2, 1]);
    expect(part?.message.buttons.flat().map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Article 3', 'Article 2', 'Article 1']),
    );
  });

  it('opens with a button what leads before what is only named', () => {
    const articles = Array.from({ length: 12 }, (_, at) => publishedArticle(12 - at));
    const [part] = compose(articles, [[12, 11, 10, 9, 8], [7], [6], [5], [4], [3], [2], [1]]);
    const labels = part?.message.buttons.flat().map(({ label }) => label) ?? [];
    expect(labels.slice(0, 8)).toEqual([12, 7, 6, 5, 4, 3, 2, 1].map((id) => `Article ${id}`));
  });
});

it('shows every article in some part, and no article as two stories, however they are grouped', () => {
  const kind = fc.record({
    group: fc.nat({ max: 3 }),
    words: fc.integer({ min: 1, max: 300 }),
    country: fc.constantFrom('KZ', 'BY'),
  });
  fc.assert(
    fc.property(fc.array(kind, { minLength: 1, maxLength: 12 }), (kinds) => {
      const articles = kinds.map(({ words, country }, at) =>
        publishedArticle(at + 1, {
          summary: 'word '.repeat(words),
          countries: [country],
          headline: `Headline ${at + 1}.`,
        }),
      );
      const groups = [0, 1, 2, 3].map((group) => articles.filter((_, at) => kinds[at]?.group === group));
      const parts = compose(
        articles,
        groups.map((group) => group.map(({ id }) => id)),
      );
      const shown = new Set(parts.flatMap(({ articleIds }) => articleIds));
      expect([...shown].sort((a, b) => a - b)).toEqual(articles.map(({ id }) => id));
      const text = parts.map(({ message }) => message.html).join('\n');
      for (const { headline } of articles) expect(text.split(headline)).toHaveLength(2);
    }),
    { numRuns: 30 },
  );
});
