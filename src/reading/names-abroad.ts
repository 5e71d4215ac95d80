import type { CountryCode } from '../news/country.ts';
import displayNames from './data/display-names.json' with { type: 'json' };
import wordsAbroad from './data/words-abroad.json' with { type: 'json' };
import type { LexiconEntry } from './lexicon.ts';
import type { MentionKind, PlaceMeaning } from './place-words.ts';

/** The languages of articles beside those of the interface, as CLDR names them; Uzbek has two scripts. */
export const ARTICLE_LANGUAGES = [
  'de',
  'fr',
  'tr',
  'az',
  'uz',
  'uz-Cyrl',
  'tk',
  'ky',
  'tg',
  'uk',
  'be',
  'ka',
  'hy',
  'ar',
  'fa',
  'zh',
] as const;

type Abroad = (typeof ARTICLE_LANGUAGES)[number];
type OwnWords = Readonly<Record<CountryCode, Partial<Record<'names' | 'people' | 'capital', readonly string[]>>>>;

const DISPLAY: Readonly<Record<Abroad, Readonly<Record<CountryCode, string>>>> = displayNames;
const OWN_WORDS: Readonly<Record<Abroad, OwnWords>> = wordsAbroad;

/** The words for countries in another language's articles (ISO 639-1): CLDR's names, and the short names, peoples and capitals of the table. */
export function entriesAbroad(language: string): LexiconEntry<PlaceMeaning>[] {
  return ARTICLE_LANGUAGES.filter((each) => each.split('-')[0] === language).flatMap((each) => [
    ...Object.entries(DISPLAY[each]).flatMap(([code, name]) => displayEntries(each, code, name)),
    ...Object.entries(OWN_WORDS[each]).flatMap(([code, { names, people, capital }]) => [
      ...entriesOf(names, 'name', code),
      ...entriesOf(people, 'people', code),
      ...entriesOf(capital, 'capital', code),
    ]),
  ]);
}

function displayEntries(language: Abroad, code: CountryCode, name: string): LexiconEntry<PlaceMeaning>[] {
  const plain = name.replace(/ ?[(（].*$/u, '').replace(/ [-–] /u, '-');
  return entriesOf(
    [
      plain,
      plain
        .split(' ')
        .map(STEM_OF[language] ?? stemOf)
        .join(' '),
    ],
    'name',
    code,
  );
}

function entriesOf(
  patterns: readonly string[] | undefined,
  kind: MentionKind,
  code: CountryCode,
): LexiconEntry<PlaceMeaning>[] {
  return (patterns ?? []).map((pattern) => ({ pattern, language: 'abroad' as const, meaning: { kind, code } }));
}

/** A shorter name is the beginning of too many words. */
const SHORTEST_STEM = 4;

/** Endings follow the whole name in most of these languages. */
function stemOf(word: string): string {
  return word.length < SHORTEST_STEM ? word : `${word}*`;
}

/** The East Slavic languages change a name's last vowel, Georgian drops its nominative's. */
function stemWithoutVowel(word: string): string {
  const stem = word.replace(/[аяоеыиіїьй]$/u, '').replace(/ი$/u, '');
  return stem.length < SHORTEST_STEM ? word : `${stem}*`;
}

const STEM_OF: Partial<Record<Abroad, (word: string) => string>> = {
  uk: stemWithoutVowel,
  be: stemWithoutVowel,
  ka: stemWithoutVowel,
};
