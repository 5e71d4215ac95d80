import table from './data/pointing-words.json' with { type: 'json' };
import { isMonth } from './line-date.ts';

const OPENERS = startsOf(Object.values(table.openers));
const SUBJECTS = wordSet(table.pronouns.subjects);
const OBJECTS = wordSet(table.pronouns.objects);
const ADVERBIALS = wordSet(table.adverbials);
const TIMES = wordSet(table.times);

/** "The decision to close the port" says itself which one; "The decision will …" and "said the move would …" do not. */
const EXPLAINED = String.raw`(?!['’\p{L}])(?! (?:to|of|by|that|on|in|at|for|who|which|over|from|between|against|with|\p{L}+(?:s|men|women|people|million|billion))(?!\p{L}))`;
const OPENING_NOUN = new RegExp(`^The (?:${table.nouns.opening.replaceAll(' ', '|')})${EXPLAINED}`, 'u');
const BARE_NOUN = new RegExp(`(?<!\\p{L})the (?:${table.nouns.anywhere.replaceAll(' ', '|')})${EXPLAINED}`, 'u');
const QUOTED = /[“„«"][^“„«"”»]{0,600}[”“»"]/gu;

/** A pronoun is looked for in so many words. */
const REACH = 8;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.toLowerCase().split(' '));
}

/** Words parted by spaces, then phrases parted by bars; all in small letters. */
function startsOf(lists: readonly string[]): { words: ReadonlySet<string>; phrases: readonly string[] } {
  const parts = lists.map((list) => list.split('|'));
  return {
    words: new Set(parts.flatMap(([words = '']) => words.split(' '))),
    phrases: parts.flatMap(([, ...phrases]) => phrases),
  };
}

/**
 * True where a sentence means somebody or something that was named before it: its opening words do ("He", "This", "The
 * move", «Об этом»), or a pronoun near its beginning with no name ahead of it ("On Monday he said"), or a noun that only
 * an earlier sentence explains ("said the move"). What stands in quotation marks does not count.
 */
export function pointsBack(sentence: string): boolean {
  const lower = sentence.toLowerCase();
  const first = /^[\p{L}-]+/u.exec(lower)?.[0] ?? '';
  if (OPENERS.words.has(first) || OPENERS.phrases.some((phrase) => opensWith(lower, phrase))) return true;
  const plain = sentence.replace(QUOTED, ' ');
  return OPENING_NOUN.test(plain) || BARE_NOUN.test(plain) || hasLostPronoun(plain, first);
}

function opensWith(lower: string, phrase: string): boolean {
  return lower.startsWith(phrase) && !/^[\p{L}\p{N}]/u.test(lower.slice(phrase.length));
}

/**
 * "On Monday he said", "A keen rider, she won", "Extremists resented him": a subject behind nothing but an adverbial or
 * an apposition, or an object that the subject cannot be. "Now in her nineties, Ida Holm" names whom it means behind the
 * comma.
 */
function hasLostPronoun(sentence: string, first: string): boolean {
  const words = sentence.match(/[\p{L}\p{M}\p{N}'’-]+/gu)?.slice(0, REACH) ?? [];
  const at = words.findIndex((word) => OBJECTS.has(word) || (ADVERBIALS.has(first) && SUBJECTS.has(word)));
  if (at >= 0 && !personsAmong(words.slice(0, at))) {
    const comma = sentence.indexOf(',');
    const isNamedBehind =
      /^[^,]{1,120}, (?:\p{Ll}+ ){0,3}\p{Lu}/u.test(sentence) && sentence.indexOf(` ${words[at]} `) < comma;
    if (!isNamedBehind) return true;
  }
  const [, opening, subject] = /^([^,]{3,200}), (\p{L}+)(?!\p{L})/u.exec(sentence) ?? [];
  if (opening === undefined || subject === undefined || !SUBJECTS.has(subject)) return false;
  return !personsAmong(opening.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []);
}

/** True where a name stands among the words behind the first, unless it is that of an institution ("The White House"). */
function personsAmong(words: readonly string[]): boolean {
  const from = words[0] === 'The' ? words.findIndex((word, at) => at > 0 && !isName(word)) : 1;
  return from >= 0 && words.slice(from).some(isName);
}

function isName(word: string): boolean {
  return /^\p{Lu}[\p{L}’']/u.test(word) && !isMonth(word) && !TIMES.has(word.toLowerCase()) && word !== 'I';
}
