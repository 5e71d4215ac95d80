import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withFoundEntities } from '../../src/sandbox/formatting/found-entities.ts';
import { parseHtml } from '../../src/sandbox/formatting/parse-html.ts';
import { tidy, visibleLength } from '../../src/sandbox/formatting/tidy.ts';

function parsed(html: string) {
  const result = parseHtml(html);
  if (!result.ok) throw new Error(result.problem);
  return result;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const markupText = fc
  .array(fc.constantFrom('<', '>', '&', '/', '"', '=', 'b', 'a', ' ', 'lt;', '#', '60;', 'x', '😀', '\n'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

describe('HTML as Telegram reads it', () => {
  it('gives back any Unicode text that was escaped, without entities', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, markupText), (text) => {
        expect(parsed(escaped(text))).toEqual({ ok: true, text, entities: [] });
      }),
    );
  });

  it('puts the entity of a tag exactly around the escaped text in it', () => {
    const tags: [string, string][] = [
      ['b', 'bold'],
      ['i', 'italic'],
      ['u', 'underline'],
      ['s', 'strikethrough'],
      ['tg-spoiler', 'spoiler'],
      ['code', 'code'],
      ['blockquote', 'blockquote'],
    ];
    fc.assert(
      fc.property(
        anyText,
        anyText.filter((text) => text !== ''),
        anyText,
        fc.constantFrom(...tags),
        (a, b, c, tag) => {
          const { text, entities } = parsed(`${escaped(a)}<${tag[0]}>${escaped(b)}</${tag[0]}>${escaped(c)}`);
          expect(text).toBe(a + b + c);
          expect(entities).toEqual([{ type: tag[1], offset: a.length, length: b.length }]);
        },
      ),
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(markupText, anyText), (html) => {
        expect(typeof parseHtml(html).ok).toBe('boolean');
      }),
    );
  });

  it.each([
    ['<b>a</b>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    ['<STRONG>a</STRONG>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    ['<b>a</>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    ['<b></b>x', 'x', []],
    ['😀<i>é</i>', '😀é', [{ type: 'italic', offset: 2, length: 1 }]],
    ['<span class="tg-spoiler">a</span>', 'a', [{ type: 'spoiler', offset: 0, length: 1 }]],
    ['<blockquote expandable>a</blockquote>', 'a', [{ type: 'expandable_blockquote', offset: 0, length: 1 }]],
    ['<pre><code class="language-sh">ls</code></pre>', 'ls', [{ type: 'pre', offset: 0, length: 2, language: 'sh' }]],
    [
      '<a href="https://example.org/?a=1&amp;b=2">x</a>',
      'x',
      [{ type: 'text_link', offset: 0, length: 1, url: 'https://example.org/?a=1&b=2' }],
    ],
    [
      '<a href="https://example.org">x</a>',
      'x',
      [{ type: 'text_link', offset: 0, length: 1, url: 'https://example.org/' }],
    ],
    ['<a href="example.org/x">x</a>', 'x', [{ type: 'text_link', offset: 0, length: 1, url: 'http://example.org/x' }]],
    [
      '<tg-time unix="1700000000" format="t">noon</tg-time>',
      'noon',
      [{ type: 'date_time', offset: 0, length: 4, unix_time: 1_700_000_000, date_time_format: 't' }],
    ],
    [
      '<b>a<i>b</i></b>',
      'ab',
      [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'italic', offset: 1, length: 1 },
      ],
    ],
    ['&lt;&gt;&amp;&quot;&#39;&#x41;', '<>&"\'A', []],
    ['<b class>a</b>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    ['&nbsp;&copy; a & b', '&nbsp;&copy; a & b', []],
  ])('reads %s', (html, text, entities) => {
    expect(parsed(html)).toEqual({ ok: true, text, entities });
  });

  it('drops a link that is no web address without a word, as Telegram does', () => {
    expect(parsed('<a href="javascript:alert(1)">x</a><a href="localhost">y</a>').entities).toEqual([]);
  });

  it.each([
    ['<p>a</p>', 'Unsupported start tag "p" at byte offset 0'],
    ['é <br>', 'Unsupported start tag "br" at byte offset 3'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
    ['<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href="x""y">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    [
      '&#xD83D;&#xDE00;',
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    ],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<a href=x/y>a</a>', 'Unexpected end of name token at byte offset 8'],
    ['<span class="x">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])('refuses %s', (html, problem) => {
    expect(parseHtml(html)).toEqual({ ok: false, problem });
  });
});

describe('the text that the server keeps', () => {
  it('is trimmed, and its entities move along', () => {
    const bold = { type: 'bold', offset: 4, length: 3 };
    expect(tidy({ text: ' \r\n ab \n ', entities: [bold] })).toEqual({
      text: 'ab',
      entities: [{ type: 'bold', offset: 0, length: 2 }],
    });
  });

  it('never has an entity that sticks out of it or covers nothing', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '\u202e', '😀'), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(40), fc.integer({ min: 1, max: 40 }), (raw, offset, length) => {
        const kept = tidy({ text: raw, entities: [{ type: 'bold', offset, length }] });
        for (const entity of kept.entities) {
          expect(entity.offset).toBeGreaterThanOrEqual(0);
          expect(entity.length).toBeGreaterThan(0);
          expect(entity.offset + entity.length).toBeLessThanOrEqual(kept.text.length);
        }
      }),
    );
  });

  it('has nothing inside code, and no quote inside a quote', () => {
    const kept = (html: string) => {
      const { text, entities } = parsed(html);
      return tidy({ text, entities }).entities.map(({ type }) => type);
    };
    expect(kept('<code>a <b>b</b></code> <i>c</i>')).toEqual(['code', 'italic']);
    expect(kept('<blockquote>a <blockquote>b</blockquote> <b>c</b></blockquote>')).toEqual(['blockquote', 'bold']);
  });

  it('counts code points, not UTF-16 units', () => {
    expect(visibleLength('😀é')).toBe(2);
  });

  it.each([
    ['/start now', ['bot_command /start']],
    ['see /help@dateline_bot.', ['bot_command /help@dateline_bot']],
    ['1/2 and a/b and //x', []],
    ['https://example.org/a, @someone #news', ['url https://example.org/a', 'mention @someone', 'hashtag #news']],
    ['a@b.org or example.org/x.', ['email a@b.org', 'url example.org/x']],
    ['U.S. and 3.5 and e.g. this', []],
  ])('has the entities that Telegram finds by itself in "%s"', (text, expected) => {
    const found = withFoundEntities(text, []).map(
      ({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`,
    );
    expect(found).toEqual(expected);
  });

  it('has no command inside code', () => {
    expect(withFoundEntities('/start', [{ type: 'code', offset: 0, length: 6 }])).toHaveLength(1);
  });
});
