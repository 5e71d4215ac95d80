import firstNames from './data/first-names.json' with { type: 'json' };

export const HE: ReadonlySet<string> = new Set(firstNames.he.split(' '));
export const SHE: ReadonlySet<string> = new Set(firstNames.she.split(' '));

/** True for a first name in lower case that the table has. */
export function isFirstName(word: string): boolean {
  return HE.has(word) || SHE.has(word);
}
