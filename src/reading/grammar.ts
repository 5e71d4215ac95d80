import { cueForms } from './cue-forms.ts';
import tables from './data/grammar.json' with { type: 'json' };
import verbFinal from './data/verb-final.json' with { type: 'json' };

/** What the rules of attribution know of a language: words by the part that they play, in lower case. */
export interface Grammar {
  readonly language: string;
  /** Verbs of saying and calling, in every form that stands beside a quote. */
  readonly cues: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  /** "according to": what stands before a speaker in place of a verb, by its first word. */
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
  /** The word that stands between a quote and its verb where verbs close sentences (Kazakh "деп"); empty elsewhere. */
  readonly quotatives: ReadonlySet<string>;
  /** What stands behind a speaker in place of a verb (Kazakh "айтуынша"). */
  readonly accordingBehind: ReadonlySet<string>;
  /** Words that are no part of any name, whatever the language of the text: pronouns, days, adverbs. */
  readonly neverNames: ReadonlySet<string>;
  /** Words with which no name begins, whatever the language: articles and the like. */
  readonly neverFirst: ReadonlySet<string>;
  /** Words that are no name by themselves, though a sentence may open with them: months, people at large. */
  readonly neverAlone: ReadonlySet<string>;
}

/** The words of a language, parted by spaces, as the table gives them. */
interface Words {
  readonly pronouns?: string;
  readonly according?: readonly string[];
  readonly boundaries?: string;
  readonly conjunctions?: string;
  readonly prepositions?: string;
  readonly auxiliaries?: string;
  readonly determiners?: string;
  readonly documents?: string;
  readonly neverNames?: string;
  readonly neverAlone?: string;
}

const TABLES: Readonly<Record<string, Words>> = tables;

/** A text may hold another language than its own, and a short one is easily taken for another of these. */
const CONFUSED = [tables.en, tables.de, tables.ru, tables.kk];
const NEVER_NAMES = CONFUSED.flatMap((one) => [one.neverNames, one.pronouns]).join(' ');
const NEVER_FIRST = CONFUSED.map(({ determiners }) => determiners).join(' ');

const known = new Map<string, Grammar>();

/** The grammar of a language; one that no table has knows no speakers, only quotation marks. */
export function grammarOf(language: string): Grammar {
  const made = known.get(language) ?? makeGrammar(language);
  known.set(language, made);
  return made;
}

function makeGrammar(language: string): Grammar {
  const words = TABLES[language] ?? {};
  const closing = CLOSING[language];
  return {
    language,
    cues: cueForms(language),
    pronouns: setOf(words.pronouns),
    according: byFirstWord(words.according ?? []),
    boundaries: setOf(words.boundaries),
    conjunctions: setOf(words.conjunctions),
    prepositions: setOf(words.prepositions),
    auxiliaries: setOf(words.auxiliaries),
    determiners: setOf(words.determiners),
    documents: setOf(words.documents),
    quotatives: setOf(closing?.quotative),
    accordingBehind: setOf(closing?.accordingBehind),
    neverNames: setOf(`${NEVER_NAMES} ${words.neverNames ?? ''} ${words.pronouns ?? ''}`),
    neverFirst: setOf(NEVER_FIRST),
    neverAlone: setOf(words.neverAlone),
  };
}

const CLOSING: Readonly<Record<string, { readonly quotative: string; readonly accordingBehind: string }>> = verbFinal;

function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  return Map.groupBy(
    phrases.map((phrase) => phrase.split(' ')),
    ([first]) => first ?? '',
  );
}

function setOf(words = ''): ReadonlySet<string> {
  return new Set(words.split(' ').filter((word) => word !== ''));
}
