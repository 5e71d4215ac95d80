import type { Span } from '../news/quote.ts';
import type { Tie } from './attribution.ts';
import type { BodyDirectory } from './bodies.ts';
import { isFirstName } from './first-names.ts';
import type { Grammar } from './grammar.ts';
import { type KnownName, key, type NameIndex, nearest } from './name-index.ts';
import { nameRun } from './name-run.ts';
import { type FullName, withoutPossessive } from './names.ts';
import type { NameTest } from './speaker-names.ts';
import type { Speaker } from './speakers.ts';
import { isTitle } from './titles.ts';
import type { Word } from './words.ts';

/** A text with what is named in it. */
export interface NamedIn {
  readonly text: string;
  readonly byLastWord: NameIndex;
  readonly isName: NameTest;
  readonly bodies: BodyDirectory;
  readonly grammar: Grammar;
}

/** Languages whose names change with their case. */
const INFLECTED = /^(?:ru|uk|be)$/u;

/**
 * A capitalised mention, made full where the article has a fuller form; "the company" is the one that was named
 * before; any other bare noun ("officials") is nobody. An inflected name is shown as the article gives it elsewhere in
 * the nominative, else as it stands.
 */
export function namedSpeaker(words: readonly Word[], place: Span, tie: Tie, article: NamedIn): Speaker | undefined {
  const { text, grammar } = article;
  const run = nameRun(words, grammar);
  const first = run[0];
  const last = run.at(-1);
  const body = article.bodies.named(words, place.start);
  if (body !== undefined) return { name: body, role: undefined };
  if (first === undefined || last === undefined) return namedBehind(words, place, text);
  const asItStands = withoutPossessive(text.slice(first.start, last.end));
  const namesakes = (article.byLastWord.get(key(last.text, grammar)) ?? []).filter(({ name }) =>
    article.isName(name.full),
  );
  const oblique = tie === 'according' && INFLECTED.test(grammar.language);
  const candidates = oblique ? nominatives(namesakes) : inCase(namesakes, withoutPossessive(last.text));
  const fuller = nearest(
    candidates.filter(({ name }) => hasFirstName(run, name, grammar)),
    place.start,
  );
  const ownRole = oblique ? undefined : titleBefore(words, first, text);
  if (fuller === undefined || !(oblique || isSameCase(fuller, last, grammar)))
    return { name: asItStands, role: ownRole };
  const role = candidates.find(({ name }) => name.role !== undefined && name.full === fuller.full)?.name.role;
  const longer = fuller.full.length >= asItStands.length || run.length === 1 || oblique;
  return { name: longer ? fuller.full : asItStands, role: role ?? ownRole };
}

/** "the ambassador at the time, Rolf Berg, wrote": the name that a comma parts from the office before it. */
function namedBehind(words: readonly Word[], place: Span, text: string): Speaker | undefined {
  const head = words.find((word) => !/^(?:the|a|an|its|their|his|her)$/u.test(word.lower));
  if (head === undefined || !words.some((word) => isTitle(word.text))) return undefined;
  const name = NAME_BEHIND.exec(text.slice(place.end, place.end + 120))?.[1];
  return name === undefined ? undefined : { name, role: text.slice(head.start, place.end) };
}

const NAME_BEHIND = /^(?: at the time)?, ((?:\p{Lu}[\p{L}.’'-]{0,20} ){1,3}\p{Lu}[\p{L}’'-]{1,30})(?=[,.])/u;

/** Those that end as the mention does, which is a subject, go first. */
function inCase(names: readonly KnownName[], last: string): readonly KnownName[] {
  const same = names.filter(({ name }) => name.words.at(-1) === last);
  return same.length > 0 ? same : names;
}

/** Names that stand in the nominative: by a known first name, else by a consonant at the end of both words. */
function nominatives(names: readonly KnownName[]): readonly KnownName[] {
  return names.filter(({ name: { words } }) => {
    const first = words[0] ?? '';
    return isFirstName(first.toLowerCase()) || words.every((word) => /[бвгґджзйклмнпрстфхцчшщў]$/iu.test(word));
  });
}

/** A name that the article gives in full in another case only ("с Рольфом Бергом") is left as it stands. */
function isSameCase(name: FullName, last: Word, grammar: Grammar): boolean {
  return !INFLECTED.test(grammar.language) || name.words.at(-1) === withoutPossessive(last.text);
}

/** The title before a name in its mention, as it stands in the text. */
function titleBefore(words: readonly Word[], name: Word, text: string): string | undefined {
  const before = words.filter(
    ({ end, isMark, lower }) => end <= name.start && !isMark && !/^(?:the|a|an|mr|mrs|ms)\.?$/u.test(lower),
  );
  const first = before[0];
  const last = before.at(-1);
  if (first === undefined || last === undefined || !before.some((word) => isTitle(word.text))) return undefined;
  return text.slice(first.start, last.end);
}

/** True where the first name of a mention, if it has one, is part of the full name. */
function hasFirstName(run: readonly Word[], name: FullName, grammar: Grammar): boolean {
  const first = run.length < 2 ? undefined : run[0];
  return first === undefined || name.words.some((word) => key(word, grammar) === key(first.text, grammar));
}
