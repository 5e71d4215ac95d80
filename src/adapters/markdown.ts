import { marked } from 'marked';
import { parsePage } from './page.ts';
import { textOfBlocks } from './page-text.ts';

/** Beyond what any article has, marks that were set to be slow could hold up everybody; such a text stays as it is. */
const MOST_CHARACTERS = 100_000;

/** A Markdown article as plain text: marks are taken away, links leave their words, paragraphs are parted by blank lines. */
export function markdownToText(markdown: string): string {
  if (markdown.length > MOST_CHARACTERS) return markdown;
  try {
    return textOfBlocks(parsePage(marked.parse(markdown, { async: false }))).join('\n\n');
  } catch {
    // Nested deeper than the parser's stack: no article is.
    return markdown;
  }
}
