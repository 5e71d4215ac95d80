import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Html, html, joinHtml, link } from '../../src/bot/html.ts';
import { parseHtml } from '../../src/sandbox/formatting/parse-html.ts';

function parsed(text: Html) {
  const read = parseHtml(text.html);
  if (!read.ok) throw new Error(`${read.problem}: ${JSON.stringify(text.html)}`);
  return read;
}

/** Any Unicode text, with what means something in HTML far more often than by chance. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '&',
          '"',
          "'",
          '&amp;',
          '&lt',
          '&#60;',
          '&#x;',
          '</b>',
          '<b>',
          '\0',
          '\r\n',
          '\t',
          '\ud800',
        ),
        fc.string({ unit: 'grapheme' }),
      ),
    )
    .map((pieces) => pieces.join('')),
);

/** What a text may lose: control characters, and half characters that no UTF-8 can carry. */
const asSent = (text: string) => text.toWellFormed().replace(/(?![\n\t])\p{Cc}/gu, '');

describe('the html tag', () => {
  it('lets any text through to the reader as it was, control characters aside', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parsed(html`${text}`)).toEqual({ ok: true, text: asSent(text), entities: [] });
      }),
    );
  });

  it('keeps any text inside the tag that it was put into', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, text) => {
        const read = parsed(html`${before}<b>${text}</b>`);
        const place = { offset: asSent(before).length, length: asSent(text).length };
        expect(read.text).toBe(asSent(before) + asSent(text));
        expect(read.entities).toEqual(place.length === 0 ? [] : [{ type: 'bold', ...place }]);
      }),
    );
  });

  it('keeps any text inside the attribute that it was put into', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = parsed(html`<code class="language-${text}">x</code>`);
        const language = asSent(text);
        expect(read.entities).toEqual([
          { type: 'code', offset: 0, length: 1, ...(language === '' ? {} : { language }) },
        ]);
      }),
    );
  });

  it('takes its own pieces as they are, lists of them, numbers, and nothing for undefined', () => {
    const bold = html`<b>${'R&D'}</b>`;
    expect(html`${[bold, [' & ', 4]]}${undefined}${0}`.html).toBe('<b>R&amp;D</b> &amp; 40');
  });
});

describe('joining', () => {
  it('leaves out what is undefined and escapes the separator', () => {
    expect(joinHtml([html`a`, undefined, html`<i>b</i>`], ' & ').html).toBe('a &amp; <i>b</i>');
    expect(joinHtml([undefined], ', ').html).toBe('');
  });
});

describe('a link', () => {
  it.each(['https://courier.example/a?b=1&c="2"', 'http://ilmar.example/', 'HTTPS://ILMAR.EXAMPLE/Кира'])(
    'leads to %s',
    (url) => {
      expect(parsed(link(url, 'here')).entities).toMatchObject([{ type: 'text_link', offset: 0, length: 4, url }]);
    },
  );

  it.each([
    undefined,
    '',
    'javascript:alert(1)',
    'tg://user?id=1',
    'https://localhost/',
    'courier.example',
    `https://courier.example/${'a'.repeat(3000)}`,
    'https://courier.example/a b',
  ])('to %s is words alone', (url) => {
    expect(link(url, 'R&D').html).toBe('R&amp;D');
  });
});
