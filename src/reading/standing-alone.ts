const POINTS_BACK =
  /^(?:(?:and|but|so|or|yet|still|then|also|however|meanwhile|moreover|furthermore|nevertheless|instead|therefore|thus|indeed|in addition|by contrast|in contrast|in sharp contrast|similarly|likewise|for example|for instance|as a result|after that|he|she|it|they|we|i|you|his|her|their|its|this|that|these|those|there|such|both|another|others|here|the (?:move|decision|latter|former|pair|two|duo|incident|man|woman|couple|announcement|measure|news|group|document|statement|three|attack|deal|plan|comments?|remarks?)|in (?:that|this|his|her|their)|at the time|by then|since then|earlier)|(?:он|она|оно|они|его|её|ее|их|это|этот|эта|эти|этого|так|также|но|и|а|однако|при этом|кроме того|тем не менее|поэтому|там|тогда|такой|такая|такие|об этом|о чем|о чём|с этим|у него|у нее|у неё|у них|для этого|в этом|по его|по ее|по её|по их|мы|я|вы)|(?:ол|бұл|бұны|мұны|бұған|осы|сол|олар|оның|олардың|бірақ|алайда|сондай-ақ|ал|сонымен)|(?:er|sie|es|dies\p{L}*|das|und|aber|doch|auch|jedoch|deshalb|daher|zudem|außerdem|dabei|dazu|ihr\p{L}*|sein\p{L}*|dort|so|damit|darauf|danach))(?![\p{L}\p{N}])/iu;
/** An interview's turns ("A: …") and a live report's times. */
const OPENS_WITH_LABEL = /^(?:\p{Lu}{1,3}:|\p{N}{1,2}[:.]\p{N}{2})\s/u;
const OPENS_WITH_MARK = /^["“”„«»‘'(–—•*-]/u;
const ENDS_LIKE_SENTENCE = /[.!…]["”»“’')\]]*$/u;
const POINTS_AT_PAGE =
  /\((?:pictured|above|left|right|see)[^)]*\)|scroll down|pictured (?:above|left|right|below)|click here|на фото|смотрите видео/iu;

/** "Об этом сообщил министр …": says who said it and nothing else. */
const ONLY_NAMES_SOURCE =
  /^(?:Об этом (?:\p{L}+ ){0,3}(?:сообщ|заяв|расска|пиш|говор|переда)|Как (?:сообщ|переда)|Бұл туралы .{0,80}(?:хабарла|мәлімде|айтты)|(?:That|This) is according to|Das (?:teilte|sagte|berichtet))/iu;

/** False for a question, a bare or half a quote, a fragment without a full stop, a turn of an interview, or what speaks of the page. */
export function readsByItself(sentence: string): boolean {
  if (!endsLikeSentence(sentence) || OPENS_WITH_MARK.test(sentence) || OPENS_WITH_LABEL.test(sentence)) return false;
  if (ONLY_NAMES_SOURCE.test(sentence) || POINTS_AT_PAGE.test(sentence) || /^\p{Ll}/u.test(sentence)) return false;
  return !mostlyQuoted(sentence) && marksMatch(sentence);
}

/** True where the opening words mean something that was said before ("He", "This", "The move", "Об этом"). */
export function pointsBack(sentence: string): boolean {
  return POINTS_BACK.test(sentence);
}

export function endsLikeSentence(sentence: string): boolean {
  return ENDS_LIKE_SENTENCE.test(sentence);
}

function mostlyQuoted(sentence: string): boolean {
  const quoted = sentence.match(/[“„«"][^“„«"”»]*[”“»"]/gu)?.join('').length ?? 0;
  return quoted > sentence.length * 0.6;
}

/** False for a sentence that holds one half of a quote. */
function marksMatch(sentence: string): boolean {
  const straight = sentence.split('"').length - 1;
  const opened = sentence.match(/[“„«]/gu)?.length ?? 0;
  const closed = sentence.match(/[”»]/gu)?.length ?? 0;
  return straight % 2 === 0 && (opened === closed || sentence.includes('„'));
}
