import type { Word } from './words.ts';

/** Titles that stand before a name and are no part of it; lower case, without a full stop. */
const TITLES = new Set(
  (
    'mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor president vice-president vice prime minister deputy first foreign defence defense interior finance ' +
    'chancellor secretary general chairman chairwoman chair chief executive director spokesman spokeswoman spokesperson ambassador king queen prince princess pope rev judge justice mayor councillor congressman congresswoman former ' +
    'acting attorney speaker commissioner premier colonel col gen lt sgt capt captain major maj adm admiral candidate nominee economist analyst activist author journalist founder owner leader head coach police sheriff officer reporter host actress actor anchor anchorwoman anchorman ' +
    'herr frau bundeskanzler bundeskanzlerin kanzler kanzlerin präsident präsidentin minister ministerin außenminister innenminister finanzminister sprecher sprecherin bürgermeister ministerpräsident ' +
    'президент премьер-министр министр глава депутат посол директор председатель секретарь пресс-секретарь спикер губернатор мэр вице-премьер замминистра премьер министра министр-президент представитель представительница ' +
    'президенті министрі төрағасы әкімі депутаты әкім төраға басшы депутат елші директор өкіл'
  ).split(' '),
);

/** German makes one word of an office and its field ("Verkehrsministerin"). */
const GERMAN_OFFICE =
  /^\p{L}*(?:minister|präsident|sprecher|meister|kanzler|chef|direktor|sekretär|leiter|anwalt|anwält|kommissar|botschafter|senator|inspektor|referent|richter|vertreter)(?:in)?$|^\p{L}*(?:vorsitzender?|abgeordneter?|beauftragter?|experte|expertin)$/u;

/** Offices as Russian and Kazakh write them, in any case. */
const RUSSIAN_OFFICE =
  /^(?:[\p{L}-]*(?:президент|министр|губернатор|директор|секретар|председател|представител|депутат|посол|посл|спикер|адвокат|эксперт|аналитик|генерал|глав)(?:а|у|е|ом|ем|ы|и|ю|я|ь|ой)?|әкімі|төрағасы|президенті|министрі|хатшысы|елшісі|депутаты|басшысы|директоры|өкілі)$/u;

/** True for a title or an office that is no part of a name; any letter case. */
export function isTitle(word: string): boolean {
  const plain = word
    .toLowerCase()
    .replace(/\.$/u, '')
    .replace(/['’]s$/u, '');
  return TITLES.has(plain) || GERMAN_OFFICE.test(plain) || RUSSIAN_OFFICE.test(plain);
}

/** What ministers are of: "Secretary of State", "Minister for Foreign Affairs and Trade". */
const FIELDS = new Set(
  'state defense defence education commerce treasury health energy labor labour agriculture transport transportation homeland security foreign affairs finance trade culture economy development environment interior justice housing veterans information science and human services water resources ports'.split(
    ' ',
  ),
);

/**
 * Where the field of an office ends that begins at `at`, behind a title and "of" or "for"; `at` itself where none does.
 */
export function fieldEnd(words: readonly Word[], at: number): number {
  if (!/^(?:of|for)$/u.test(words[at - 1]?.lower ?? '') || !isTitle(words[at - 2]?.text ?? '')) return at;
  let end = at;
  while (FIELDS.has(words[end]?.lower ?? '')) end += 1;
  return end;
}
