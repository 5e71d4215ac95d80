import outlets from './data/outlets.json' with { type: 'json' };

const WORDS = new Set(outlets.words.split(' '));
const NAMES = new Set(outlets.names.map((name) => name.toLowerCase()));
const SMALL = /^(?:of|the|and|for|de|der|die|das|für|und)$/u;
const DOMAIN =
  /^(?:[\p{L}\p{N}-]{2,30}\.){1,3}(?:com|org|net|info|news|kz|kg|uz|tj|tm|ru|by|ua|ge|am|az|de|at|ch|fr|uk|eu|example)$/iu;

/** No paper's or agency's name is longer than this, in words. */
const MOST_WORDS = 6;

/**
 * True for the name of a paper, a station or an agency, and nothing else: one that is known, that has such a word in it
 * ("The Velden Courier", "Вестник Вельдена", "ДалаАқпарат"), or an address on the web.
 */
export function isOutlet(text: string): boolean {
  const name = text.replace(/^[«„“"]|[»“”"]$/gu, '');
  if (NAMES.has(name.toLowerCase()) || DOMAIN.test(name)) return true;
  if (/[/|:]/u.test(name)) return false;
  const words = name.split(' ');
  if (
    words.length > MOST_WORDS ||
    !words.every((word) => /^[«„“"]?[\p{Lu}\p{N}]/u.test(word) || SMALL.test(word) || WORDS.has(word))
  )
    return false;
  const opensLikeName = words.length > 1 || /\p{Ll}\p{Lu}/u.test(name);
  return opensLikeName && words.some((word) => namesAnOutlet(word));
}

/** The word itself, or a compound that ends with it: "Hafenblatt", "ДалаАқпарат". */
function namesAnOutlet(word: string): boolean {
  const plain = word.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (WORDS.has(plain)) return true;
  const tail = /\p{Ll}(\p{Lu}\p{Ll}+)$/u.exec(word)?.[1]?.toLowerCase();
  return (
    (tail !== undefined && WORDS.has(tail)) || /\p{L}{3}(?:zeitung|blatt|anzeiger|kurier|nachrichten)$/u.test(plain)
  );
}
