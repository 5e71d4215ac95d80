import type { Span } from '../news/quote.ts';
import type { Attribution } from './attribution.ts';
import type { Grammar } from './grammar.ts';
import { type FullName, fullNames, isTitle, withoutPossessive } from './names.ts';
import { lastAtOrBefore } from './places.ts';
import { isCapitalised, type Word, wordsIn } from './words.ts';

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

export function speakerDirectory(text: string, grammar: Grammar): SpeakerDirectory {
  const names = fullNames(text, grammar);
  const places = names.map((name) => name.at);
  const byLastWord = indexByLastWord(names, grammar);
  return {
    resolve(found, earlier) {
      const mention = text.slice(found.mention.start, found.mention.end);
      if (grammar.pronouns.has(mention.toLowerCase()))
        return resolvePronoun(mention, earlier, namesUpTo(names, places, found.mention.start), grammar);
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

/**
 * The name that heads a mention: the last capitalised run before a comma or a preposition ("Sanders campaign manager
 * Jeff Weaver", "Robert Antonacci of the delegation"). None where a common noun is the head ("a spokesman for
 * Sanders", "the Christie supporter"), unless it names a body ("the Clinton campaign").
 */
function nameRun(words: readonly Word[], grammar: Grammar): readonly Word[] {
  const head = headOf(words, grammar);
  const last = head.at(-1);
  if (last === undefined) return [];
  if (!isCapitalised(last)) {
    const from = head.findIndex((word) => isCapitalised(word) && !grammar.determiners.has(word.lower));
    return BODY.test(last.lower) && from >= 0 ? head.slice(from) : [];
  }
  let from = head.length - 1;
  while (from > 0 && isNamePart(head, from - 1, grammar)) from -= 1;
  return head.slice(from);
}

/** What stands before the first comma, bracket or preposition; "of" inside a body's name does not end it. */
function headOf(words: readonly Word[], grammar: Grammar): readonly Word[] {
  let open = words;
  while (open.length > 0 && open[0]?.isMark && !/^[@#]/u.test(open[0].text)) open = open.slice(1);
  const end = open.findIndex((word, at) => {
    if (word.isMark) return !/["“”„«»'’‘&/]/u.test(word.text);
    if (at === 0 || isCapitalised(word)) return false;
    if (/^(?:of|for|and|the|und|für|по|и)$/u.test(word.lower) && isBodyName(open.slice(0, at))) return false;
    return grammar.prepositions.has(word.lower) || grammar.boundaries.has(word.lower) || word.lower === 'des';
  });
  return (end < 0 ? open : open.slice(0, end)).filter((word) => !word.isMark);
}

function isBodyName(words: readonly Word[]): boolean {
  return words.some((word) => isCapitalised(word) && BODY.test(word.lower));
}

function isNamePart(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const word = words[at];
  if (word === undefined || word.isMark || isTitle(word.text) || grammar.determiners.has(word.lower)) return false;
  if (/['’]s$/u.test(word.text)) return BODY.test(words.at(-1)?.lower ?? '') || isBodyName(words.slice(at));
  if (isCapitalised(word)) return true;
  return /^(?:of|de|da|van|von|der|al|bin|and|for|the)$/u.test(word.lower) && at > 0 && isCapitalised(words[at - 1]);
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

/** The one named last before a place, else the one named first after it. */
function nearest(names: readonly KnownName[], place: number): FullName | undefined {
  let best: KnownName | undefined;
  let latest = -1;
  for (const known of names) {
    const at = known.places[lastAtOrBefore(known.places, place)] ?? -1;
    if (at > latest) [best, latest] = [known, at];
  }
  return (best ?? names[0])?.name;
}

/** So many people who share a last word are told apart; more make no article. */
const MOST_NAMESAKES = 30;

/** One name with everywhere it stands. */
interface KnownName {
  readonly name: FullName;
  readonly places: number[];
}

type NameIndex = ReadonlyMap<string, readonly KnownName[]>;

function indexByLastWord(names: readonly FullName[], grammar: Grammar): NameIndex {
  const index = new Map<string, KnownName[]>();
  for (const name of names) {
    const last = key(name.words.at(-1) ?? '', grammar);
    const namesakes = index.get(last) ?? [];
    const known = namesakes.findIndex((other) => other.name.full === name.full);
    const before = namesakes[known];
    if (before === undefined) {
      if (namesakes.length < MOST_NAMESAKES) namesakes.push({ name, places: [name.at] });
    } else {
      before.places.push(name.at);
      if (before.name.role === undefined && name.role !== undefined) namesakes[known] = { name, places: before.places };
    }
    index.set(last, namesakes);
  }
  return index;
}

/** A pronoun is looked up among this many names before it. */
const PRONOUN_REACH = 40;

function namesUpTo(names: readonly FullName[], places: readonly number[], place: number): readonly FullName[] {
  const last = lastAtOrBefore(places, place - 1);
  return names.slice(Math.max(0, last + 1 - PRONOUN_REACH), last + 1);
}

/** Names are compared in lower case, without a genitive; Russian and Kazakh ones by the stem. */
function key(word: string, grammar: Grammar): string {
  const plain = withoutPossessive(word).toLowerCase();
  if (grammar.language === 'ru' || grammar.language === 'uk')
    return plain.replace(/(?:ого|его|ому|ему|ым|им|ой|ом|ем|а|у|е|ы|и|ю|я)$/u, '');
  if (grammar.language === 'de') return plain.replace(/s$/u, '');
  return plain;
}

/**
 * "he" and "she" mean whoever spoke last; without an earlier speaker the only person named so far. Anyone else
 * ("they", "we") stays open.
 */
function resolvePronoun(
  mention: string,
  earlier: Speaker | undefined,
  names: readonly FullName[],
  grammar: Grammar,
): Speaker | undefined {
  if (!/^(?:he|she|er|sie|он|она|ол)$/iu.test(mention)) return undefined;
  const known = names.filter((name) => !isBody(name));
  const last = known.at(-1);
  if (earlier !== undefined) return last === undefined || sharesName(last, earlier.name, grammar) ? earlier : undefined;
  const people = new Set(known.map((name) => key(name.words.at(-1) ?? '', grammar)));
  return people.size === 1 && last !== undefined ? { name: last.full, role: last.role } : undefined;
}

function sharesName(name: FullName, full: string, grammar: Grammar): boolean {
  return key(name.words.at(-1) ?? '', grammar) === key(full.split(' ').at(-1) ?? '', grammar);
}

const BODY =
  /^(?:ministry|government|administration|embassy|police|army|campaign|office|board|commission|group|association|club|court|party|university|union|organi[sz]ation|council|committee|house|court|bank|company|agency|association|institute|department|states?|times|post|street|news|congress|senate|министерство|правительство|посольство|партия|компания|полиция|совет|банк|суд|\p{L}*ministerium|regierung|partei|polizei|universität|gericht|\p{L}*verband|министрлігі|үкіметі|әкімдігі)$/iu;

function isBody(name: FullName): boolean {
  return name.words.some((word) => BODY.test(word));
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
