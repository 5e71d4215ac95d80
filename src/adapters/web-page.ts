import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** Elements that stand on lines of their own. */
const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, blockquote, pre, figcaption, td, div, section';

/**
 * The article on a web page as plain text, as an editor would paste it: the headline, the byline where the page names
 * one, then the paragraphs, parted by blank lines. A page on which no article can be told is given as all its text.
 */
export function htmlToText(page: string): string {
  const { document } = parseHTML(page);
  const title = document.querySelector('h1')?.textContent ?? document.title;
  const read = new Readability(document.cloneNode(true) as Document, { charThreshold: 100 }).parse();
  const content = read?.content ? parseHTML(`<html><body>${read.content}</body></html>`).document : document;
  const byline = read?.byline && !/^by\b/i.test(read.byline) ? `By ${read.byline}` : read?.byline;
  const paragraphs = [title, byline ?? '', ...paragraphsOf(content)].map((text) => text.replace(/\s+/g, ' ').trim());
  return paragraphs.filter((text, index) => text !== '' && paragraphs.indexOf(text) === index).join('\n\n');
}

function paragraphsOf(document: Document): string[] {
  for (const unread of document.querySelectorAll('script, style, noscript, template')) unread.remove();
  const innermost = [...document.querySelectorAll(BLOCKS)].filter((block) => block.querySelector(BLOCKS) === null);
  return innermost.length > 0 ? innermost.map((block) => block.textContent ?? '') : [document.body?.textContent ?? ''];
}
