/** Titles that stand before a name and are no part of it; lower case, without a full stop. */
const TITLES = new Set(
  (
    'mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor president vice-president vice prime minister deputy first foreign defence defense interior finance ' +
    'chancellor secretary general chairman chairwoman chair chief executive director spokesman spokeswoman spokesperson ambassador king queen prince princess pope rev judge justice mayor councillor congressman congresswoman former ' +
    'acting attorney speaker commissioner premier colonel col gen lt sgt capt captain major maj adm admiral candidate nominee economist analyst activist author journalist founder owner leader head coach police sheriff officer ' +
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
