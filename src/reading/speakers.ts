import type { Span } from '../news/quote.ts';
import type { Attribution } from './attribution.ts';
import type { Grammar } from './grammar.ts';
import { indexByLastWord, key, type NameIndex, nearest } from './name-index.ts';
import { nameRun } from './name-run.ts';
import { type FullName, fullNames, isTitle, withoutPossessive } from './names.ts';
import { peopleNamed, resolvePronoun } from './pronouns.ts';
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

/** Reads the names of a text once; `quoted` are its quotes, in order. */
export function speakerDirectory(text: string, quoted: readonly Span[], grammar: Grammar): SpeakerDirectory {
  const byLastWord = indexByLastWord(fullNames(text, grammar), grammar);
  const people = peopleNamed(text, quoted, byLastWord, grammar);
  return {
    resolve(found, earlier) {
      const mention = text.slice(found.mention.start, found.mention.end);
      if (grammar.pronouns.has(mention.toLowerCase()))
        return resolvePronoun(text, found.mention, earlier, people, byLastWord, grammar);
      if (found.tie === 'subject' || found.tie === 'neighbour') return undefined;
      const words = wordsIn(text, found.mention);
      const head = words.at(-1)?.lower ?? '';
      if (grammar.documents.has(head)) return issuerOf(found, text, grammar, byLastWord);
      return named(text, words, found.mention, byLastWord, grammar);
    },
  };
}

/** A capitalised mention, made full where the article has a fuller form; a bare noun ("officials") is nobody. */
function named(
  text: string,
  words: readonly Word[],
  place: Span,
  byLastWord: NameIndex,
  grammar: Grammar,
): Speaker | undefined {
  const run = nameRun(words, grammar);
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const asItStands = withoutPossessive(text.slice(first.start, last.end));
  const candidates = byLastWord.get(key(last.text, grammar)) ?? [];
  const fuller = nearest(
    candidates.filter(({ name }) => sameFirstName(run, name, grammar)),
    place.start,
  );
  const role = candidates.find(
    ({ name }) => name.role !== undefined && (fuller === undefined || name.full === fuller.full),
  )?.name.role;
  if (fuller === undefined) return { name: asItStands, role: titleIn(words, first) };
  return {
    name: fuller.full.length >= asItStands.length || run.length === 1 ? fuller.full : asItStands,
    role: role ?? titleIn(words, first),
  };
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

/** A paper speaks for the body that issued it, where the sentence that leads to the quote names one. */
function issuerOf(found: Attribution, text: string, grammar: Grammar, byLastWord: NameIndex): Speaker | undefined {
  if (found.issuer === undefined) return undefined;
  const issuer = named(text, wordsIn(text, found.issuer), found.issuer, byLastWord, grammar);
  if (issuer === undefined) return undefined;
  const paper = text.slice(found.mention.start, found.mention.end).replace(/^(?:the|a|an|die|der|das)\s/iu, '');
  return { name: ministryOf(issuer.name, text) ?? issuer.name, role: issuer.role ?? paper };
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
