import { foldWord } from '../news/word-forms.ts';

/** Cyrillic letters of Russian, Kazakh and their neighbours in Latin ones; longest first. */
const LETTERS: Readonly<Record<string, string>> = {
  дж: 'j',
  цз: 'j',
  кс: 'ks',
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'e',
  ё: 'o',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'y',
  і: 'i',
  ї: 'i',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ў: 'u',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ҳ: 'h',
  ц: 'c',
  ч: 'C',
  ш: 'S',
  щ: 'S',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'u',
  я: 'a',
  ҷ: 'j',
  қ̆: 'k',
};
const CYRILLIC = new RegExp(Object.keys(LETTERS).join('|'), 'gu');

/** How languages in Latin letters write the same sounds; in this order. */
const SOUNDS: readonly (readonly [pattern: RegExp, sound: string])[] = [
  [/sch|sh|ş/gu, 'S'],
  [/tch|tsch|ch|ç/gu, 'C'],
  [/dzh|zh|dj/gu, 'j'],
  [/kh/gu, 'h'],
  [/gh/gu, 'g'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/tz|ts/gu, 'c'],
  [/ck|q/gu, 'k'],
  [/^x/gu, 's'],
  [/x/gu, 'ks'],
  [/w/gu, 'v'],
  [/ng/gu, 'n'],
  [/c(?=[eiy])/gu, 's'],
  [/c/gu, 'k'],
];

/** Sounds that the two scripts often render by one another's letters. */
const CLASSES: Readonly<Record<string, string>> = { g: 'h', z: 's', c: 's', S: 's', C: 's', j: 's', b: 'p', d: 't' };

/** A Cyrillic word in Latin letters. */
export function inLatin(word: string): string {
  return foldWord(word).replace(CYRILLIC, (letter) => LETTERS[letter] ?? letter);
}

/** The consonants of a name as either script has them. */
export function skeletonOf(name: string): string {
  const folded = foldWord(name);
  const isCyrillic = /\p{Script=Cyrillic}/u.test(folded);
  const sounds = isCyrillic
    ? inLatin(folded)
    : SOUNDS.reduce((word, [pattern, sound]) => word.replace(pattern, sound), folded);
  return sounds.replace(/[aeiouy'-]/gu, '').replace(/(.)\1+/gu, '$1');
}

/** Consonants that a case ending may add. */
const ENDING = 3;
/** One letter of three may differ. */
const MOST_DIFFERENT = 0.34;

/** True where two words, of whatever script, may be the same name, inflected or not: "Tokayev" and "Токаевым". */
export function isTransliterated(one: string, other: string): boolean {
  const [first, second] = [skeletonOf(one), skeletonOf(other)];
  if (first === '' || second === '') return isSameVowels(one, other);
  const [short = '', long = ''] = [first, second].sort((a, b) => a.length - b.length);
  const shortest = Math.max(short.length, long.length - ENDING);
  for (let length = shortest; length <= long.length; length += 1) {
    if (isNear(short, long.slice(0, length))) return true;
  }
  return false;
}

/** Names of vowels alone ("Aya", "Ева" is none). */
function isSameVowels(one: string, other: string): boolean {
  const [first, second] = [inLatin(one), inLatin(other)];
  return first.charAt(0) === second.charAt(0) && Math.abs(first.length - second.length) <= 2;
}

function isNear(one: string, other: string): boolean {
  const allowed = Math.floor(MOST_DIFFERENT * Math.min(one.length, other.length));
  return distance(one, other) <= allowed;
}

/** Edits that make one skeleton the other; sounds of one class cost half of one. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const letter of one) {
    const next = [(row[0] ?? 0) + 1];
    for (const [at, against] of Array.from(other).entries())
      next.push(Math.min((row[at] ?? 0) + costOf(letter, against), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    row = next;
  }
  return row.at(-1) ?? 0;
}

function costOf(one: string, other: string): number {
  if (one === other) return 0;
  // "George" is "Джордж".
  if (one + other === 'gj' || one + other === 'jg') return 0.3;
  return (CLASSES[one] ?? one) === (CLASSES[other] ?? other) ? 0.3 : 1;
}
