/** The parser takes seconds for tags in each other by the ten thousand, and for as many attributes in one tag. */
const MOST_NESTED = 2000;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const DECLARATION = /<[!?][^<>]*>?/g;
const LONG_TAG = /<([a-z][^\s<>/]*)[^<>]{5000,}/gi;

/** Elements that hold nothing, or that end where the next of their kind begins. */
const NEVER_NESTED = new Set(
  (
    'area base br col dd dt embed hr img input li link meta optgroup option p rp rt source tbody td tfoot th thead ' +
    'tr track wbr'
  ).split(' '),
);

/**
 * A page that can be parsed in time in proportion to its length: it loses comments and declarations, the attributes of
 * tags that are longer than any newspaper's, and all tags where they are nested deeper; "<" that opens none is written
 * as the character that it is.
 */
export function tamePage(page: string): string {
  const tame = page
    .replace(COMMENT, '')
    .replace(DECLARATION, '')
    .replace(/<(?![a-z/])/gi, '&lt;')
    .replace(LONG_TAG, '<$1');
  return nestedTags(tame) > MOST_NESTED ? tame.replace(/<[a-z/][^<>]*>?/gi, '\n') : tame;
}

function nestedTags(page: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, end, name = ''] of page.matchAll(/<(\/?)([a-z][^\s<>/]*)/gi)) {
    if (NEVER_NESTED.has(name.toLowerCase())) continue;
    depth = end === '' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
