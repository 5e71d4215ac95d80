import { foldWord } from '../news/word-forms.ts';
import { monthOf, weekdayOf } from './calendar.ts';
import generic from './data/name-words.json' with { type: 'json' };
import { datesIn } from './dates.ts';
import { countriesNamed, type Evidence, NAMES_A_COUNTRY, prefixes } from './evidence.ts';
import type { Fault } from './fault.ts';
import { isTitle } from './titles.ts';
import { lemmaOf, partsOf } from './word-relations.ts';

/** Words of many names: alone they claim nothing. */
const GENERIC = new Set(generic.generic.split(' '));
/** How newsrooms shorten the words of names. */
const SHORT: Readonly<Record<string, string>> = generic.short;
/** Words that open sentences and that no dictionary of nouns, verbs and qualities has. */
const OPENERS = new Set(generic.openers.split(' '));

const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}\p{M}]*(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu;
/** What stands before a word that begins a sentence, a heading or a speech within the text that is checked. */
const OPENS_ANEW = /(?:[.!?:;]["”»’']?|["”»’'])\s+["“«‘']?$|["“«„‘]$|(?:^|\n)[-–—•*]?\s*$/u;
const COURTESY = /^(?:Mr|Mrs|Ms|Miss|Dr|TV|MPs?|Sr|Jr|Frau|Herr|г-н|г-жа|II|III|IV)$/u;
/** The first words of a sentence are capitalised anyway; only English has a table that says which are words. */
const ENGLISH = 'en';

interface Claim {
  readonly text: string;
  readonly start: number;
  readonly opens: boolean;
}

/** The first name of a sentence that the article has in no form. */
export function unfoundName(evidence: Evidence, sentence: string, language: string): Fault | undefined {
  for (const claim of nameClaims(sentence)) {
    if (claim.opens && isNoClaim(claim.text, language)) continue;
    if (isShouted(claim.text, sentence) || isDate(sentence, claim)) continue;
    if (isSupportedName(evidence, claim.text, language) || isOfAName(evidence, sentence, claim)) continue;
    return { why: 'name', claim: claim.text, at: { start: claim.start, end: claim.start + claim.text.length } };
  }
  return undefined;
}

function nameClaims(sentence: string): Claim[] {
  return Array.from(sentence.matchAll(NAME), (match) => ({
    text: match[0].replace(/['’]s?$/u, ''),
    start: match.index,
    opens:
      !/[\p{L}\p{N}]/u.test(sentence.slice(0, match.index)) ||
      OPENS_ANEW.test(sentence.slice(Math.max(0, match.index - 6), match.index)),
  }));
}

/** A word that opens a sentence claims something only where it reads like a name. */
function isNoClaim(word: string, language: string): boolean {
  if (/^\p{Lu}{2,}$/u.test(word) && word.length < 4) return false;
  if (language !== ENGLISH) return true;
  const lower = word.toLowerCase();
  return lower.split('-').every((part) => OPENERS.has(part) || isTitle(part) || isEnglishWord(part));
}

/** A word of the English language, and no country: by the table, or by an ending that names of people do not have. */
export function isEnglishWord(lower: string): boolean {
  if (lower.length < 2 || countriesNamed(lower, NAMES_A_COUNTRY, ENGLISH).size > 0) return false;
  return (
    partsOf(lemmaOf(lower)) !== '' ||
    /(?:ing|ed|ly|ers|ists|ials|ants|ity|tions?|ments?|ness|[ae]nce|ship|ism|ures?|ages?)$/u.test(lower)
  );
}

/** "CLICK HERE": common words in capitals. */
function isShouted(word: string, sentence: string): boolean {
  if (!/^\p{Lu}{4,}$/u.test(word)) return false;
  const lower = word.toLowerCase();
  return (OPENERS.has(lower) || isEnglishWord(lower)) && /\p{Lu}{4,}[: ]+\p{Lu}/u.test(sentence);
}

/** Dates are checked as dates. */
function isDate(sentence: string, { text, start }: Claim): boolean {
  if (monthOf(text) === undefined && weekdayOf(text, '') === undefined) return false;
  return datesIn(sentence).some((date) => date.start <= start && start < date.end);
}

function isSupportedName(evidence: Evidence, claim: string, language: string): boolean {
  const folded = foldWord(claim);
  const plain = folded.replaceAll('.', '');
  if (evidence.words.has(folded) || evidence.words.has(plain) || evidence.initials.has(plain) || COURTESY.test(claim))
    return true;
  const parts = folded.split(/[-'.]/u);
  // "CoV-2" is one thing, "CoV-4" another.
  if (parts.some((part) => /^\p{N}+$/u.test(part))) return false;
  if (parts.length > 1 && parts.every((part) => part.length < 2 || isPartSupported(evidence, part))) return true;
  // "English-language": the part in small letters claims nothing.
  if (/^\p{Lu}\p{L}+-\p{Ll}/u.test(claim) && evidence.words.has(parts[0] ?? '')) return true;
  if ([...countriesNamed(claim, NAMES_A_COUNTRY, language)].some((code) => evidence.countries.has(code))) return true;
  return isPartSupported(evidence, folded) || evidence.words.has(SHORT[plain] ?? ' ');
}

/** The word, its beginning ("Kazakh" of "Kazakhstan"), or the word with another ending. */
function isPartSupported({ words, stems, beginnings }: Evidence, folded: string): boolean {
  if (words.has(folded)) return true;
  if (folded.length >= 4 && beginnings.has(folded)) return true;
  return folded.length >= 5 && prefixes(folded).some((prefix) => stems.has(prefix));
}

/** "Northern" beside a name that the article has, "International" of a name whose initials it has. */
function isOfAName(evidence: Evidence, sentence: string, { text, start }: Claim): boolean {
  const before = /(\p{Lu}[\p{L}’'-]*)\s+$/u.exec(sentence.slice(Math.max(0, start - 30), start))?.[1];
  const rest = sentence.slice(start + text.length, start + text.length + 60);
  const after = /^['’]?s?\s+(\p{Lu}[\p{L}-]*)/u.exec(rest)?.[1];
  if (GENERIC.has(text.toLowerCase()))
    return [before, after].some((word) => word !== undefined && evidence.words.has(foldWord(word)));
  const run = `${text}${/^(?:\s+(?:(?:of|for|and|the)\s+)?\p{Lu}\p{Ll}+){1,5}/u.exec(rest)?.[0] ?? ''}`;
  const initials = (run.match(/\p{Lu}/gu) ?? []).join('').toLowerCase();
  return initials.length >= 3 && evidence.words.has(initials);
}
