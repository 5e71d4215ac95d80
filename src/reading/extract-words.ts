const FUNCTION_WORDS = new Set(
  'about above after again against also because been before being below between could does doing down during each from further have having here into itself just more most other over same should some such than that their theirs them themselves then there these they this those through under until very were what when where which while whom will with would your said says told year years according если чтобы который которая которые которых когда также после перед более между того этого года году было были будет этом сказал сообщил oder aber auch nach über unter zwischen eine einer einem einen wird wurde wurden sind haben hatte nicht sich dass durch және үшін туралы деді болып болды'.split(
    ' ',
  ),
);

/** Letters of a word's rough stem, in any language that has letters. */
const STEM = 6;

/** Words of four letters or more and figures that tell what a sentence is about, each once, cut to their stems. */
export function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}{4,}|\p{N}{2,}/gu) ?? [];
  return [...new Set(words.filter((word) => !FUNCTION_WORDS.has(word)).map((word) => word.slice(0, STEM)))];
}

/** The pairs of words that stand side by side, each once, at least one of them longer than three letters. */
export function wordPairs(text: string): string[] {
  const stems = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, STEM));
  const pairs = new Set<string>();
  for (const [at, stem] of stems.entries()) {
    const next = stems[at + 1];
    if (next !== undefined && (stem.length > 3 || next.length > 3)) pairs.add(`${stem} ${next}`);
  }
  return [...pairs];
}

/** As readers count: what white space parts. Two characters of Chinese or Japanese stand for one word. */
export function wordCount(text: string): number {
  const unparted = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}\p{S}\p{Pd}]/u.test(word)).length + Math.floor(unparted / 2);
}
