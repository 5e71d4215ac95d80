import { isCaption } from './captions.ts';

export { pointsBack } from './pointing-back.ts';

/** An interview's turns ("A: …", "Holm: …"), the label of a caption ("Murdered: …") and a live report's times. */
const OPENS_WITH_LABEL = /^(?:[\p{L}'’.-]{1,24}(?: [\p{L}'’.-]{1,24}){0,4}:|\p{N}{1,2}[:.]\p{N}{2})\s/u;
const OPENS_WITH_MARK = /^["“”„«»‘'(–—•*[-]/u;
const ENDS_LIKE_SENTENCE = /[.!…]["”»“’')\]]*$/u;
const POINTS_AT_PAGE =
  /\((?:pictured|above|left|right|see|below|file)[^)]*\)|scroll down|pictured (?:above|left|right|below)|(?:seen|shown) (?:here|above|left|right|below)|in (?:this|the) (?:photo|picture|image|file photo)|click here|watch the video|на фото|на снимке|смотрите видео|суретте|auf dem (?:foto|bild)|im bild/iu;

/** "Об этом сообщил министр …": says who said it and nothing else. */
const ONLY_NAMES_SOURCE =
  /^(?:Об этом (?:\p{L}+ ){0,3}(?:сообщ|заяв|расска|пиш|говор|переда)|Как (?:сообщ|переда)|Бұл туралы .{0,80}(?:хабарла|мәлімде|айтты)|(?:That|This) is according to|Das (?:teilte|sagte|berichtet))/iu;

/** "… is a journalist in Velden", "… covers railways": tells about somebody at the paper. */
const TELLS_OF_AUTHOR =
  /^\p{Lu}\p{L}+(?: \p{Lu}[\p{L}.]+){1,2} (?:is (?:an? |the )(?:\p{L}+ ){0,3}(?:journalist|reporter|correspondent|columnist|contributor|editor|writer)|(?:covers|writes about|reports on) )|^(?:Reporting|Editing|Writing|Additional reporting) by /u;

/**
 * False for a question, a bare or half a quote, a fragment without a full stop, a turn of an interview, a caption, a
 * biography, or what speaks of the page.
 */
export function readsByItself(sentence: string): boolean {
  if (!endsLikeSentence(sentence) || OPENS_WITH_MARK.test(sentence) || OPENS_WITH_LABEL.test(sentence)) return false;
  if (ONLY_NAMES_SOURCE.test(sentence) || POINTS_AT_PAGE.test(sentence) || /^\p{Ll}/u.test(sentence)) return false;
  if (TELLS_OF_AUTHOR.test(sentence) || isCaption(sentence) || isQuestion(sentence)) return false;
  return !mostlyQuoted(sentence) && marksMatch(sentence);
}

export function endsLikeSentence(sentence: string): boolean {
  return ENDS_LIKE_SENTENCE.test(sentence);
}

function isQuestion(sentence: string): boolean {
  return /\?["”»“’')\]]*$/u.test(sentence);
}

function mostlyQuoted(sentence: string): boolean {
  const quoted = sentence.match(/[“„«"][^“„«"”»]{0,2000}[”“»"]/gu)?.join('').length ?? 0;
  const single = sentence.match(/(?<![\p{L}\p{N}])[‘'][^‘’']{12,600}[,.!?…][’'](?!\p{L})/gu)?.join('').length ?? 0;
  return Math.max(quoted, single) > sentence.length * 0.6;
}

/** False for a sentence that holds one half of a quote. */
function marksMatch(sentence: string): boolean {
  const count = (pattern: RegExp): number => sentence.match(pattern)?.length ?? 0;
  const low = count(/„/gu);
  const straight = count(/"/gu);
  if (low > 0) return low === count(/[“”"]/gu) && count(/«/gu) === count(/»/gu);
  if (straight % 2 !== 0 || count(/“/gu) !== count(/”/gu) || count(/«/gu) !== count(/»/gu)) return false;
  // A single mark is an apostrophe too; only behind a mark of the sentence does it surely close a quote.
  const opened = count(/(?<![\p{L}\p{N}])[‘'](?=\p{L})(?!(?:s|t|re|ve|ll|n|em|til|cause|tis|twas)(?!\p{L}))/gu);
  return count(/[,.!?…][’'](?=\s|$)/gu) <= opened;
}
