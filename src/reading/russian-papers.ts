import type { Speaker } from './speakers.ts';
import { isCapitalised, type Word } from './words.ts';

type Endings = readonly (readonly [RegExp, string])[];

/** Bodies in the genitive, as they stand behind a paper ("заявление Министерства портов"), in the nominative. */
const GENITIVE: Endings = [
  [/ства$/u, 'ство'],
  [/ции$/u, 'ция'],
  [/(?<=компан|парт)ии$/u, 'ия'],
  [/(?<=^(?:комитет|банк|суд|совет|союз|фонд|парламент|департамент))а$/iu, ''],
  [/(?<=^\p{Lu}{2,6})$/u, ''],
];

/** Bodies in the locative ("заявили в Министерстве портов"). */
const LOCATIVE: Endings = [
  [/стве$/u, 'ство'],
  [/ции$/u, 'ция'],
  [/(?<=компан|парт)ии$/u, 'ия'],
  [/(?<=^(?:комитет|банк|суд|совет|союз|фонд|парламент|департамент))е$/iu, ''],
  [/(?<=^\p{Lu}{2,6})$/u, ''],
];

/**
 * Whose paper "заявлении Министерства портов Норландии" is: the body, named as it names itself. Undefined for a person,
 * whose name cannot be put back into the nominative with certainty, and for a body without a name. The paper is its role
 * where the text has that in the nominative, too.
 */
export function russianOwner(text: string, mention: readonly Word[]): Speaker | undefined {
  const [paper, ...owner] = mention;
  const body = isPressService(owner[0]) ? owner.slice(1) : owner;
  const name = nominative(text, body, GENITIVE);
  if (paper === undefined || name === undefined) return undefined;
  const role = paper.lower
    .replace(/^(пресс-служб)[еы]$/u, '$1а')
    .replace(/(?<=(?:заявлен|сообщен|постановлен))ии$/u, 'ие')
    .replace(/(?<=письм)е$/u, 'о');
  return { name, role: text.includes(role) ? role : undefined };
}

/** "пресс-служба", "пресс-центре": speaks for the body that it belongs to. */
export function isPressService(word: Word | undefined): boolean {
  return /^пресс-(?:служб|центр)\p{L}{0,2}$/u.test(word?.lower ?? '');
}

/** The body in which something was said, named as it names itself; undefined for one without a capital. */
export function russianBody(text: string, mention: readonly Word[]): Speaker | undefined {
  const name = nominative(text, mention, LOCATIVE);
  return name === undefined ? undefined : { name, role: undefined };
}

function nominative(text: string, [body, ...more]: readonly Word[], endings: Endings): string | undefined {
  if (body === undefined || !isCapitalised(body)) return undefined;
  const ending = endings.find(([oblique]) => oblique.test(body.text));
  if (ending === undefined) return undefined;
  return body.text.replace(ending[0], ending[1]) + text.slice(body.end, more.at(-1)?.end ?? body.end);
}
