import cues from './data/cues.json' with { type: 'json' };
import grammar from './data/grammar.json' with { type: 'json' };

/** What the rules of attribution know of a language: words by the part that they play. */
export interface Grammar {
  readonly language: string;
  /** Verbs of saying and calling, in every form that stands beside a quote. */
  readonly cues: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  /** "according to": what stands before a speaker in place of a verb, by its first word; lower case. */
  readonly according: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Words at which a clause begins. */
  readonly boundaries: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Words that stand between a subject and its verb. */
  readonly auxiliaries: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  /** Papers that speak for whoever wrote them. */
  readonly documents: ReadonlySet<string>;
  readonly nominals: ReadonlySet<string>;
  /** Words that are no part of any name, whatever the language of the text: pronouns, days, adverbs. */
  readonly neverNames: ReadonlySet<string>;
  /** Words with which no name begins, whatever the language: articles and the like. */
  readonly neverFirst: ReadonlySet<string>;
  /** Words that are no name by themselves, though a sentence may open with them: months, people at large. */
  readonly neverAlone: ReadonlySet<string>;
}

const { en: ENGLISH, ...FORMS } = cues;

/** A text may hold another language than its own, and a short one is easily taken for another. */
const NEVER_NAMES = setOf(
  Object.values(grammar)
    .flatMap((one) => [one.neverNames, one.pronouns])
    .join(' '),
);
const NEVER_FIRST = setOf(
  Object.values(grammar)
    .map(({ determiners }) => determiners)
    .join(' '),
);

const known = new Map<string, Grammar>();

/** The grammar of a language; English stands in for one that has none, with that language's own cues where known. */
export function grammarOf(language: string): Grammar {
  const made = known.get(language) ?? makeGrammar(language);
  known.set(language, made);
  return made;
}

function makeGrammar(language: string): Grammar {
  const words = language === 'de' || language === 'ru' || language === 'kk' ? grammar[language] : grammar.en;
  return {
    language,
    cues: cueForms(language),
    pronouns: setOf(words.pronouns),
    according: byFirstWord(words.according),
    boundaries: setOf(words.boundaries),
    conjunctions: setOf(words.conjunctions),
    prepositions: setOf(words.prepositions),
    auxiliaries: setOf(words.auxiliaries),
    determiners: setOf(words.determiners),
    documents: setOf(words.documents),
    nominals: setOf(words.nominals),
    neverNames: NEVER_NAMES,
    neverFirst: NEVER_FIRST,
    neverAlone: setOf(words.neverAlone),
  };
}

function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  return Map.groupBy(
    phrases.map((phrase) => phrase.split(' ')),
    ([first]) => first ?? '',
  );
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').filter((word) => word !== ''));
}

function cueForms(language: string): ReadonlySet<string> {
  const own = Object.entries(FORMS).find(([name]) => name === language)?.[1];
  if (own !== undefined) return setOf(own.forms);
  return new Set([...ENGLISH.irregular.split(' '), ...ENGLISH.regular.split(' ').flatMap(inflect)]);
}

/** The forms of a regular English verb: ask, asks, asked, asking. */
function inflect(verb: string): string[] {
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const third = /(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const doubled = /^(?:quip|admit|refer|dub|slam|chat)$/.test(verb) ? verb + verb.slice(-1) : verb;
  return [verb, third, `${doubled}ed`, `${doubled}ing`];
}
