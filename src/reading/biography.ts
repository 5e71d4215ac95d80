import { isPersonName } from './person-name.ts';

const ABOUT_AUTHOR =
  /^(?:about the (?:author|writer|reporter)s?|об авторе|автор (?:туралы|жайлы)|über (?:den autor|die autorin)|zu[mr] autor(?:in)?|muallif haqida|муаллиф ҳақида|(?:der autor|die autorin) (?:ist|lebt|arbeitet|schreibt)|the (?:author|writer) is an?|автор (?:статьи|материала|текста)? ?[—–-])(?!\p{L})/iu;

const AUTHOR_VERB =
  /^(?:,[^.]{2,60},)? ?(?:is (?:an? |the |our )|was (?:an? |the )|(?:covers|writes|reports|works|edits|specialises|specializes|contributes|has (?:covered|written|worked|reported))\b|[—–-] |— (?:журналист|корреспондент)|(?:журналист|пишет|работает|корреспондент)(?!\p{L})|ist (?:ein|eine|freie|freier|redakteur|korrespondent|journalist)|schreibt\b|berichtet (?:aus|für|über)\b|журналист)/iu;
const AUTHOR_TRADE =
  /\b(?:journalist|reporter|correspondent|author|writer|editor|columnist|contributor|covers|writes|freelance|newsroom|researcher|analyst|fellow|redakteur(?:in)?|korrespondent(?:in)?|journalist(?:in)?|autor(?:in)?)\b|журналист|корреспондент|редактор|обозреватель|автор|тілші|журналистик|освещает|пишет о|газет|репортёр|репортер|шолушы|жазушы/iu;
/** What biographies tell of anybody. */
const LIFE =
  /(?<!\p{L})(?:born in|lives in|based in|graduated|родил(?:ся|ась)|живёт|живет|окончил[аи]?|много лет|jahrgang|geboren|lebt in|studierte|arbeitet|туған|тұрады|бітірген|жұмыс істейді)(?!\p{L})/iu;

/** No biography is longer than this, in UTF-16 units. */
const LONGEST = 900;

/** "About the author: …": says of itself that it is one. */
export function isAboutAuthor(paragraph: string): boolean {
  return ABOUT_AUTHOR.test(paragraph);
}

/** True where a paragraph says what its author does for a living: "NAME is a journalist …", "NAME covers …". */
export function isBiographyOf(name: string, paragraph: string): boolean {
  const text = bare(paragraph);
  if (!text.startsWith(name) || text.length > LONGEST) return false;
  return AUTHOR_VERB.test(text.slice(name.length)) && AUTHOR_TRADE.test(text);
}

/**
 * True where a paragraph near the end tells about its author in any wording: it opens with the name, or with the
 * first name, and says what the author does, or opens with the full name and tells of a life.
 */
export function isClosingBiographyOf(name: string, paragraph: string): boolean {
  const text = bare(paragraph);
  if (text.length > LONGEST) return false;
  const first = name.split(' ')[0] ?? name;
  const full = text.startsWith(name);
  // "Paul has …", but not another Paul.
  const short = text.startsWith(`${first} `) && /^\p{Ll}/u.test(text.slice(first.length + 1));
  if (!full && !short) return false;
  return (
    AUTHOR_TRADE.test(text) ||
    /(?<!\p{L})(?:reporting|covering|writing)(?!\p{L})/iu.test(text) ||
    (full && LIFE.test(text))
  );
}

/** Whom a paragraph tells about that reads like an author's biography; undefined where it does not. */
export function subjectOf(paragraph: string): string | undefined {
  const words = bare(paragraph).split(' ', 5);
  for (const count of [2, 3, 4]) {
    const name = words.slice(0, count).join(' ').replace(/,$/u, '');
    if (isPersonName(name) && isBiographyOf(name, paragraph)) return name;
  }
  return undefined;
}

function bare(paragraph: string): string {
  return paragraph.replace(/^[\s*_([—–-]+/u, '');
}
