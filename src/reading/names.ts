import { givenName } from './given-names.ts';
import type { Grammar } from './grammar.ts';
import { BODY } from './name-run.ts';
import { roleAfter } from './role-after.ts';
import { LEADS, roleBefore } from './role-before.ts';
import { isMonthBehind } from './times.ts';
import { fieldEnd, isTitle } from './titles.ts';
import { isCapitalised, type Word } from './words.ts';

/** A person or a body as the article names it in full. */
export interface FullName {
  readonly full: string;
  /** What stands before or after the name and says what the person is. */
  readonly role: string | undefined;
  readonly words: readonly string[];
  readonly at: number;
}

/** A longer run of capitalised words is a headline ("Holm Opens the Gates …"), unless it names a body. */
const LONGEST_NAME = 4;

const PARTICLES = new Set('de da del van von der den bin ibn al el la di du dos'.split(' '));

/** Every name of two words or more in a text, whose words are given, in order, with the role that stands by it. */
export function fullNames(text: string, words: readonly Word[], grammar: Grammar): FullName[] {
  const names: FullName[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const end = runEnd(words, at, text, grammar);
    if (end - at >= 2) {
      const name = nameIn(words, at, end, text, grammar);
      if (name !== undefined) names.push(name);
    }
    if (end > at) at = end - 1;
  }
  return names;
}

/** Where the run of capitalised words that begins here ends; the same place where none does. */
function runEnd(words: readonly Word[], from: number, text: string, grammar: Grammar): number {
  let end = from;
  while (end < words.length && end - from < 9) {
    const word = words[end];
    if (word === undefined || word.isMark || (end > from && isParted(words, end, text))) break;
    if (end > from && LEADS.has(word.lower)) break;
    const particle = end > from && isParticle(words, end, grammar);
    if (!isCapitalised(word) && !particle) break;
    end += 1;
    if (/['’]s$/u.test(word.text)) break;
  }
  return end;
}

/** "de la", "von der": links inside a name. A German "der" by itself makes a genitive. */
function isParticle(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const word = words[at]?.lower ?? '';
  if (!PARTICLES.has(word) || isCapitalised(words[at])) return false;
  if (grammar.language === 'de' && /^(?:der|den)$/u.test(word) && words[at - 1]?.lower !== 'von') return false;
  const next = words[at + 1];
  return isCapitalised(next) || (PARTICLES.has(next?.lower ?? '') && isCapitalised(words[at + 2]));
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
  while (start < to && (isLead(words[start]?.lower ?? '', grammar) || isMonthBehind(words, start))) start += 1;
  start = Math.min(to, fieldEnd(words, start));
  // "Angaben von Peter Beck": two names after the particle are a name of their own; "Ida von Holm" has one.
  const particle = lastIndexIn(words, start, to - 2, (word) => word.text === 'von');
  if (particle >= start) start = particle + 1;
  const lastTitle = lastIndexIn(words, start, to, (word) => isTitle(word.text));
  const first = givenName(words, Math.max(lastTitle + 1, start), to, grammar);
  if (to - first < 2) return undefined;
  const head = words[first];
  const last = words[to - 1];
  if (head === undefined || last === undefined) return undefined;
  const full = withoutPossessive(text.slice(head.start, last.end));
  const role = roleBefore(words, start, first, text, grammar) ?? roleAfter(words, to, text);
  if (to - first > LONGEST_NAME && !words.slice(first, to).some((word) => BODY.test(word.lower))) return undefined;
  return { full, role, words: full.split(' '), at: head.start };
}

function isLead(word: string, grammar: Grammar): boolean {
  if (LEADS.has(word) || grammar.prepositions.has(word) || grammar.neverFirst.has(word)) return true;
  if (grammar.neverNames.has(word) || (grammar.language === 'ru' && grammar.auxiliaries.has(word))) return true;
  // "Added Ida Holm:"
  return grammar.language === 'en' && /(?:ed|said)$/u.test(word) && grammar.cues.has(word);
}

function lastIndexIn(words: readonly Word[], from: number, to: number, fits: (word: Word) => boolean): number {
  for (let at = to - 1; at >= from; at -= 1) {
    const word = words[at];
    if (word !== undefined && fits(word)) return at;
  }
  return from - 1;
}

/** A name without the ending of its genitive, English ("Holm’s") or Kazakh ("Нұрлановтың"). */
export function withoutPossessive(name: string): string {
  return name.replace(/['’](?:s)?$|(?<=\p{Ll}{3})[ндт](?:ың|ің)$/u, '');
}
