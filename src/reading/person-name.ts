import { isOutlet } from './outlet.ts';

const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'’ʻ‘-]*\.?|de|da|van|von|der|den|bin|ibn|al|el|la|di|du|uulu|kyzy|qizi|oghly|оглы|кызы|уулу)$/u;
const CASELESS = /^[\p{Lo}\p{M}\p{Script=Georgian}·]{2,15}(?: [\p{Lo}\p{M}\p{Script=Georgian}]{2,15}){0,3}$/u;

/** True for two to four capitalised words and nothing else, unless they name a paper: a person's name by itself. */
export function isPersonName(text: string): boolean {
  const words = text.split(' ');
  if (text.length > 50 || words.length < 2 || words.length > 4) return false;
  if (!words.every((word) => NAME_WORD.test(word)) || isOutlet(text)) return false;
  return words.filter((word) => /^\p{Lu}/u.test(word)).length >= 2 && words.some((word) => /^\p{Lu}\p{L}/u.test(word));
}

/** True for a name in a script without capitals (Georgian, Arabic, Chinese), where a label says that it is one. */
export function isCaselessName(text: string): boolean {
  return CASELESS.test(text);
}
