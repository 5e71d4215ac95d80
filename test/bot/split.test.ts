import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Html, html } from '../../src/bot/html.ts';
import { MESSAGE_LENGTH, packBlocks, splitHtml, visibleLength } from '../../src/bot/split.ts';
import { parseHtml } from '../../src/sandbox/formatting/parse-html.ts';
import { tidy } from '../../src/sandbox/formatting/tidy.ts';

/** White space, and what is not there for a reader either. */
const UNSEEN = /^(?:[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]|\u030a|\u0333|\u033f)*$/u;

function parsed(text: Html) {
  const read = parseHtml(text.html);
  if (!read.ok) throw new Error(`${read.problem}: ${JSON.stringify(text.html)}`);
  return read;
}

const visible = (text: Html) => parsed(text).text;

const WORDS = [
  'a',
  'Ilmar',
  '. ',
  ' ',
  '\n',
  '\n\n',
  '\t',
  '&',
  '<b>',
  '"',
  '🇰🇿',
  '👩‍👩‍👧',
  'й',
  'é',
  '\u200b',
  '\u00a0',
  '。',
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 20 })
  .map((pieces) => html`${pieces.join('')}`);

/** Texts in any nesting of tags, empty ones and links among them. */
const { nested } = fc.letrec<{ nested: Html; node: Html }>((tie) => ({
  nested: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => html`${nodes}`),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    fc.record({ tag: fc.constantFrom('b', 'i', 'u', 's', 'code', 'blockquote'), inner: tie('nested') }).map(wrapped),
    tie('nested').map((inner) => html`<a href="https://ilmar.example/a&b">${inner}</a>`),
  ),
}));

function wrapped({ tag, inner }: { tag: string; inner: Html }): Html {
  return { html: `<${tag}>${inner.html}</${tag}>` };
}

function expectGoodMessage(part: Html, limit: number): void {
  const read = parsed(part);
  expect(tidy(read).text).not.toBe('');
  expect(Array.from(read.text).length).toBeLessThanOrEqual(limit);
  expect((part.html.match(/<[a-z]/g) ?? []).length).toBeLessThanOrEqual(95);
  expect(Buffer.byteLength(part.html)).toBeLessThanOrEqual(32_768);
}

/** Nothing but white space lies before, between and after the parts. */
function expectAllThere(parts: readonly string[], whole: string): void {
  let from = 0;
  for (const part of parts) {
    const place = whole.indexOf(part, from);
    expect(place, `${JSON.stringify(part)} in order`).toBeGreaterThanOrEqual(0);
    expect(whole.slice(from, place)).toMatch(UNSEEN);
    from = place + part.length;
  }
  expect(whole.slice(from)).toMatch(UNSEEN);
}

const limits = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 13, max: 120 }));

describe('splitting', () => {
  it('gives messages that Telegram takes, and loses nothing but white space at the cuts', () => {
    fc.assert(
      fc.property(nested, limits, (whole, limit) => {
        const parts = splitHtml(whole, limit);
        for (const part of parts) expectGoodMessage(part, limit);
        expectAllThere(parts.map(visible), visible(whole));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps every character in its formatting', () => {
    const formatted = (text: Html) => {
      const { text: plain, entities } = parsed(text);
      const seen = [...plain.matchAll(/./gsu)].filter(([character]) => !UNSEEN.test(character));
      return seen.map(({ 0: character, index }) => {
        const around = entities.filter(({ offset, length }) => offset <= index && index < offset + length);
        return [character, ...new Set(around.map(({ type }) => type).sort())].join(' ');
      });
    };
    fc.assert(
      fc.property(nested, limits, (whole, limit) => {
        expect(splitHtml(whole, limit).flatMap(formatted)).toEqual(formatted(whole));
      }),
    );
  });

  it('leaves what fits as it is', () => {
    const whole = html`<b>${'Ilmar & Ostreva'}</b>\n<i>shared</i>`;
    expect(splitHtml(whole, visibleLength(whole))).toEqual([whole]);
    expect(splitHtml(whole, visibleLength(whole) - 1)).toHaveLength(2);
  });

  it.each([
    ['a paragraph', 'The lake. The river.\n\nThe sea is', 30, ['The lake. The river.', 'The sea is']],
    ['a line', 'The lake. The river\nThe sea. It', 30, ['The lake. The river', 'The sea. It']],
    ['a sentence', 'They said: “The lake rose.” And the river', 35, ['They said: “The lake rose.”', 'And the river']],
    ['a word', 'lake river sea', 12, ['lake river', 'sea']],
    ['a word that just fits', 'aa bb cc', 5, ['aa bb', 'cc']],
    ['a character, where there is nothing better', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['a full stop without a space', '湖水上涨。河水也涨', 7, ['湖水上涨。', '河水也涨']],
  ])('cuts at the end of %s', (_, text, limit, parts) => {
    expect(splitHtml(html`${text}`, limit).map(visible)).toEqual(parts);
  });

  it('closes tags before a cut and opens them again after it', () => {
    expect(splitHtml(html`<i>lake <b>river and sea</b> bay</i>`, 10).map((part) => part.html)).toEqual([
      '<i>lake <b>river</b></i>',
      '<i><b>and sea</b></i>',
      '<i>bay</i>',
    ]);
  });

  it.each([
    ['a quote', html`lake. <blockquote>river. sea</blockquote> bay`, 14, ['lake.', 'river. sea bay']],
    ['a link, though a sentence ends in it', html`lake <a href="https://a.example/">No. 1</a>`, 8, ['lake', 'No. 1']],
    ['a name in bold', html`lake <b>Ilmar lake</b>`, 11, ['lake', 'Ilmar lake']],
    ['the inner of two', html`<i>lake and <b>a river</b> bay</i>`, 10, ['lake and', 'a river', 'bay']],
  ])('does not cut inside %s that fits into a message', (_, whole, limit, parts) => {
    expect(splitHtml(whole, limit).map(visible)).toEqual(parts);
  });

  it('fills its messages where a quote does not fit into one', () => {
    const whole = html`lake <blockquote>${'river '.repeat(10)}</blockquote>`;
    expect(splitHtml(whole, 20).map(visible)).toEqual([
      'lake river river',
      'river river river',
      'river river river',
      'river river',
    ]);
  });

  it('never cuts inside a formatting that fits into a message, whatever stands around it', () => {
    const plain = fc.array(fc.constantFrom('lake', 'a', ' ', '. ', '\n', '\n\n', 'ё', '𝔸'), { maxLength: 30 });
    const piece = fc.record({ before: plain, inside: plain });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.integer({ min: 5, max: 60 }), (pieces, limit) => {
        const texts = pieces.map(({ before, inside }) => [before.join(''), inside.join('')] as const);
        const address = (index: number) => `https://ilmar.example/${index}/`;
        const whole = html`${texts.map(([before, inside], index) => html`${before}<a href="${address(index)}">${inside}</a>`)}`;
        const parts = splitHtml(whole, limit);
        for (const [index, [, inside]] of texts.entries()) {
          if (Array.from(inside).length > limit || inside.trim() === '') continue;
          expect(parts.filter((part) => part.html.includes(address(index)))).toHaveLength(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives messages of at most 4,096 characters that join to the whole, of any text', () => {
    const long = fc.array(fc.oneof(nested, fc.string({ unit: 'binary', minLength: 500, maxLength: 3000 })), {
      minLength: 3,
      maxLength: 10,
    });
    fc.assert(
      fc.property(long, (pieces) => {
        const whole = html`${pieces.map((piece) => html`<blockquote>${piece}</blockquote>\n\n`)}`;
        const parts = splitHtml(whole);
        for (const part of parts) expectGoodMessage(part, MESSAGE_LENGTH);
        expectAllThere(parts.map(visible), visible(whole));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves no empty tags at a cut', () => {
    expect(splitHtml(html`lake <b>river</b>`, 5).map((part) => part.html)).toEqual(['lake', '<b>river</b>']);
    expect(splitHtml(html`<b>lake</b> river`, 5).map((part) => part.html)).toEqual(['<b>lake</b>', 'river']);
  });

  it.each([html``, html`<b></b>`, html` \n `, html`<b> <i>\n</i></b>`, html`${'\u200b\u00a0'}`])(
    'has no part for %j',
    (whole) => {
      expect(splitHtml(whole)).toEqual([]);
    },
  );

  it('never parts a flag, a family or a letter from its accents', () => {
    const clusters = fc.constantFrom('🇰🇿', '🇧🇾', '👩‍👩‍👧', '👍🏽', 'е\u0301', '&', 'я');
    fc.assert(
      fc.property(fc.array(clusters, { minLength: 1 }), fc.integer({ min: 5, max: 12 }), (all, limit) => {
        const seen = splitHtml(html`${all.map((cluster) => html`<b>${cluster}</b>`)}`, limit).flatMap((part) =>
          Array.from(new Intl.Segmenter().segment(visible(part)), ({ segment }) => segment),
        );
        expect(seen).toEqual(all);
      }),
    );
  });

  it('cuts what readers take for one character where it is longer than a message', () => {
    const parts = splitHtml(html`${`e${'\u0301'.repeat(25)}`}`, 10).map(visible);
    expect(parts.map((part) => part.length)).toEqual([10, 10, 6]);
  });

  it('counts entities, and leaves out formatting nested beyond sense', () => {
    const many = html`${Array.from({ length: 200 }, (_, index) => html`<b>${index}</b> `)}`;
    for (const part of splitHtml(many)) expectGoodMessage(part, MESSAGE_LENGTH);
    const deep = { html: `${'<b>'.repeat(500)}lake${'</b>'.repeat(500)} river` };
    const parts = splitHtml(deep);
    for (const part of parts) expectGoodMessage(part, MESSAGE_LENGTH);
    expect(parts.map(visible)).toEqual(['lake river']);
  });

  it('stays under the bytes that Telegram reads, whatever the characters and addresses', () => {
    const hostile = html`<a href="https://ilmar.example/${'&'.repeat(2000)}">${'"'.repeat(5000)}</a>${'𝔸'.repeat(5000)}`;
    const parts = splitHtml(hostile);
    for (const part of parts) expectGoodMessage(part, MESSAGE_LENGTH);
    expect(parts.map(visible).join('')).toBe(visible(hostile));
  });

  it('takes time in proportion to the text', () => {
    const took = (length: number) => {
      const text = html`<b>${'lake river. '.repeat(length / 12)}</b>${'x'.repeat(length)}`;
      const began = performance.now();
      splitHtml(text);
      return performance.now() - began;
    };
    took(100_000);
    expect(took(500_000)).toBeLessThan(5000);
  });
});

describe('packing', () => {
  it('gives messages that Telegram takes, with all blocks in order', () => {
    fc.assert(
      fc.property(fc.array(nested, { maxLength: 5 }), limits, (blocks, limit) => {
        const messages = packBlocks(blocks, limit);
        for (const { text } of messages) expectGoodMessage(text, limit);
        expectAllThere(
          messages.flatMap(({ text }) => visible(text).split(/\n\n/)).filter((text) => text.trim() !== ''),
          blocks.map(visible).join('\n\n'),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('says which blocks a message holds, each block in the messages that show it', () => {
    const blocks = [html`<b>lake</b>`, html`river`, html`${'x'.repeat(25)}`, html`<i></i>`, html`sea`];
    expect(packBlocks(blocks, 10).map(({ text, blocks: held }) => [text.html, held])).toEqual([
      ['<b>lake</b>', [0]],
      ['river', [1]],
      ['xxxxxxxxxx', [2]],
      ['xxxxxxxxxx', [2]],
      ['xxxxx\n\nsea', [2, 4]],
    ]);
    expect(packBlocks(blocks.slice(0, 2), 11)).toMatchObject([{ blocks: [0, 1] }]);
  });

  it('counts the blank line between two blocks', () => {
    const blocks = [html`lake`, html`river`];
    expect(packBlocks(blocks, 11)).toHaveLength(1);
    expect(packBlocks(blocks, 10)).toHaveLength(2);
  });
});
