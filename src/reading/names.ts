import type { Grammar } from './grammar.ts';
import { isCapitalised, type Word, wordsIn } from './words.ts';

/** A person or a body as the article names it in full. */
export interface FullName {
  readonly full: string;
  /** What stands before or after the name and says what the person is. */
  readonly role: string | undefined;
  readonly words: readonly string[];
  readonly at: number;
}

const PARTICLES = new Set('de da del van von der den bin ibn al el la di du dos'.split(' '));

/** Titles that stand before a name and are no part of it; lower case, without a full stop. */
const TITLES = new Set(
  (
    'mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor president vice-president vice prime minister deputy first foreign defence defense interior finance ' +
    'chancellor secretary general chairman chairwoman chair chief executive director spokesman spokeswoman spokesperson ambassador king queen prince princess pope rev judge justice mayor councillor congressman congresswoman former ' +
    'acting attorney speaker commissioner premier colonel col gen lt sgt capt captain major maj adm admiral candidate nominee economist analyst activist author journalist founder owner leader head coach police sheriff officer ' +
    'herr frau bundeskanzler bundeskanzlerin kanzler kanzlerin präsident präsidentin minister ministerin außenminister innenminister finanzminister sprecher sprecherin bürgermeister ministerpräsident ' +
    'президент премьер-министр министр глава депутат посол директор председатель секретарь пресс-секретарь спикер губернатор мэр вице-премьер замминистра премьер министра министр-президент представитель представительница ' +
    'президенті министрі төрағасы әкімі депутаты'
  ).split(' '),
);

/** German makes one word of an office and its field ("Verkehrsministerin"). */
const GERMAN_OFFICE =
  /^\p{L}*(?:minister|präsident|sprecher|meister|kanzler|chef|direktor|sekretär|leiter|anwalt|anwält|kommissar|botschafter|senator|inspektor|referent|richter|vertreter)(?:in)?$|^\p{L}*(?:vorsitzender?|abgeordneter?|beauftragter?|experte|expertin)$/u;

/** Offices as Russian and Kazakh write them, in any case. */
const RUSSIAN_OFFICE =
  /^(?:[\p{L}-]*(?:президент|министр|губернатор|директор|секретар|председател|представител|депутат|посол|посл|спикер|адвокат|эксперт|аналитик|генерал|глав)(?:а|у|е|ом|ем|ы|и|ю|я|ь|ой)?|әкімі|төрағасы|президенті|министрі|хатшысы|елшісі|депутаты|басшысы|директоры|өкілі)$/u;

const LEADS = new Set(
  'but and the a an in on at for if when while as after before since though although so then now yet this that these those both however meanwhile later still with from by to of according'.split(
    ' ',
  ),
);

/** Every name of two words or more in the text, in order, with the role that stands by it. */
export function fullNames(text: string, grammar: Grammar): FullName[] {
  const words = wordsIn(text, { start: 0, end: text.length });
  const names: FullName[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const end = runEnd(words, at, text);
    if (end - at >= 2) {
      const name = nameIn(words, at, end, text, grammar);
      if (name !== undefined) names.push(name);
    }
    if (end > at) at = end - 1;
  }
  return names;
}

/** Where the run of capitalised words that begins here ends; the same place where none does. */
function runEnd(words: readonly Word[], from: number, text: string): number {
  let end = from;
  while (end < words.length && end - from < 9) {
    const word = words[end];
    if (word === undefined || word.isMark || (end > from && isParted(words, end, text))) break;
    if (end > from && LEADS.has(word.lower)) break;
    const particle = end > from && PARTICLES.has(word.lower) && isCapitalised(words[end + 1]);
    if (!isCapitalised(word) && !particle) break;
    end += 1;
    if (/['’]s$/u.test(word.text)) break;
  }
  return end;
}

/** True where a line ends between a word and the one before it. */
function isParted(words: readonly Word[], at: number, text: string): boolean {
  return text.slice(words[at - 1]?.end, words[at]?.start).includes('\n');
}

function nameIn(
  words: readonly Word[],
  from: number,
  to: number,
  text: string,
  grammar: Grammar,
): FullName | undefined {
  let start = from;
  while (start < to && (LEADS.has(words[start]?.lower ?? '') || grammar.prepositions.has(words[start]?.lower ?? '')))
    start += 1;
  // "Angaben von Peter Beck": two names after the particle are a name of their own; "Ida von Holm" has one.
  const particle = lastIndexIn(words, start, to - 2, (word) => word.text === 'von');
  if (particle >= start) start = particle + 1;
  const lastTitle = lastIndexIn(words, start, to, (word) => isTitle(word.text));
  const first = lastTitle + 1;
  if (to - first < 2) return undefined;
  const head = words[first];
  const last = words[to - 1];
  if (head === undefined || last === undefined) return undefined;
  const full = withoutPossessive(text.slice(head.start, last.end));
  const role = roleBefore(words, start, first, text) ?? roleAfter(words, to, text);
  return { full, role, words: full.split(' '), at: head.start };
}

function lastIndexIn(words: readonly Word[], from: number, to: number, fits: (word: Word) => boolean): number {
  for (let at = to - 1; at >= from; at -= 1) {
    const word = words[at];
    if (word !== undefined && fits(word)) return at;
  }
  return from - 1;
}

/** The title that stands before a name, with the adjectives and the office that belong to it. */
function roleBefore(words: readonly Word[], runStart: number, first: number, text: string): string | undefined {
  let end = first;
  // "Belarusian President, Aleksandr Lukashenko": a comma may part them.
  if (end === runStart && words[end - 1]?.text === ',') end -= 1;
  let from = end;
  let titled = false;
  while (from > 0 && end - from < 8) {
    const word = words[from - 1];
    if (word === undefined || word.isMark || (LEADS.has(word.lower) && !/^(?:of|for)$/u.test(word.lower))) break;
    const title = isTitle(word.text);
    if (
      !title &&
      !isCapitalised(word) &&
      !/^(?:of|for|и|по)$/u.test(word.lower) &&
      !/(?:ого|его|ой|ных|ский|ская|нский|ства|дел)$/u.test(word.lower)
    )
      break;
    titled ||= title;
    if (/['’]s$/u.test(word.text)) break;
    from -= 1;
  }
  const head = words[from];
  const last = words[end - 1];
  if (!titled || head === undefined || last === undefined || from >= end) return undefined;
  return text.slice(head.start, last.end);
}

/** "Anna Kim, a spokeswoman for the port,": the apposition, where it opens with an article or a title. */
function roleAfter(words: readonly Word[], to: number, text: string): string | undefined {
  if (words[to]?.text !== ',') return undefined;
  const first = words[to + 1];
  if (first === undefined) return undefined;
  const article = /^(?:a|an|the)$/u.test(first.lower);
  if (!article && !isTitle(first.text)) return undefined;
  const from = article ? to + 2 : to + 1;
  let end = from;
  while (end < words.length && end - from < 12 && isPhrasePart(words[end])) end += 1;
  const closed = /^[,.;]$/u.test(words[end]?.text ?? '');
  const head = words[from];
  const last = words[end - 1];
  return !closed || head === undefined || last === undefined ? undefined : text.slice(head.start, last.end);
}

/** Quotation marks may stand inside an apposition: "head of the «Bridge» fund". */
function isPhrasePart(word: Word | undefined): boolean {
  return word !== undefined && (!word.isMark || /[«»“”"]/u.test(word.text));
}

export function withoutPossessive(name: string): string {
  return name.replace(/['’](?:s)?$/u, '');
}

/** True for a title or an office that is no part of a name; any letter case. */
export function isTitle(word: string): boolean {
  const plain = word
    .toLowerCase()
    .replace(/\.$/u, '')
    .replace(/['’]s$/u, '');
  return TITLES.has(plain) || GERMAN_OFFICE.test(plain) || RUSSIAN_OFFICE.test(plain);
}
