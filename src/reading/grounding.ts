import { detectLanguage } from './language.ts';
import { numbersIn, sameNumber } from './numbers.ts';
import { markedStretches } from './quote-marks.ts';
import { isTitle } from './titles.ts';

/** Why a claim does not stand. */
export type Unsupported = 'name' | 'number' | 'date' | 'quote';

export type Grounding =
  | { readonly supported: true }
  | { readonly supported: false; readonly claim: string; readonly why: Unsupported };

/** An article made ready for checking many sentences against it. */
export interface Evidence {
  readonly plain: string;
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** Every beginning of a capitalised word: "Kazakh" for "Kazakhstan". */
  readonly beginnings: ReadonlySet<string>;
  readonly initials: ReadonlySet<string>;
  readonly numbers: ReturnType<typeof numbersIn>;
}

/**
 * Whether the article supports every name, number, date and quote of a sentence. A sentence that stands in the
 * article word for word always is. Names match across inflection and as initials ("UN"); numbers match in digits
 * and words, and rounded where the sentence says so.
 */
export function checkSentence(article: string, sentence: string): Grounding {
  return checkAgainst(evidenceOf(article), sentence);
}

/** The same for an article whose evidence is at hand. */
export function checkAgainst(evidence: Evidence, sentence: string): Grounding {
  if (evidence.plain.includes(plainText(sentence).trim())) return { supported: true };
  return (
    unfoundQuote(evidence, sentence) ??
    unfoundNumber(evidence, sentence) ??
    unfoundName(evidence, sentence) ?? { supported: true }
  );
}

export function evidenceOf(article: string): Evidence {
  const words = wordsOf(article);
  const lower = words.map((word) => word.toLowerCase());
  return {
    plain: plainText(article),
    words: new Set(lower),
    stems: new Set(lower.flatMap(prefixes)),
    beginnings: new Set(
      words
        .filter((word) => /^\p{Lu}/u.test(word))
        .flatMap((word) => beginnings(word.toLowerCase().slice(0, LONGEST_WORD))),
    ),
    initials: initialsOf(words),
    numbers: numbersIn(article),
  };
}

/** Letters and digits alone, in lower case, parted by single spaces: marks and line ends make no difference. */
function plainText(text: string): string {
  return ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? []).flatMap((word) => {
    const plain = word.replace(/['’]s?$/u, '');
    return /[-’'.]/u.test(plain) ? [plain, ...plain.split(/[-’'.]/u), plain.replace(/\./gu, '')] : [plain];
  });
}

/** A word's beginnings that stand for it across endings: all but its last one to three letters. */
function prefixes(whole: string): string[] {
  const word = whole.slice(0, LONGEST_WORD);
  const shortest = Math.max(4, word.length - 3);
  const found: string[] = [];
  for (let length = shortest; length <= word.length; length += 1) found.push(word.slice(0, length));
  return found;
}

/** Words are compared by this many letters. */
const LONGEST_WORD = 24;

function beginnings(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 3) }, (_, more) => word.slice(0, 4 + more));
}

/** "UN" for "United Nations": the first letters of each run of capitalised words. */
function initialsOf(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  let run = '';
  for (const word of [...words, '']) {
    if (/^\p{Lu}/u.test(word)) {
      run = (run + word.charAt(0)).slice(-6);
      for (let from = 0; from <= run.length - 2; from += 1) found.add(run.slice(from).toLowerCase());
    } else if (!/^(?:of|and|for|the|und|для|по|и)$/u.test(word)) run = '';
  }
  return found;
}

function unfoundQuote(evidence: Evidence, sentence: string): Grounding | undefined {
  for (const { start, end } of markedStretches(sentence)) {
    const claim = sentence.slice(start, end);
    if (!evidence.plain.includes(plainText(claim).trimEnd())) return { supported: false, claim, why: 'quote' };
  }
  return undefined;
}

function unfoundNumber(evidence: Evidence, sentence: string): Grounding | undefined {
  for (const number of numbersIn(sentence)) {
    const inDigits = /\p{N}/u.test(number.text);
    // "one", "first", "both" and "half" are mostly no counts.
    if (!inDigits && number.value <= 2) continue;
    if (evidence.numbers.some((found) => sameNumber(number, found))) continue;
    if (evidence.plain.includes(plainText(number.text))) continue;
    return { supported: false, claim: number.text, why: 'number' };
  }
  return undefined;
}

const CALENDAR =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|mai|juni|juli|oktober|dezember)$/iu;

function unfoundName(evidence: Evidence, sentence: string): Grounding | undefined {
  const names = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*(?:['’.-][\p{L}\p{N}]+)*/gu;
  const english = detectLanguage(sentence) === 'en';
  let first = true;
  for (const match of sentence.matchAll(names)) {
    const opens = first
      ? /^[^\p{L}\p{N}]*$/u.test(sentence.slice(0, match.index))
      : OPENS_ANEW.test(sentence.slice(Math.max(0, match.index - 5), match.index));
    first = false;
    const claim = match[0].replace(/['’]s?$/u, '');
    if (
      isSupportedName(evidence, claim) ||
      (opens && !/^\p{Lu}{2,}$/u.test(claim) && (!english || isCommonOpener(claim)))
    )
      continue;
    return { supported: false, claim, why: CALENDAR.test(claim) ? 'date' : 'name' };
  }
  return undefined;
}

function isSupportedName(evidence: Evidence, claim: string): boolean {
  const lower = claim.toLowerCase();
  if (evidence.words.has(lower) || evidence.initials.has(lower.replace(/\./gu, ''))) return true;
  if (evidence.words.has(lower.replace(/\./gu, '')) || COURTESY.test(claim)) return true;
  if (/[-’'.]/u.test(lower) && lower.split(/[-’'.]/u).every((part) => part.length < 2 || evidence.words.has(part)))
    return true;
  if (lower.length >= 4 && evidence.beginnings.has(lower)) return true;
  return lower.length >= 5 && prefixes(lower).some((prefix) => evidence.stems.has(prefix));
}

/** What stands before a word that begins a sentence within the text that is checked. */
const OPENS_ANEW = /[.!?:]["”»’']?\s+["“«‘']?$/u;

const COURTESY = /^(?:Mr|Mrs|Ms|Miss|Dr|Frau|Herr|г-н|г-жа)$/u;

/** A first word is capitalised anyway; only one that reads like a name is a claim. */
function isCommonOpener(word: string): boolean {
  return COMMON_OPENERS.has(word.toLowerCase()) || isTitle(word) || /(?:ing|ed|ly|ers|ists|ials|ants)$/iu.test(word);
}

const COMMON_OPENERS = new Set(
  'a an the this that these those he she it they we i you his her its their our my there here in on at by for from to of with without as after before during since until when while where what who why how if although though because but and or so yet both all some many most more several few each every no not one two three four five six seven eight nine ten another other such than then also only even just over under up down new old former police people man woman men women boy girl children officials researchers scientists experts however despite previously meanwhile moreover furthermore additionally instead later earlier now today here says said say have has had do does did is are was were can could will would should may might must let get got according around among against between beyond below above inside outside near next last first second third once again perhaps maybe still yet thus hence therefore nevertheless nonetheless unlike like plus per via about across along amid any anyone everyone someone nobody nothing something everything either neither whether which whose whom them us me him yes no please thanks good great big small long short high low early late young own same different much little less least enough world team fans players parents families students teachers doctors nurses patients women girls boys mother father son daughter brother sister husband wife'.split(
    ' ',
  ),
);
