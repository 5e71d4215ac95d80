import type { Span } from '../news/quote.ts';
import type { Attribution } from './attribution.ts';
import { type BodyDirectory, bodyDirectory } from './bodies.ts';
import type { Grammar } from './grammar.ts';
import { indexByLastWord, type KnownName, key, type NameIndex, nearest } from './name-index.ts';
import { nameRun } from './name-run.ts';
import { type FullName, fullNames, withoutPossessive } from './names.ts';
import { peopleNamed, resolvePronoun } from './pronouns.ts';
import { russianOwner } from './russian-papers.ts';
import { speakerNameTest } from './speaker-names.ts';
import { isTitle } from './titles.ts';
import { type Word, wordsIn } from './words.ts';

/** Who spoke, as a reader is told. */
export interface Speaker {
  readonly name: string;
  readonly role: string | undefined;
}

/** Resolves the mentions of one article to the names that it gives in full. */
export interface SpeakerDirectory {
  /** Undefined where the article leaves open who is meant. */
  resolve(found: Attribution, earlier: Speaker | undefined): Speaker | undefined;
}

/**
 * Reads the names of a text once; `quoted` are its quotes, in order. Whoever is resolved has a name that passes the
 * test for speakers' names.
 */
export function speakerDirectory(text: string, quoted: readonly Span[], grammar: Grammar): SpeakerDirectory {
  const words = wordsIn(text, { start: 0, end: text.length });
  const byLastWord = indexByLastWord(fullNames(text, words, grammar), grammar);
  const people = peopleNamed(text, words, quoted, byLastWord, grammar);
  const article: NamedIn = { text, byLastWord, bodies: bodyDirectory(text), grammar };
  const isName = speakerNameTest(text, byLastWord, grammar);
  const whoever = (found: Attribution, earlier: Speaker | undefined) => {
    const mention = text.slice(found.mention.start, found.mention.end);
    if (mention.toLowerCase() === 'who') return antecedent(found.mention, article);
    if (grammar.pronouns.has(mention.toLowerCase()))
      return resolvePronoun(text, found.mention, earlier, people, byLastWord, grammar);
    if (found.tie === 'subject' || found.tie === 'neighbour') return undefined;
    const mentioned = wordsIn(text, found.mention);
    if (grammar.language === 'ru' && grammar.documents.has(mentioned[0]?.lower ?? ''))
      return russianOwner(text, mentioned);
    const head = mentioned.at(-1)?.lower ?? '';
    // "Holm’s" alone is the owner of something, which the mention has lost.
    if (/['’]s$/u.test(head)) return undefined;
    return grammar.documents.has(head) ? issuerOf(found, mentioned, article) : named(mentioned, found.mention, article);
  };
  return {
    resolve(found, earlier) {
      const speaker = whoever(found, earlier);
      return speaker !== undefined && isName(speaker.name) ? speaker : undefined;
    },
  };
}

/** So much before "who" is read for the name that it goes with, in UTF-16 units. */
const ANTECEDENT = 120;

/** "Ida Holm, who warned …": the name right before the comma. */
function antecedent(who: Span, article: NamedIn): Speaker | undefined {
  const from = Math.max(0, who.start - ANTECEDENT);
  const lead = article.text.slice(from, who.start);
  const run = /(?:\p{Lu}[\p{L}'’.-]* ){0,5}\p{Lu}[\p{L}'’-]*(?=(?: \([^()]{1,20}\))?, +$)/u.exec(lead);
  if (run === null) return undefined;
  const place = { start: from + run.index, end: from + run.index + run[0].length };
  return named(wordsIn(article.text, place), place, article);
}

/** A text with what is named in it. */
interface NamedIn {
  readonly text: string;
  readonly byLastWord: NameIndex;
  readonly bodies: BodyDirectory;
  readonly grammar: Grammar;
}

/**
 * A capitalised mention, made full where the article has a fuller form; "the company" is the one that was named
 * before; any other bare noun ("officials") is nobody.
 */
function named(
  words: readonly Word[],
  place: Span,
  { text, byLastWord, bodies, grammar }: NamedIn,
): Speaker | undefined {
  const run = nameRun(words, grammar);
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) {
    const body = bodyMeant(words, place, bodies);
    return body === undefined ? undefined : { name: body, role: undefined };
  }
  const asItStands = withoutPossessive(text.slice(first.start, last.end));
  const candidates = inCase(byLastWord.get(key(last.text, grammar)) ?? [], withoutPossessive(last.text));
  const fuller = nearest(
    candidates.filter(({ name }) => sameFirstName(run, name, grammar)),
    place.start,
  );
  const role = candidates.find(
    ({ name }) => name.role !== undefined && (fuller === undefined || name.full === fuller.full),
  )?.name.role;
  if (fuller === undefined || !isSameCase(fuller, last, grammar))
    return { name: asItStands, role: titleIn(words, first) };
  return {
    name: fuller.full.length >= asItStands.length || run.length === 1 ? fuller.full : asItStands,
    role: role ?? titleIn(words, first),
  };
}

/** Russian names change with their case: those that end as the mention does, which is a subject, go first. */
function inCase(candidates: readonly KnownName[], last: string): readonly KnownName[] {
  const same = candidates.filter(({ name }) => name.words.at(-1) === last);
  return same.length > 0 ? same : candidates;
}

/** A Russian name that the article gives in full in another case only ("с Рольфом Бергом") is left as it stands. */
function isSameCase(name: FullName, last: Word, grammar: Grammar): boolean {
  return grammar.language !== 'ru' || name.words.at(-1) === withoutPossessive(last.text);
}

function titleIn(words: readonly Word[], name: Word): string | undefined {
  const before = words.filter(
    (word) => word.end <= name.start && !word.isMark && !/^(?:the|a|an|mr|mrs|ms)\.?$/iu.test(word.text),
  );
  return before.length > 0 && before.some((word) => isTitle(word.text))
    ? before.map((word) => word.text).join(' ')
    : undefined;
}

function sameFirstName(run: readonly Word[], name: FullName, grammar: Grammar): boolean {
  if (run.length < 2) return true;
  const first = run[0]?.text ?? '';
  return name.words.some((word) => key(word, grammar) === key(first, grammar));
}

/** "the company", "The ministry": an article and a noun, and nothing else. */
function bodyMeant(words: readonly Word[], place: Span, bodies: BodyDirectory): string | undefined {
  const [article, noun, more] = words;
  if (article?.lower !== 'the' || noun === undefined || more !== undefined) return undefined;
  return bodies.named(noun.lower.replace(/['’]s$/u, ''), place.start);
}

/**
 * A paper speaks for its owner ("the company’s statement"), else for the body that issued it, where the sentence that
 * leads to the quote names one.
 */
function issuerOf(found: Attribution, mention: readonly Word[], article: NamedIn): Speaker | undefined {
  const paper = mention.at(-1);
  const owner = mention.findLastIndex(({ text }) => /['’]s$/u.test(text));
  const place = owner < 0 ? found.issuer : { start: mention[0]?.start ?? 0, end: mention[owner]?.end ?? 0 };
  if (place === undefined || paper === undefined) return undefined;
  const issuer = named(wordsIn(article.text, place), place, article);
  if (issuer === undefined) return undefined;
  return { name: ministryOf(issuer.name, article.text) ?? issuer.name, role: issuer.role ?? paper.text };
}

/** "Kazakhstan's Ministry of Foreign Affairs", where the article names it so and the country issued the paper. */
function ministryOf(country: string, text: string): string | undefined {
  for (const apostrophe of ['’', "'"]) {
    const at = text.indexOf(`${country}${apostrophe}s Ministry of `);
    if (at < 0) continue;
    const rest = text.slice(at, at + country.length + 80);
    return /^.*?Ministry of \p{Lu}\p{L}+(?: (?:and )?\p{Lu}\p{L}+)*/u.exec(rest)?.[0];
  }
  return undefined;
}
