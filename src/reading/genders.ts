import { HE, SHE } from './first-names.ts';
import type { FullName } from './names.ts';

/** What a person is called by a pronoun in the third person. */
export type Gender = 'he' | 'she';

const PRONOUNS: Readonly<Record<string, Gender>> = {
  he: 'he',
  his: 'he',
  him: 'he',
  er: 'he',
  он: 'he',
  его: 'he',
  её: 'she',
  ее: 'she',
  його: 'he',
  її: 'she',
  she: 'she',
  her: 'she',
  она: 'she',
  він: 'he',
  вона: 'she',
  ён: 'he',
  яна: 'she',
  il: 'he',
  elle: 'she',
};

/** Undefined for a pronoun that may be either (Kazakh "ол"; German "sie" is "they", too). */
export function genderOfPronoun(pronoun: string): Gender | undefined {
  return PRONOUNS[pronoun.toLowerCase()];
}

/** By "Mr" or "Frau", else by the first name, else by a Russian family name; undefined where these say nothing. */
export function genderOf(name: FullName, title: string | undefined): Gender | undefined {
  if (title !== undefined) return /^(?:mr|herr|sir|lord)\.?$/iu.test(title) ? 'he' : 'she';
  const first = (name.words[0] ?? '').toLowerCase();
  if (HE.has(first)) return 'he';
  if (SHE.has(first)) return 'she';
  const last = name.words.at(-1) ?? '';
  if (/(?:[ое]ва|ина|ская|цкая)$/u.test(last)) return 'she';
  return /(?:[ое]в|ский|цкий)$/u.test(last) ? 'he' : undefined;
}
