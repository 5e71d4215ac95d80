import type { Span } from '../news/quote.ts';
import type { Attribution } from './attribution.ts';
import { bodyDirectory } from './bodies.ts';
import { genderOfPronoun } from './genders.ts';
import { ofWhom } from './german-according.ts';
import { withoutAttribute } from './german-phrase.ts';
import type { Grammar } from './grammar.ts';
import { indexByLastWord } from './name-index.ts';
import { type NamedIn, namedSpeaker } from './named-speaker.ts';
import { fullNames } from './names.ts';
import { issuerOf } from './papers.ts';
import { type PeopleNamed, peopleNamed } from './people-named.ts';
import { genderOfSpeaker, resolvePronoun } from './pronouns.ts';
import { isPressService, russianBody, russianOwner } from './russian-papers.ts';
import { isShouted, speakerNameTest } from './speaker-names.ts';
import { isCapitalised, wordsIn } from './words.ts';

/** Who spoke, as a reader is told. */
export interface Speaker {
  readonly name: string;
  readonly role: string | undefined;
}

/** Who spoke before. */
export interface Earlier {
  /** Undefined where nobody did, and where whoever did last has no name. */
  readonly speaker: Speaker | undefined;
  /** Where somebody without a name was mentioned last as the speaker of a quote ("a docker"). */
  readonly nameless: number | undefined;
}

/** Resolves the mentions of one article to the names that it gives in full. */
export interface SpeakerDirectory {
  /** Undefined where the article leaves open who is meant. */
  resolve(found: Attribution, earlier: Earlier): Speaker | undefined;
}

/**
 * Reads the names of a text once; `quoted` are its quotes, in order. Whoever is resolved has a name that passes the
 * test for speakers' names.
 */
export function speakerDirectory(text: string, quoted: readonly Span[], grammar: Grammar): SpeakerDirectory {
  const words = wordsIn(text, { start: 0, end: text.length });
  const byLastWord = indexByLastWord(fullNames(text, words, grammar), grammar);
  let people: PeopleNamed | undefined;
  const isName = speakerNameTest(text, byLastWord, grammar);
  const article: NamedIn = { text, byLastWord, isName, bodies: bodyDirectory(text, grammar), grammar };
  const whoever = (found: Attribution, earlier: Earlier) => {
    const mention = text.slice(found.mention.start, found.mention.end).toLowerCase();
    if (mention === 'who') return antecedent(found.mention, article);
    if (grammar.pronouns.has(mention) || isWhose(found, mention, text)) {
      // German "sie" is "they", too, so that a guess at its sentence is one too many.
      if (grammar.language === 'de' && isGuess(found)) return undefined;
      const outer = sameAsOuter(found, mention, article);
      if (outer !== undefined) return outer;
      people ??= peopleNamed(text, words, quoted, byLastWord, grammar);
      return resolvePronoun(text, found.mention, earlier, people, byLastWord, grammar);
    }
    return isGuess(found) ? undefined : mentioned(found, article);
  };
  return {
    resolve(found, earlier) {
      const speaker = whoever(found, earlier);
      return speaker !== undefined && isName(speaker.name) ? speaker : undefined;
    },
  };
}

/** "in her words", "according to him": but not "according to her “gates first” plan". */
function isWhose({ mention, tie }: Attribution, said: string, text: string): boolean {
  const next = text.slice(mention.end, mention.end + 2);
  return tie === 'according' && genderOfPronoun(said) !== undefined && !/^ ["“«]/u.test(next);
}

function isGuess({ tie }: Attribution): boolean {
  return tie === 'subject' || tie === 'neighbour';
}

/** Whom a mention that is no pronoun names: a paper’s issuer, a body, a person. */
function mentioned(found: Attribution, article: NamedIn): Speaker | undefined {
  const { text, grammar } = article;
  const words = withoutAttribute(ofWhom(wordsIn(text, found.mention), grammar), grammar);
  const paper = grammar.documents.has(words[0]?.lower ?? '') || isPressService(words[0]);
  if (grammar.language === 'ru' && paper) return russianOwner(text, words);
  if (/(?:^|\s)[Вв]о? $/u.test(text.slice(Math.max(0, found.mention.start - 4), found.mention.start)))
    return russianBody(text, words);
  const head = words.at(-1);
  if (isShouted(words.map((word) => word.text))) return undefined;
  // "Holm’s" alone is the owner of something, which the mention has lost; behind "in Holm’s view" it is the speaker.
  if (/['’]s$/u.test(head?.text ?? '') && found.tie !== 'according') return undefined;
  if (grammar.documents.has(head?.lower ?? '') && !isCapitalised(head)) return issuerOf(found, words, article);
  return namedSpeaker(words, found.mention, found.tie, article);
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
  return namedSpeaker(wordsIn(article.text, place), place, 'cue-before', article);
}

/** "Holm said that she …": she is Holm, where the names do not say otherwise. */
function sameAsOuter({ outer }: Attribution, pronoun: string, article: NamedIn): Speaker | undefined {
  if (outer === undefined) return undefined;
  const speaker = namedSpeaker(wordsIn(article.text, outer), outer, 'cue-before', article);
  if (speaker === undefined) return undefined;
  const gender = genderOfSpeaker(speaker);
  return gender === undefined || gender === genderOfPronoun(pronoun) ? speaker : undefined;
}
