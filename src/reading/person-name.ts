import { isOutlet } from './outlet.ts';

const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'’ʻ‘-]*\.?|de|da|van|von|der|den|bin|ibn|al|el|la|di|du|uulu|kyzy|qizi|oghly|оглы|кызы|уулу)$/u;
const ARTICLE = /^(?:the|an?|der|die|das) /iu;
/** Words that headings in title case have, and names of people have not. */
const NO_NAMES = new Set(
  'what how why when where who which is are was were must can could would should do does did not no new more most key first last next inside behind after before over under with without from into about against for to and or but in on at by of as if it its his her their our your my this that these those all some any every many few big small good bad top read see get take make points news update live skip full story home world'.split(
    ' ',
  ),
);
const CASELESS = /^[\p{Lo}\p{M}\p{Script=Georgian}·]{2,15}(?: [\p{Lo}\p{M}\p{Script=Georgian}]{2,15}){0,3}$/u;

/** True for two to four capitalised words and nothing else, unless they name a paper: a person's name by itself. */
export function isPersonName(text: string): boolean {
  const words = text.split(' ');
  if (text.length > 50 || words.length < 2 || words.length > 4 || ARTICLE.test(text)) return false;
  if (!words.every((word) => NAME_WORD.test(word) && !NO_NAMES.has(word.toLowerCase())) || isOutlet(text)) return false;
  return words.filter((word) => /^\p{Lu}/u.test(word)).length >= 2 && words.some((word) => /^\p{Lu}\p{L}/u.test(word));
}

/** True for a name in a script without capitals (Georgian, Arabic, Chinese), where a label says that it is one. */
export function isCaselessName(text: string): boolean {
  return CASELESS.test(text);
}
