/** A number as it stands in a text, with its value. */
export interface NumberInText {
  readonly text: string;
  readonly value: number;
  /** True where the words before say that it is rounded ("about", "nearly"). */
  readonly rounded: boolean;
}

const WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
    dozen: 12,
    half: 0.5,
    twice: 2,
    both: 2,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwölf: 12,
    два: 2,
    две: 2,
    двух: 2,
    три: 3,
    трех: 3,
    трёх: 3,
    четыре: 4,
    четырех: 4,
    пять: 5,
    пяти: 5,
    шесть: 6,
    шести: 6,
    семь: 7,
    семи: 7,
    восемь: 8,
    девять: 9,
    десять: 10,
    десяти: 10,
    екі: 2,
    үш: 3,
    төрт: 4,
    бес: 5,
    алты: 6,
    жеті: 7,
    сегіз: 8,
    тоғыз: 9,
    он: 10,
  }),
);

const SCALES: readonly (readonly [pattern: RegExp, factor: number])[] = [
  [/^(?:dozens?|dutzend|дюжин\p{L}*)$/iu, 12],
  [/^(?:hundreds?|hundert|сот\p{L}*|жүз)$/iu, 100],
  [/^(?:thousands?|k|tausend|тыс\p{L}*|мың)$/iu, 1_000],
  [/^(?:millions?|m|mn|mio|million(?:en)?|млн|миллион\p{L}*)$/iu, 1_000_000],
  [/^(?:billions?|bn|b|mrd|milliarden?|млрд|миллиард\p{L}*)$/iu, 1_000_000_000],
  [/^(?:trillions?|tn|billionen|трлн|триллион\p{L}*)$/iu, 1_000_000_000_000],
];

const ROUNDING =
  /(?:about|around|nearly|almost|some|roughly|approximately|over|than|least|up to|rund|etwa|fast|knapp|около|почти|примерно|более|свыше|шамамен|жуық)\s*[$€£₸¥]?$/iu;

// Digits with their group and decimal marks, a letter of scale right behind (a unit is left, "40cm"), or a word.
const TOKEN = /\p{N}(?:[\p{N}.,]*\p{N})?(?!\p{N})(?:(?:st|nd|rd|th|bn|mn|tn|m|k)(?!\p{L}))?|\p{L}+(?:-\p{L}+)?/gu;

/** The numbers of a text, in digits and in words, with their scale ("$1.2 billion", "1,2 Milliarden", "two dozen"). */
export function numbersIn(text: string): NumberInText[] {
  const tokens = [...text.matchAll(TOKEN)];
  return tokens.flatMap((match, at) => {
    const base = numberOf(match[0]);
    if (base === undefined) return [];
    const next = tokens[at + 1];
    const adjacent = next !== undefined && next.index - match.index - match[0].length <= 1;
    const factor = adjacent ? scaleOf(next[0]) : undefined;
    const before = text.slice(Math.max(0, match.index - 20), match.index);
    const end =
      factor === undefined || next === undefined ? match.index + match[0].length : next.index + next[0].length;
    return [{ text: text.slice(match.index, end), value: base * (factor ?? 1), rounded: ROUNDING.test(before) }];
  });
}

function scaleOf(word: string): number | undefined {
  return SCALES.find(([pattern]) => pattern.test(word))?.[1];
}

function numberOf(token: string): number | undefined {
  const lower = token.toLowerCase();
  const word = WORDS.get(lower) ?? compound(lower);
  if (word !== undefined) return word;
  const digits = /^(\p{N}[\p{N}.,]*?)[.,]*(st|nd|rd|th|bn|mn|tn|m|k)?$/u.exec(lower);
  if (digits?.[1] === undefined) return undefined;
  const value = decimal(digits[1]);
  return Number.isFinite(value) ? value * (scaleOf(digits[2] ?? '') ?? 1) : undefined;
}

/** "twenty-three", and the "eight" of "eight-year-old". */
function compound(word: string): number | undefined {
  const [first, second] = word.split('-');
  const tens = WORDS.get(first ?? '');
  if (tens === undefined || second === undefined) return undefined;
  const units = WORDS.get(second);
  return units !== undefined && tens >= 20 && units < 10 ? tens + units : tens;
}

/** A mark before exactly three last digits groups thousands; any other last mark is the decimal one. */
function decimal(digits: string): number {
  if (/^\p{N}{1,3}(?:[.,]\p{N}{3})+$/u.test(digits)) return Number(digits.replace(/[.,]/gu, ''));
  const mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (mark < 0) return Number(digits);
  return Number(`${digits.slice(0, mark).replace(/[.,]/gu, '')}.${digits.slice(mark + 1)}`);
}

/** True where one number may stand for another: the same value, or the same when rounded to the coarser one's digits. */
export function sameNumber(claimed: NumberInText, found: NumberInText): boolean {
  if (claimed.value === found.value) return true;
  if (claimed.value === 0 || found.value === 0) return false;
  const ratio = claimed.value / found.value;
  if (claimed.rounded) return ratio > 0.9 && ratio < 1.1;
  return claimed.value >= 100 && ratio > 0.995 && ratio < 1.005;
}
