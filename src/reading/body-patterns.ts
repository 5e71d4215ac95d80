import bodies from './data/bodies.json' with { type: 'json' };
import type { Grammar } from './grammar.ts';

/** Finds the full names of bodies in a text, each with its place, in order. */
type FindBodies = (text: string) => [number, string][];

const POSSESSIVE: Readonly<Record<string, string>> = bodies.possessive;

/** How the full names of bodies look that `noun` (in lower case) stands for, in the four languages with such nouns. */
export function bodyPattern(noun: string, grammar: Grammar): FindBodies {
  if (grammar.language === 'de') return germanBodies(noun);
  if (grammar.language === 'ru') return russianBodies(noun, grammar);
  if (grammar.language === 'kk') return kazakhBodies(noun);
  return englishBodies(noun);
}

const NAME = "(?<![\\p{L}'’-])\\p{Lu}[\\p{L}-]{0,30}(?:['’]s)?";
const MORE = ` (?:of the |of |and )?\\p{Lu}[\\p{L}-]{0,30}(?:['’]s)?`;

/** "Uzbekistan’s railway company", "the Velden city council", "Velden City Council", "Ministry of Transport". */
function englishBodies(noun: string): FindBodies {
  const capital = capitalised(noun);
  const before = `${NAME}(?:${MORE}){0,4}(?: \\p{Ll}[\\p{L}-]{0,20}){0,2} (?:${noun}|${capital})(?![\\p{L}-])`;
  const after = `(?:${NAME} )?(?<![\\p{L}-])${capital} (?:of|for) (?:the )?\\p{Lu}[\\p{L}-]{0,30}(?:${MORE}){0,4}`;
  return matching(new RegExp(`${after}|${before}`, 'gu'), (name) => {
    const plain = name.replace(/^(?:The|A|An|In|At|But|And|On|For) /u, '').replace(/['’]s$/u, '');
    return VERB.test(plain) || !/\p{Lu}/u.test(plain) ? undefined : plain;
  });
}

/** "Holm told the council": what stands between is no part of a name. */
const VERB =
  /(?<! (?:of|for)) (?:[Tt]he|an?|his|her|its|their|told|said|asked|\p{Ll}+ed|is|was|has|in|at|on|by|with|from|to|and|or) /u;

/** "Norlands Hafenministerium", "Ministerium für Häfen", "Fährgesellschaft Nordstern". */
function germanBodies(noun: string): FindBodies {
  const compound = `\\p{Lu}?[\\p{L}-]{0,30}(?:${noun}|${capitalised(noun)})`;
  const owner = `(?!(?:Das|Dieses|Des|Als|Aus|Es|Was) )\\p{Lu}[\\p{L}-]{1,30}s ${compound}(?![\\p{L}-])`;
  const field = `(?<![\\p{L}-])${compound} (?:für|der|des) \\p{Lu}[\\p{L}-]{1,30}(?: und \\p{Lu}[\\p{L}-]{1,30})?`;
  const proper = `(?<![\\p{L}-])${compound} \\p{Lu}[\\p{L}-]{1,30}(?![\\p{L}-])`;
  return matching(new RegExp(`(?<![\\p{L}-])(?:${owner})|${field}|${proper}`, 'gu'), (name) =>
    /^\p{Lu}/u.test(name) ? name : undefined,
  );
}

/** "Министерство портов Норландии", "компания «Севпорт»": in the nominative, as far as nouns in the genitive follow. */
function russianBodies(noun: string, grammar: Grammar): FindBodies {
  const inMarks = `(?<!\\p{L})(?:${noun}|${capitalised(noun)}) «[^«»\\n]{1,60}»`;
  const field = `(?<!\\p{L})${capitalised(noun)}(?: (?:и |по )?(?!${capitalised(noun)})[\\p{L}-]{2,30}){1,5}`;
  return matching(new RegExp(`${inMarks}|${field}`, 'gu'), (name) => {
    if (name.endsWith('»')) return name;
    const words = name.split(' ');
    const end = words.findIndex((word, at) => at > 0 && !isGenitive(word, grammar));
    const kept = words.slice(0, end < 0 ? words.length : end);
    while (/^(?:и|по)$/u.test(kept.at(-1) ?? '')) kept.pop();
    return kept.length < 2 ? undefined : kept.join(' ');
  });
}

function isGenitive(word: string, grammar: Grammar): boolean {
  if (/^(?:и|по)$/u.test(word)) return true;
  return !grammar.cues.has(word) && !grammar.auxiliaries.has(word) && /(?:[аяыий]|ов|ев|ей|го|ых|их)$/u.test(word);
}

/** "Су ресурстары министрлігі", "«Севпорт» компаниясы": the noun has a possessive ending and stands last. */
function kazakhBodies(noun: string): FindBodies {
  const owned = POSSESSIVE[noun] ?? noun;
  const pattern = `(?:«[^«»\\n]{1,60}»|(?<![\\p{L}-])\\p{Lu}[\\p{L}-]{0,30}(?: (?:және )?[\\p{L}-]{2,30}){0,3}) ${owned}(?!\\p{L})`;
  return matching(new RegExp(pattern, 'gu'), (name) => name);
}

function matching(pattern: RegExp, nameOf: (match: string) => string | undefined): FindBodies {
  return (text) =>
    Array.from(text.matchAll(pattern)).flatMap((match): [number, string][] => {
      const name = nameOf(match[0]);
      return name === undefined ? [] : [[match.index, name]];
    });
}

function capitalised(noun: string): string {
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}
