import { type Dateline, findDateline } from './dateline.ts';

/** A line between the headline and the lede, which sums the report up, is not longer than this, in UTF-16 units. */
const LONGEST_STANDFIRST = 260;
/** The lede stands within so many paragraphs. */
const REACH = 3;

/** Takes the dateline off the paragraph that it opens: the first, or one behind a standfirst. */
export function takeDateline(paragraphs: readonly string[]): { dateline: Dateline | undefined; body: string[] } {
  for (const [at, paragraph] of paragraphs.slice(0, REACH).entries()) {
    const dateline = findDateline(paragraph);
    if (dateline !== undefined) {
      const report = paragraph.slice(dateline.end).trim();
      const body = paragraphs.map((text, place) => (place === at ? report : text)).filter((text) => text !== '');
      return { dateline, body };
    }
    if (paragraph.length > LONGEST_STANDFIRST) break;
  }
  return { dateline: undefined, body: [...paragraphs] };
}
