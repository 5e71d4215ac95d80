import fields from './data/deed-fields.json' with { type: 'json' };
import { oppositesOf, wordsNear } from './word-relations.ts';

/** Lemmas or forms of an article or of a part of it. */
export interface Words {
  has(word: string): boolean;
}

/** What news tells of, each with the words in which an article may tell it. */
const FIELDS = new Map(Object.entries(fields.fields).map(([head, words]) => [head, words.split(' ')]));
/** Deeds that no summary may add: crimes, deaths, charges, dismissals. */
const GRAVE = new Set(fields.grave.split(' '));
/** Words that tell little by themselves. */
const BROAD = new Set(fields.broad.split(' '));
const DENYING_BEGINNINGS = ['un', 'in', 'im', 'dis', 'non', 'mis', 'ir', 'il'];

/** True where one of the words may stand for it: a synonym, a derived word, what newsrooms use in its place. */
export function isMeantBy(lemma: string, words: Words): boolean {
  for (const near of wordsNear(lemma)) if (words.has(near)) return true;
  return false;
}

/** One of the lemmas that means the opposite; undefined where the lemma itself is among them. */
export function oppositeAmong(lemma: string, lemmas: Words): string | undefined {
  if (lemmas.has(lemma)) return undefined;
  for (const opposite of oppositesOf(lemma)) if (lemmas.has(opposite)) return opposite;
  return undefined;
}

/** True where one of the forms differs by a denying beginning: "lawful" and "unlawful", "crewed" and "uncrewed". */
export function isDeniedAmong(lower: string, forms: Words): boolean {
  if (forms.has(lower)) return false;
  return DENYING_BEGINNINGS.some((beginning) => {
    const rest = lower.slice(beginning.length);
    return forms.has(beginning + lower) || (lower.startsWith(beginning) && rest.length > 3 && forms.has(rest));
  });
}

/** True for a grave deed of which the article has no word. */
export function isGraveAddition(lemma: string, article: Words): boolean {
  if (!GRAVE.has(lemma) || article.has(lemma) || isMeantBy(lemma, article)) return false;
  return !FIELDS.has(lemma) || isOfMissingField(lemma, article);
}

/** True for a deed of a field of which the article has no word. */
export function isOfMissingField(lemma: string, article: Words): boolean {
  const field = FIELDS.get(lemma);
  return field !== undefined && !article.has(lemma) && !field.some((word) => article.has(word));
}

export function isBroad(lemma: string): boolean {
  return BROAD.has(lemma);
}
