/**
 * Words that open a sentence and do not stand with a capital inside one. English: two words or more together, since
 * titles have capitals too.
 */
const OPENERS: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}\p{N}]{1,40})['’”"]? (?=(?:(?:In|On|At|After|During|From|With|For) the|According to|As of|The \p{Ll}{3,}|An? \p{Ll}{3,} \p{Ll}+|It (?:is|was|has|had|will|also|came|comes)|(?:He|She) (?:is|was|said|says|has|had|also|told|will)|They (?:are|were|have|had|will|also)|This (?:is|was|has|week)|There (?:is|are|was|were)) )/gu,
  de: /(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}\p{N}]{1,40}) (?=(?:(?:Die|Der|Das)(?! (?:Linke|Grünen|Zeit|Welt|Presse|Partei|Erste|Spiegel|Standard|drei|fünf)(?!\p{L}))|Dem|Wir|Während|Wenn|Von|Vom|Bei|Beim|Nach|Auch|Aber|Ein|Eine|Einen|Es|Dann|Dabei|Daraufhin|Dort|Hier|Doch|Nun|Seit|Zudem|Außerdem|Damit|Deshalb|Jedoch|Mit|Als|Ihr|Sein|Seine|Am|Im|In diesem|Um) \p{L})/gu,
};

/** What no heading ends with: the capital behind it belongs to a name ("in Den Haag", "und Die Linke"). */
const GOES_ON: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'a an the and or of in on at to for with by from as is was called named titled film song book novel series show say says said that vitamin grade plan class team group hepatitis side block wing level league series category'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die das den dem des ein eine einen einem einer und oder in im an am auf aus bei mit nach von vom vor zu zum zur für über unter gegen um wie als namens dass daß band zeitung magazin film partei fraktion buch'.split(
      ' ',
    ),
  ),
};

/**
 * Where a heading or a caption without a full stop ends that stands in one line with the text behind it ("… of the tower
 * The mayor said …"), as places in the text. English and German alone: other languages have no such capitals to tell by.
 */
export function inlineHeadings(text: string, language: string): number[] {
  const openers = OPENERS[language];
  if (openers === undefined) return [];
  return [...text.matchAll(openers)]
    .filter(
      ({ 1: before = '' }) => !GOES_ON[language]?.has(before.toLowerCase()) && /^(?:\p{Ll}|\p{L}{2})/u.test(before),
    )
    .map(({ index, 0: match }) => index + match.length);
}
