import { Readability } from '@mozilla/readability';
import { parsePage } from './page.ts';
import { readShape, textOfBlocks } from './page-text.ts';

/**
 * Readability takes seconds on pages that are larger or deeper than any newspaper's, and overflows the stack on the
 * deepest.
 */
const MOST_NODES = 20_000;
const MOST_DEPTH = 100;

/**
 * The article on a web page as plain text, as an editor would paste it: the headline, the byline where the page names
 * one, then the paragraphs, parted by blank lines. A page on which no article can be told is given as all its text, and
 * what has no markup as it is.
 */
export function htmlToText(page: string): string {
  if (!/<[a-z!/?]/i.test(page)) return page;
  const document = parsePage(page);
  const article = readArticle(document);
  const title = document.querySelector('article h1, main h1') ?? document.querySelector('h1');
  const byline = article?.byline && !/^by\b/i.test(article.byline) ? `By ${article.byline}` : article?.byline;
  const content = article?.content ? parsePage(`<html><body>${article.content}</body></html>`) : document;
  const headline = ((title ?? document.querySelector('title'))?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const paragraphs = [headline, byline?.trim() ?? '', ...textOfBlocks(content)];
  return [...new Set(paragraphs)].filter((text) => text !== '').join('\n\n');
}

function readArticle(document: Document) {
  const { nodes, depth } = readShape(document);
  if (nodes > MOST_NODES || depth > MOST_DEPTH) return null;
  try {
    return new Readability(document.cloneNode(true) as Document, { charThreshold: 100 }).parse();
  } catch {
    // It expects a page like those of newspapers; on any other it may fail, and then no article can be told.
    return null;
  }
}
