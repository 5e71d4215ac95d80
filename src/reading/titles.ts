import tables from './data/titles.json' with { type: 'json' };
import type { Word } from './words.ts';

/** Titles that stand before a name and are no part of it; lower case, without a full stop. */
const TITLES = new Set(Object.values(tables.titles).flatMap((words) => words.split(' ')));

/** German makes one word of an office and its field ("Verkehrsministerin"). */
const GERMAN_OFFICE =
  /^[\p{L}-]*(?:minister|präsident|sprecher|meister|kanzler|chef|direktor|sekretär|leiter|anwalt|anwält|kommissar|botschafter|senator|inspektor|referent|richter|trainer|vertreter|experte|politiker|anwält|geschäftsführer|verteidiger|bürger|forscher|wissenschaftler)(?:in|s|n|en)?$|^[\p{L}-]*(?:vorsitzende[rn]?|abgeordnete[rn]?|beauftragte[rn]?|experten?|expertin|präsidenten|präsidentin|politikerin|mitglied(?:s|es)?)$/u;

/** Offices as Russian and Kazakh write them, in any case. */
const RUSSIAN_OFFICE =
  /^(?:[\p{L}-]*(?:президент|министр|губернатор|директор|секретар|председател|представител|депутат|посол|посл|спикер|адвокат|эксперт|аналитик|генерал|глав)(?:а|у|е|ом|ем|ы|и|ю|я|ь|ой)?|әкімі|төрағасы|президенті|министрі|хатшысы|елшісі|депутаты|басшысы|директоры|өкілі)$/u;

/** No title is longer, in UTF-16 units. */
const LONGEST = 60;

/** True for a title or an office that is no part of a name; any letter case. */
export function isTitle(word: string): boolean {
  if (word.length > LONGEST) return false;
  const plain = word
    .toLowerCase()
    .replace(/\.$/u, '')
    .replace(/['’]s$/u, '');
  return TITLES.has(plain) || GERMAN_OFFICE.test(plain) || RUSSIAN_OFFICE.test(plain);
}

/** What ministers are of: "Secretary of State", "Minister for Foreign Affairs and Trade". */
const FIELDS = new Set(tables.fields.split(' '));

/**
 * Where the field of an office ends that begins at `at`, behind a title and "of" or "for"; `at` itself where none does.
 */
export function fieldEnd(words: readonly Word[], at: number): number {
  if (!/^(?:of|for)$/u.test(words[at - 1]?.lower ?? '') || !isTitle(words[at - 2]?.text ?? '')) return at;
  let end = at;
  while (FIELDS.has(words[end]?.lower ?? '')) end += 1;
  return end;
}
