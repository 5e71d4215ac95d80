/** An article made by chance: nobody's words, but with the sentences, names, figures and quotes of one. */
export interface MadeArticle {
  readonly headline: string;
  readonly paragraphs: readonly string[];
  /** As an editor pastes it, with byline and dateline. */
  readonly paste: string;
}

/** Makes articles, the same ones for the same seed. */
export interface ArticleMaker {
  /** An article of about so many words. */
  make(words: number): MadeArticle;
  /** Reports of one event in different words: who, where and how many are the same. */
  makeReports(count: number, words: number): MadeArticle[];
  /** A light rewrite: one word in ten is another one, and the last third is cut off. */
  reword(body: string): string;
}

const VOCABULARY = 20_000;
const NAMES = 4_000;
const ONSETS = 'b br d dr f g gr h j k kl l m n p pr r s sh st t tr v z'.split(' ');
const VOWELS = 'a e i o u ai ei ou'.split(' ');
const CODAS = ['', '', 'l', 'm', 'n', 'r', 's', 't', 'nd', 'rk'];
const SMALL = 'the of and in to a for on with by at from that was were had which'.split(' ');
const PLACES = 'Kazakhstan Uzbekistan Kyrgyzstan Belarus Tajikistan Georgia Almaty Bishkek Minsk Tbilisi'.split(' ');
const WORDS_IN_A_SENTENCE = { least: 8, more: 12 };
const SENTENCES_IN_A_PARAGRAPH = 3;

/** The facts that all reports of an event share. */
interface MadeEvent {
  readonly people: readonly string[];
  readonly town: string;
  readonly place: string;
  readonly figures: readonly number[];
  /** What it is about. */
  readonly words: readonly string[];
}

export function createArticleMaker(seed: number): ArticleMaker {
  const random = mulberry32(seed);
  const below = (bound: number) => Math.floor(random() * bound);
  const of = <T>(list: readonly T[], otherwise: T): T => list[below(list.length)] ?? otherwise;
  const syllable = () => of(ONSETS, '') + of(VOWELS, '') + of(CODAS, '');
  const word = () => Array.from({ length: 2 + below(2) }, syllable).join('');
  const vocabulary = Array.from({ length: VOCABULARY }, word);
  const names = Array.from({ length: NAMES }, () => capitalised(word()));
  /** Words come as often as in a language: the second most frequent half as often as the first, and so on (Zipf). */
  const frequent = () => vocabulary[Math.floor(VOCABULARY ** random()) - 1] ?? '';

  function sentence(event: MadeEvent): string {
    const words = Array.from({ length: WORDS_IN_A_SENTENCE.least + below(WORDS_IN_A_SENTENCE.more) }, (_, at) =>
      at % 3 === 1 ? of(SMALL, '') : random() < 0.3 ? of(event.words, '') : frequent(),
    );
    const chance = random();
    if (chance < 0.2) return `“${capitalised(words.join(' '))},” said ${of(event.people, '')}.`;
    if (chance < 0.5) words.splice(4, 0, of([...event.people, event.town, event.place], ''));
    else if (chance < 0.7) words.splice(4, 0, String(of(event.figures, 100)), frequent());
    return `${capitalised(words.join(' '))}.`;
  }

  /** Who, where and how many stand in the first sentence of every report. */
  function lede({
    people: [person, other],
    town,
    place,
    figures: [one, another],
    words: [what, which],
  }: MadeEvent): string {
    return `The ${frequent()} ${what} of ${one} ${frequent()} near ${town} in ${place} was ${which} with ${another} ${frequent()}, ${person} and ${other} said.`;
  }

  function event(): MadeEvent {
    const person = () => `${of(names, '')} ${of(names, '')}`;
    return {
      people: [person(), person(), person()],
      town: of(names, ''),
      place: of(PLACES, ''),
      figures: [100 + below(9_900), 100 + below(9_900), 11 + below(80)],
      words: Array.from({ length: 10 }, frequent),
    };
  }

  function report(about: MadeEvent, words: number): MadeArticle {
    const sentences = [lede(about)];
    for (let length = 0; length < words; length += sentences.at(-1)?.split(' ').length ?? words)
      sentences.push(sentence(about));
    const paragraphs = chunks(sentences, SENTENCES_IN_A_PARAGRAPH).map((some) => some.join(' '));
    const headline = [about.town, frequent(), frequent(), 'in', about.place, frequent(), frequent()]
      .map(capitalised)
      .join(' ');
    const dateline = `${about.town.toUpperCase()}, Nov ${1 + below(28)} (${of(names, '')} Wire) — `;
    const body = paragraphs.join('\n\n');
    return { headline, paragraphs, paste: `${headline}\n\nBy ${of(names, '')} ${of(names, '')}\n\n${dateline}${body}` };
  }

  return {
    make: (words) => report(event(), words),
    makeReports(count, words) {
      const about = event();
      return Array.from({ length: count }, () => report(about, words));
    },
    reword: (body) =>
      body
        .slice(0, Math.floor((body.length * 2) / 3))
        .split(' ')
        .map((one) => (random() < 0.1 ? frequent() : one))
        .join(' '),
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}

/** A generator of numbers from 0 up to 1 (Ettinger's Mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
