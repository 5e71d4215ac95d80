/** Marks that close the reporting of a press release. */
const END_MARK = /^(?:#(?:\s?#)+|[-–—]\s*(?:ends?|30|конец|ende)\s*[-–—]|ends|\/ends)$/iu;

/** Headings of what follows it: whom to ask, and what editors should know. */
const CONTACT =
  /^(?:(?:media|press|editorial|public relations)\s+(?:contacts?|enquiries|inquiries|office)(?: information)?|contacts?(?: information| for (?:the )?(?:media|press))?:|for (?:more|further|additional) information,? (?:please )?contact\b|notes? (?:to|for) editors?|контакт(?:ы|ная информация)(?: для (?:СМИ|прессы|журналистов))?|по вопросам (?:для )?(?:СМИ|прессы)|пресс-служба:|pressekontakt|ansprechpartner(?:in)?(?: für (?:die )?(?:presse|medien))?:|kontakt:|байланыс(?: үшін)?:|БАҚ үшін байланыс)(?!\p{L})/iu;

/** A heading, or a contact in one line, is not longer than this, in UTF-16 units. */
const LONGEST = 120;

/**
 * Where a press release ends: at its end mark or its contacts, which stand in the second half. All that follows is no
 * reporting. The number of paragraphs where there is no such place.
 */
export function releaseEnd(paragraphs: readonly string[]): number {
  const from = Math.max(2, Math.floor(paragraphs.length * 0.4));
  const end = paragraphs.findIndex(
    (paragraph, at) =>
      at >= from && paragraph.length <= LONGEST && (END_MARK.test(paragraph) || CONTACT.test(paragraph)),
  );
  return end < 0 ? paragraphs.length : end;
}
