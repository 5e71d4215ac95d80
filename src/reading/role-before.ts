import type { Grammar } from './grammar.ts';
import { isTitle } from './titles.ts';
import { isCapitalised, type Word } from './words.ts';

/** Words with which a sentence or a phrase opens, and no name or title. */
export const LEADS = new Set(
  'but and the a an in on at for if when while as after before since though although so then now yet this that these those both however meanwhile later still with from by to of according does do did is are was were can could would should has have had see watch read meet why how what who whose where which say says said not no yes oh only just even despite because unlike alongside besides inside outside beyond behind among like if once because he she they it we i'.split(
    ' ',
  ),
);

/** A role that stands before a name is not longer than this many words. */
const LONGEST = 8;

/** The title that stands before a name, with the adjectives and the office that belong to it. */
export function roleBefore(
  words: readonly Word[],
  runStart: number,
  first: number,
  text: string,
  grammar: Grammar,
): string | undefined {
  let end = first;
  // "Belarusian President, Aleksandr Lukashenko": a comma may part them.
  if (end === runStart && words[end - 1]?.text === ',') end -= 1;
  const from = startOfRole(words, end, grammar);
  const head = words[from ?? end];
  const last = words[end - 1];
  if (from === undefined || head === undefined || last === undefined) return undefined;
  return text.slice(head.start, last.end);
}

function startOfRole(words: readonly Word[], end: number, grammar: Grammar): number | undefined {
  if (grammar.language === 'kk') return kazakhRole(words, end, grammar);
  const run = titledRun(words, end);
  if (grammar.language !== 'ru') return run;
  const nominative = words.slice(run ?? end, end).some((word) => isTitle(word.text) && !isOblique(word));
  return nominative ? run : russianRole(words, end, grammar);
}

/** "Deputy Minister for Ports": capitalised words and small links, one of them a title. */
function titledRun(words: readonly Word[], end: number): number | undefined {
  let from = end;
  let titled = false;
  while (from > 0 && end - from < LONGEST) {
    const word = words[from - 1];
    if (word === undefined || word.isMark || (LEADS.has(word.lower) && !/^(?:of|for)$/u.test(word.lower))) break;
    const title = isTitle(word.text);
    if (!title && !isCapitalised(word) && !/^(?:of|for|и|по)$/u.test(word.lower) && !isAdjective(word, titled)) break;
    titled ||= title;
    if (/['’]s$/u.test(word.text)) break;
    from -= 1;
  }
  return titled ? from : undefined;
}

/** What stands between a Russian title and a name; before the title (`titled`) only adjectives. */
function isAdjective(word: Word, titled: boolean): boolean {
  return (titled ? /(?:[ыи]й|ая|яя)$/u : /(?:ого|его|ой|ных|ский|ская|ства|дел)$/u).test(word.lower);
}

/** "министр водных ресурсов", "глава фонда «Мост»": a title, and what it is the title of, in the genitive. */
function russianRole(words: readonly Word[], end: number, grammar: Grammar): number | undefined {
  let depth = 0;
  for (let at = end - 1; at >= 0 && end - at <= LONGEST; at -= 1) {
    const word = words[at];
    if (word === undefined) return undefined;
    if (word.text === '»') depth += 1;
    else if (word.text === '«') depth -= 1;
    else if (word.isMark || isStop(word, grammar)) return undefined;
    if (depth < 0) return undefined;
    if (depth === 0 && isTitle(word.text) && !isOblique(word)) return firstOfTitle(words, at);
  }
  return undefined;
}

/** "первый заместитель министра": further titles and adjectives stand before a title. */
function firstOfTitle(words: readonly Word[], title: number): number {
  let from = title;
  while (from > 0 && title - from < 4) {
    const word = words[from - 1];
    if (word === undefined || word.isMark) break;
    if (!isTitle(word.text) && !/(?:ый|ий|ая|яя|ого|заместитель|замглавы)$/u.test(word.lower)) break;
    from -= 1;
  }
  return from;
}

function isStop(word: Word, grammar: Grammar): boolean {
  if (/^(?:и|по)$/u.test(word.lower)) return false;
  return (
    grammar.cues.has(word.lower) ||
    grammar.prepositions.has(word.lower) ||
    grammar.boundaries.has(word.lower) ||
    grammar.auxiliaries.has(word.lower) ||
    grammar.pronouns.has(word.lower) ||
    grammar.neverNames.has(word.lower)
  );
}

/** "с министром", "к президенту": such a form cannot stand before a name in the nominative. */
export function isOblique(word: Word): boolean {
  return /^(?!зам)[\p{L}-]*(?:(?:министр|президент|губернатор|директор|депутат|адвокат|эксперт|аналитик|генерал|спикер|мэр|премьер|посл|аким|советник|помощник|начальник|прокурор)(?:а|у|е|ом|ы|ов)|(?:тел|секретар)(?:я|ю|ем|е)|глав(?:ой|у|е|ы))$/u.test(
    word.lower,
  );
}

/** "Су ресурстары министрі": the possessive ending of the title says that its office stands before it. */
function kazakhRole(words: readonly Word[], end: number, grammar: Grammar): number | undefined {
  const title = words[end - 1];
  if (title === undefined || !isTitle(title.text)) return undefined;
  let from = end - 1;
  if (!/[іы]$/u.test(title.lower)) return from;
  while (from > 0 && end - from < LONGEST) {
    const word = words[from - 1];
    if (word === undefined || word.isMark || isKazakhStop(word, grammar)) break;
    if (isCapitalised(words[from]) && !isCapitalised(word)) break;
    from -= 1;
  }
  return from;
}

function isKazakhStop(word: Word, grammar: Grammar): boolean {
  return (
    /^(?:туралы|үшін|кейін|дейін|бұрын|деп|мен|бен|пен|еді|болды|кездесуде|кездесуінде|жиында)$/u.test(word.lower) ||
    grammar.cues.has(word.lower) ||
    grammar.pronouns.has(word.lower) ||
    grammar.determiners.has(word.lower) ||
    grammar.neverNames.has(word.lower)
  );
}
