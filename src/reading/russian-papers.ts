import type { Speaker } from './speakers.ts';
import type { Word } from './words.ts';

/** Bodies in the genitive, as they stand behind a paper ("заявление Министерства портов"), in the nominative. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ства$/u, 'ство'],
  [/ции$/u, 'ция'],
  [/(?<=компан|парт)ии$/u, 'ия'],
  [/(?<=^(?:комитет|банк|суд|совет|союз|фонд|парламент|департамент))а$/iu, ''],
];

/**
 * Whose paper "заявлении Министерства портов Норландии" is: the body, named as it names itself. Undefined for a person,
 * whose name cannot be put back into the nominative with certainty, and for a body without a name.
 */
export function russianOwner(text: string, mention: readonly Word[]): Speaker | undefined {
  const [paper, body] = mention;
  const last = mention.at(-1);
  if (paper === undefined || body === undefined || last === undefined || !/^\p{Lu}/u.test(body.text)) return undefined;
  const ending = ENDINGS.find(([genitive]) => genitive.test(body.text));
  if (ending === undefined) return undefined;
  const name = body.text.replace(ending[0], ending[1]) + text.slice(body.end, last.end);
  return {
    name,
    role: paper.lower.replace(/(?<=(?:заявлен|сообщен|постановлен))ии$/u, 'ие').replace(/(?<=письм)е$/u, 'о'),
  };
}
