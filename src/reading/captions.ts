import { isOutlet } from './outlet.ts';

const NOUN =
  'photo(?:graph|grapher)?s?|image|picture|caption|pic|illustration|graphic|infographic|map|cartoon|video|file photo|file image|file picture|image caption|image source|image credit|photo credit|picture credit|credit|credits|фото|фотография|архивное фото|фотограф|снимок|иллюстрация|иллюстративное фото|инфографика|карта|видео|скриншот|скрин|сурет|суретте|фотода|коллаж|foto|fotos|bild|bildquelle|grafik|illustration|archivfoto|archivbild|symbolbild|symbolfoto|rasm|расм|surat|сурат|фотосурет';

const LABEL = new RegExp(
  `^[[(]?(?:${NOUN})(?:\\s+(?:by|credit|courtesy|caption|source|from|с сайта|из|автора|von|иллюстративное|архивное))?\\s*(?:[:,©/|—–]|\\.{3}|…)`,
  'iu',
);
const LABEL_ALONE = new RegExp(`^(?:${NOUN})$`, 'iu');
/** Credits without a colon, and ones that say whose the picture is in other words. */
const CREDIT_LINE =
  /^[[(]?(?:(?:photo(?:graph)?s?|images?|pictures?|video|graphics?|illustration) (?:by|courtesy(?: of)?|credits?|via) [^.!?]{2,80}|courtesy of \p{Lu}[^.!?]{2,60}|фото (?:автора|из|с|со|предоставлен\p{L}+|пресс-службы|редакции)(?!\p{L})[^.!?]{0,80}|(?:источник фото|автор фото|фото авторы|фото көзі|сурет көзі|суретті түсірген|суреттер?|bildquelle|bildnachweis|fotocredit)\s*:.{2,100}|fotos? von [^.!?]{2,80})$/iu;
/** A credit behind the words of a caption. The picture's noun may be written small only behind a mark that parts it. */
const CREDIT_BEHIND =
  /(?:[;,.|/(—–]\s*(?:image|photo|picture|pic|photograph|фото|сурет|foto|bild|rasm|surat|расм|сурат)\s?(?:(?:by|credit|courtesy)\s?)?[:/©]|[.;|(]\s*(?:Photo(?:graph)?|Picture|Image|Video) (?:by|courtesy of|via) \p{Lu}[^.!?]{2,50}\.?\)?$|\b(?:REUTERS|AFP|EPA|AP Photo|TASS|ТАСС|Getty Images|dpa|Shutterstock|Unsplash|Wikimedia Commons)\/\p{Lu}|[(/]\s*(?:AP Photo|Getty Images|Reuters|AFP|AP|EPA|dpa|Shutterstock|iStock|Image: [^)]{2,40}|Photo: [^)]{2,40})\s*[)/]?$|©\s*\p{L}|[.)]\s?Credit(?:\.{3}|…|:)|\((?:file|archive|archival|архив|архивное фото|archiv|pictured)\)\.?$)/u;
/** "Ann Lee/Steppe Wire": somebody, a stroke, and an agency. */
const SOMEBODYS =
  /^[[(]?((?:\p{Lu}[\p{L}.'’-]{0,20} ){0,3}\p{Lu}[\p{L}.'’-]{1,20})\s?\/\s?(\p{Lu}[\p{L}.'’ -]{1,30}|dpa)(?:\/\p{Lu}[\p{L} ]{1,20})?(?: via \p{Lu}[\p{L} ]{1,20})?[\])]?\.?$/u;
/** "Getty Images", "AFP/Ann Lee". */
const AGENCYS =
  /^(?:Getty Images|AFP|AP|Reuters|EPA|dpa|iStock|Shutterstock|Unsplash|Wikimedia Commons|AP Photo)(?: ?\/ ?\p{Lu}[^.!?]{1,40})?\.?$/u;
const PICTURED = /(?:\(pictured\)|\bpictured\b|на фото(?!\p{L})|на снимке(?!\p{L})|im bild\b|суретте(?!\p{L}))/iu;
const ENDS_SENTENCE = /[.!?…]["”»“’')\]]*$/u;

/** "Getty Images", "Image": a credit or a label without the caption, which may stand beside it. */
export function isLoneCredit(paragraph: string): boolean {
  const [, somebody, agency] = SOMEBODYS.exec(paragraph) ?? [];
  if (somebody !== undefined && agency !== undefined && (isOutlet(agency) || isOutlet(somebody))) return true;
  return AGENCYS.test(paragraph) || LABEL_ALONE.test(paragraph);
}

/** True for a picture's caption or credit, told from its own words alone. */
export function isCaption(paragraph: string): boolean {
  if (isLoneCredit(paragraph) || LABEL.test(paragraph) || CREDIT_LINE.test(paragraph) || CREDIT_BEHIND.test(paragraph))
    return true;
  return PICTURED.test(paragraph) && !ENDS_SENTENCE.test(paragraph);
}
