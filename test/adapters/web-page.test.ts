import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../src/adapters/web-page.ts';

const LEDE =
  'The river council of Vardania agreed on Tuesday to share the water of Lake Ilmar with its neighbours for ten more years, ending a dispute that had lasted since spring.';
const QUOTE =
  '“We would rather argue about water than about borders,” said Marta Velden, who chairs the council, after the vote in Ostreva.';
const END =
  'The agreement covers 4,200 farms, and it will be reviewed by both sides after five years, when a new dam is to be finished.';

const PAGE = `<!doctype html>
<html lang="en">
<head>
  <title>Vardania shares Lake Ilmar | The Ilmar Courier</title>
  <meta name="author" content="Jonas Pereli">
  <style>p { color: red }</style>
  <script>var tracked = "<p>not for readers</p>";</script>
</head>
<body>
  <header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
  <article>
    <h1>Vardania shares
        Lake Ilmar &amp; its river</h1>
    <p class="byline">By <span rel="author">Jonas Pereli</span></p>
    <p>${LEDE}</p>
    <script>track('scrolled');</script>
    <p>${QUOTE.replaceAll('“', '&ldquo;').replaceAll('”', '&#8221;')}</p>
    <noscript>Switch on JavaScript</noscript>
    <p>${END}</p>
  </article>
  <footer><p>© The Ilmar Courier</p></footer>
</body>
</html>`;

describe('the article of a web page', () => {
  it('is its headline, its byline and its paragraphs', () => {
    expect(htmlToText(PAGE).split('\n\n')).toEqual([
      'Vardania shares Lake Ilmar & its river',
      'By Jonas Pereli',
      LEDE,
      QUOTE,
      END,
    ]);
  });

  it('has no word that is for programs or of the page around it', () => {
    expect(htmlToText(PAGE)).not.toMatch(/track|color|JavaScript|Home|Courier/);
  });

  it('has the title of the page for a headline where it has no other', () => {
    const page = PAGE.replace(/<h1>[\s\S]*<\/h1>/, '');
    expect(htmlToText(page).split('\n\n')[0]).toBe('Vardania shares Lake Ilmar | The Ilmar Courier');
  });

  it('has the headline of the article rather than the name of the paper', () => {
    const page = PAGE.replace('<header>', '<header><h1>The Ilmar Courier</h1>');
    expect(htmlToText(page).split('\n\n')[0]).toBe('Vardania shares Lake Ilmar & its river');
  });
});

describe('a page without an article', () => {
  it.each([
    ['nothing', '', ''],
    ['a text without markup', 'The lake rose.\n\n3 < 4 & so on', 'The lake rose.\n\n3 < 4 & so on'],
    [
      'paragraphs alone',
      '<p>The lake &mdash; rose.</p><p>The  river\nfell.</p>',
      'The lake — rose.\n\nThe river fell.',
    ],
    ['line breaks', '<div>The lake<br>rose.<br><br>The river fell.</div>', 'The lake\nrose.\n\nThe river fell.'],
    ['text beside blocks', '<div>Before <b>it</b><p>the lake</p>and after</div>', 'Before it\n\nthe lake\n\nand after'],
    ['a list in a list', '<ul><li>Lake<ul><li>Ilmar</li></ul></li><li>River</li></ul>', 'Lake\n\nIlmar\n\nRiver'],
    ['a table', '<table><tr><td>Lake<td>Ilmar</table>', 'Lake\n\nIlmar'],
    ['a title alone', '<html><head><title>Lake</title></head></html>', 'Lake'],
    ['scripts alone', '<script>alert(1)</script><style>p{}</style>', ''],
    ['a form', '<form><p>Write to us</p><button>Send</button><textarea>here</textarea></form>', 'Write to us'],
    ['signs that open no tag', '<p>3 < 4 && 5 > 2 <3</p>', '3 < 4 && 5 > 2 <3'],
  ])('is all its text: %s', (_, page, text) => {
    expect(htmlToText(page)).toBe(text);
  });
});

describe('a page that means harm', () => {
  it.each([
    ['nested blocks', '<div>'.repeat(180_000)],
    ['nested blocks that end', `${'<div>'.repeat(90_000)}x${'</div>'.repeat(90_000)}`],
    ['nested letters', `<p>${'<b>'.repeat(300_000)}`],
    ['nested lists', '<ul><li>'.repeat(120_000)],
    ['blocks nested as deep as is read', `${'<div>'.repeat(90)}x${'</div>'.repeat(90)}`.repeat(1000)],
    ['nesting just below what is cut', `${'<i>'.repeat(1990)}x${'</i>'.repeat(1990)}`.repeat(70)],
    ['paragraphs', '<p>The lake rose, and it fell.</p>'.repeat(30_000)],
    ['attributes', `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=b`).join(' ')}>x</p>`],
    ['tags in tags', '<p>x</p><a '.repeat(90_000)],
    ['signs', '<'.repeat(1_000_000)],
    ['signs in a page', `<p>${'<'.repeat(1_000_000)}`],
    ['references', `<p>${'&amp'.repeat(250_000)}`],
    ['comments', '<!--'.repeat(250_000)],
    ['one name', `<${'a'.repeat(1_000_000)}`],
    ['line breaks', '<br>'.repeat(250_000)],
    ['spaces', `<p>${' '.repeat(1_000_000)}x`],
  ])('of 1 MB of %s is read in no time', (_, page) => {
    const began = performance.now();
    htmlToText(page);
    expect(performance.now() - began).toBeLessThan(6000);
  });

  it('keeps its text where its tags are too many', () => {
    expect(htmlToText(`<p>The lake</p>${'<div>'.repeat(50_000)}<p>rose &amp; fell`)).toBe('The lake rose & fell');
  });

  it('never fails, whatever the markup', () => {
    const bits = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<div',
        '>',
        '<article>',
        '<h1>',
        '<br/>',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?xml',
        '<script>',
      ],
      ...[
        '</script',
        '<table>',
        '<td>',
        '<html>',
        '</html>',
        '<body>',
        '<head>',
        '<title>',
        '<template>',
        '<svg>',
        '&#0;',
      ],
      ...['&#xD800;', '&nope;', ' a="', "'", '<a href=javascript:x>', '<p class="byline">', '\0', '<h1 ', LEDE, QUOTE],
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (pieces) => {
        expect(typeof htmlToText(pieces.join(''))).toBe('string');
      }),
      { numRuns: 300 },
    );
  });
});
