import { isFirstName } from './first-names.ts';
import type { Grammar } from './grammar.ts';
import { isTitle } from './titles.ts';
import type { Word } from './words.ts';

/** A patronymic closes a name whose family name may stand first: "Лосева Ирина Петровна". */
const PATRONYMIC = /(?:вич|вна|ична|[ую]лы|ұлы|кызы|қызы|оглы|овича|евича|вны)$/u;

/**
 * Where the name begins in a run of capitalised words: German nouns have capitals, and behind a Slavic office stands
 * whose it is ("президент Норландии Рольф Берг", "глава МИД Рольф Берг"). The first word where nothing says otherwise.
 */
export function givenName(words: readonly Word[], start: number, to: number, grammar: Grammar): number {
  if (grammar.language === 'de') return firstKnown(words, start, to) ?? start;
  if (!/^(?:ru|uk|be)$/u.test(grammar.language) || to - start < 3) return start;
  if (PATRONYMIC.test(words[to - 1]?.lower ?? '') || PATRONYMIC.test(words[to - 2]?.lower ?? '')) return start;
  if (isFirstName(words[start]?.lower ?? '')) return start;
  const known = firstKnown(words, start, to);
  if (known !== undefined) return known;
  let from = start;
  while (to - from > 2 && isOwner(words, from)) from += 1;
  return from;
}

function firstKnown(words: readonly Word[], start: number, to: number): number | undefined {
  for (let at = start + 1; at < to - 1; at += 1) if (isFirstName(words[at]?.lower ?? '')) return at;
  return undefined;
}

/** An acronym, or what may be a genitive right behind an office. */
function isOwner(words: readonly Word[], at: number): boolean {
  const word = words[at]?.text ?? '';
  if (/^\p{Lu}{2,6}$/u.test(word)) return true;
  return /^\p{Lu}\p{Ll}{3,}[аяыиї]$/u.test(word) && isTitle(words[at - 1]?.text ?? '');
}
