import type { Span } from '../news/quote.ts';
import { foldWord } from '../news/word-forms.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import { numberValue } from './number-words.ts';
import { lemmaOf, partsOf } from './word-relations.ts';

/** What part a word plays, as far as its form and its neighbours tell; names and numbers first. */
export type Part = 'name' | 'figure' | 'verb' | 'noun' | 'quality' | 'none';

/** A word of a claim or a passage, as the two are compared. */
export interface ClaimWord extends Span {
  readonly text: string;
  readonly lower: string;
  /** The same for the forms of a word: its dictionary form in English, its beginning in other languages. */
  readonly lemma: string;
  /** Not a function word. */
  readonly content: boolean;
  readonly part: Part;
  /** "Not", "never", "n’t". */
  readonly denies: boolean;
  /** A mark other than a hyphen or an apostrophe follows. */
  readonly stopped: boolean;
}

const WORD =
  /\p{N}[\p{N}.,]*\p{N}|\p{N}+|\p{L}[\p{L}\p{M}]*(?:['’](?:t|s|re|ve|ll|d|m)(?!\p{L}))?(?:\.(?:\p{L}\.)+)?/gu;
const DENIAL =
  /^(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|nicht|kein\p{L}{0,2}|nie|niemand|не|нет|ни|никогда|никто|без|емес|жоқ)$|n['’]t$/u;
const OTHER_FUNCTION_WORDS =
  'a an the and or but if of in on at to for from by with as is are was were be been being am has have had do does did will would can could may might shall should must this that these those it its he she they his her their him them we our us you your i my me who whom whose which what when where why how than then there here so such also just very into about up down off again own same too s t d ll ve re m while since until because per via over under out through during between after before against amid upon within without not no nor n say';

const functionWords = new Map<string, ReadonlySet<string>>();

/** The words of a text in order. Parts of speech are told in English alone. */
export function claimWords(text: string, language: string): ClaimWord[] {
  const common = functionWordsOf(language);
  const raw = Array.from(text.matchAll(WORD), (match) => rawWord(match[0], match.index, language));
  return raw.map((word, at): ClaimWord => {
    const next = raw[at + 1];
    const figure = /^\p{N}/u.test(word.text);
    const content = figure || (word.lower.length > 1 && !common.has(word.lower) && !common.has(word.lemma));
    const opens = at === 0 || /[.!?:]/u.test(text.slice(raw[at - 1]?.end ?? 0, word.start));
    return {
      ...word,
      content,
      part: partOf(word, raw[at - 1], next, { figure, content, opens, language }),
      stopped: /[^\s\p{L}\p{N}'’-]/u.test(text.slice(word.end, Math.min(word.end + 3, next?.start ?? text.length))),
    };
  });
}

type RawWord = Omit<ClaimWord, 'content' | 'part' | 'stopped'>;

function rawWord(text: string, start: number, language: string): RawWord {
  const whole = text.toLowerCase().replaceAll('’', "'");
  const denies = DENIAL.test(whole);
  const plain = whole.replace(/n't$/u, '').replace(/'[a-z]{1,2}$/u, '');
  const lower = (plain === '' ? whole : /^\p{N}/u.test(plain) ? plain : plain.replaceAll('.', '')).slice(
    0,
    LONGEST_WORD,
  );
  return { text, lower, lemma: stemOf(lower, language), denies, start, end: start + text.length };
}

const LONGEST_WORD = 40;
/** A Russian or Kazakh ending that is cut off has at most so many letters. */
const ENDING = 3;
const SHORTEST_STEM = 4;

/** What the forms of a word share. */
export function stemOf(lower: string, language: string): string {
  if (/^\p{N}/u.test(lower)) return lower;
  const number = numberValue(lower, language);
  if (number !== undefined && number > 1) return String(number);
  if (language === 'en') return lemmaOf(lower);
  const folded = foldWord(lower);
  return folded.slice(0, Math.max(SHORTEST_STEM, folded.length - ENDING));
}

interface Place {
  readonly figure: boolean;
  readonly content: boolean;
  readonly opens: boolean;
  readonly language: string;
}

function partOf(word: RawWord, before: RawWord | undefined, after: RawWord | undefined, place: Place): Part {
  if (place.figure) return 'figure';
  if (!place.content) return 'none';
  const letters = place.language === 'en' ? partsOf(word.lemma) : '';
  if (/^\p{Lu}/u.test(word.text) && (!place.opens || letters === '')) return place.language === 'de' ? 'noun' : 'name';
  return letters === '' ? partByEnding(word.lower) : partAmong(letters, word, before?.lower ?? '', after);
}

function partByEnding(lower: string): Part {
  return /(?:ed|ing)$/u.test(lower) ? 'verb' : 'noun';
}

const BEFORE_A_NOUN = /^(?:a|an|the|his|her|its|their|our|my|this|that|these|those|of|in|for|with|by|at|on|from)$/u;
const BEFORE_A_VERB =
  /^(?:to|will|would|can|could|may|might|should|must|has|have|had|was|were|is|are|been|be|being|not|who|he|she|they|it|we|i)$/u;

/** The likeliest of the parts that a word of several may be. */
function partAmong(letters: string, { lower, lemma }: RawWord, before: string, after: RawWord | undefined): Part {
  const can = (letter: string): boolean => letters.includes(letter);
  if (letters === 'r' || (can('r') && lower.endsWith('ly')) || letters === 'a' || letters === 'ar') return 'quality';
  if (can('v')) {
    const nominal = BEFORE_A_NOUN.test(before);
    if (!can('n') && !can('a')) return 'verb';
    if (BEFORE_A_VERB.test(before) || (/(?:ed|ing)$/u.test(lower) && !(nominal && can('n')))) return 'verb';
    if (lemma !== lower && !lower.endsWith('s')) return 'verb';
  }
  if (can('a') && !can('n')) return 'quality';
  if (can('a') && BEFORE_A_NOUN.test(before) && after !== undefined && partsOf(after.lemma) !== '') return 'quality';
  return can('n') ? 'noun' : 'verb';
}

function functionWordsOf(language: string): ReadonlySet<string> {
  const known = functionWords.get(language);
  if (known !== undefined) return known;
  const made = new Set([
    ...OTHER_FUNCTION_WORDS.split(' '),
    ...(language === 'en' ? [] : wordsOfGrammar(grammarOf(language))),
  ]);
  functionWords.set(language, made);
  return made;
}

function wordsOfGrammar(grammar: Grammar): string[] {
  return [
    grammar.pronouns,
    grammar.conjunctions,
    grammar.prepositions,
    grammar.auxiliaries,
    grammar.determiners,
  ].flatMap((words) => [...words]);
}
