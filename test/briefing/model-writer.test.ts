import { describe, expect, it } from 'vitest';
import type { Original } from '../../src/briefing/answer-check.ts';
import type { Again, ArticleAnswer, Asked, Model, NoAnswer } from '../../src/briefing/model.ts';
import type { ModelEntry } from '../../src/briefing/model-book.ts';
import { createModelWriter } from '../../src/briefing/model-writer.ts';
import { readArticle } from '../../src/reading/read-article.ts';

const STORY = `Kazakhstan and Kyrgyzstan Agree to Share the Water of the Ilsay River

By Dana Orlova

BISHKEK, March 2 (Steppe Wire) — Kazakhstan and Kyrgyzstan agreed on Monday to share the water of the Ilsay River for ten more years, ending a quarrel that had left 4,200 farms without a promised supply since spring.

“We would rather argue about water than about borders,” said Marat Osmonov, Kyrgyzstan's minister of water resources. “The first 30 million cubic metres will reach the fields by April.”

Kazakhstan's deputy minister Aliya Serikova welcomed the agreement. “Nobody will have to beg for water in our villages any more,” she told reporters in Bishkek.

The agreement must be approved by both parliaments. A similar draft was rejected in Astana in 2024, and farmers in the Zhambyl region said that they would wait for the first water before they sowed.`;

const GOOD: ArticleAnswer = {
  headline: 'Kazakhstan and Kyrgyzstan share the Ilsay',
  sentences: [
    'Kazakhstan and Kyrgyzstan agreed on Monday to share the water of the Ilsay River for ten more years.',
    'The agreement must be approved by both parliaments.',
  ],
  countries: [
    { code: 'KG', reason: 'signs the agreement' },
    { code: 'KZ', reason: 'signs the agreement' },
  ],
  quotes: [{ number: 1, speaker: 'Marat Osmonov', role: 'minister' }],
};

function original(text = STORY): Original {
  const reading = readArticle(text);
  if (reading.kind !== 'article') throw new Error(reading.kind);
  return { ...reading.article, countries: reading.countries, quotes: reading.quotes };
}

/** A writer whose model answers with these, in order, and what it was asked and what was counted. */
function writerWith(...answers: (ArticleAnswer | NoAnswer)[]) {
  const again: (Again<ArticleAnswer> | undefined)[] = [];
  const counted: string[] = [];
  const summarise: Model['summarise'] = async (_, once) => {
    again.push(once);
    const answer = answers[again.length - 1] ?? 'unreachable';
    return typeof answer === 'string' ? { kind: 'none', why: answer } : { kind: 'answer', answer, by: 'summary@1 m' };
  };
  const never = async (): Promise<Asked<never>> => ({ kind: 'none', why: 'declined' });
  const write = createModelWriter({
    model: { summarise, translate: never, lead: never },
    book: { record: async ({ outcome }: ModelEntry) => void counted.push(outcome) },
    today: () => '2026-03-02',
  });
  return { write, again, counted };
}

const withSentences = (...sentences: string[]): ArticleAnswer => ({ ...GOOD, sentences });

describe('a model’s answer that the article supports', () => {
  it('becomes the summary, in one question', async () => {
    const { write, again, counted } = writerWith(GOOD);
    expect(await write(original())).toMatchObject({
      kind: 'written',
      writing: { summary: GOOD.sentences.join(' '), countries: ['KG', 'KZ'], by: 'summary@1 m' },
    });
    expect([again, counted]).toEqual([[undefined], []]);
  });

  it('gives the quotes their ranks, and never their words or their speakers', async () => {
    const article = original();
    const { write } = writerWith({
      ...GOOD,
      quotes: [
        { number: 2, speaker: 'Serikova', role: null },
        { number: 1, speaker: 'Marat Osmonov', role: 'king' },
      ],
    });
    const written = await write(article);
    const quotes = written.kind === 'written' ? written.writing.quotes : [];
    expect(quotes.map(({ rank, ...quote }) => quote)).toEqual(article.quotes.map(({ rank, ...quote }) => quote));
    const ranked = quotes.filter(({ rank }) => rank !== undefined).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    expect(ranked.map(({ speaker }) => speaker)).toEqual(['Aliya Serikova', 'Marat Osmonov']);
  });

  it('does not show a quote whose speaker it names otherwise than the reading', async () => {
    const { write } = writerWith({
      ...GOOD,
      quotes: [
        { number: 1, speaker: 'Aliya Serikova', role: null },
        { number: 2, speaker: 'Aliya Serikova', role: null },
      ],
    });
    const written = await write(original());
    const quotes = written.kind === 'written' ? written.writing.quotes : [];
    expect(quotes.filter(({ rank }) => rank !== undefined).map(({ speaker }) => speaker)).toEqual(['Aliya Serikova']);
  });

  it('leaves out countries that do not exist or are not mentioned, and numbers of no quote', async () => {
    const { write } = writerWith({
      ...GOOD,
      countries: ['ZZ', 'BR', 'kz'].map((code) => ({ code, reason: '' })),
      quotes: [{ number: 99, speaker: 'Marat Osmonov', role: null }],
    });
    const article = original();
    expect(await write(article)).toMatchObject({ writing: { countries: ['KZ'], quotes: article.quotes } });
  });

  it('keeps an article’s own headline, unless that is longer than 90 characters', async () => {
    expect(await writerWith(GOOD).write(original())).toMatchObject({ writing: { headline: undefined } });
    const long = { ...original(), headline: `${original().headline} for Ten More Years, Ending a Long Quarrel` };
    expect(await writerWith(GOOD).write(long)).toMatchObject({ writing: { headline: GOOD.headline } });
    const invented = { ...GOOD, headline: 'Uzbekistan joins the Ilsay agreement' };
    expect(await writerWith(invented).write(long)).toMatchObject({ writing: { headline: undefined } });
  });
});

describe('a sentence that the article does not support', () => {
  const INVENTED = withSentences(
    'Kazakhstan and Kyrgyzstan agreed to share the water of the Ilsay River for 15 years.',
  );

  it('is asked for once more, with what failed', async () => {
    const { write, again, counted } = writerWith(INVENTED, GOOD);
    expect(await write(original())).toMatchObject({ kind: 'written', writing: { summary: GOOD.sentences.join(' ') } });
    expect(again[1]?.rejected).toMatchObject([{ sentence: INVENTED.sentences[0], why: expect.stringContaining('15') }]);
    expect(counted).toEqual(['rejected: number']);
  });

  it('makes way for the extract where it fails again, and the editor can read why', async () => {
    const { write, again } = writerWith(INVENTED, INVENTED);
    expect(await write(original())).toMatchObject({
      kind: 'extract',
      because: { kind: 'rejected', rejected: [{ sentence: INVENTED.sentences[0] }] },
    });
    expect(again).toHaveLength(2);
  });

  it('keeps the first reason where the second question gets no answer', async () => {
    const { write } = writerWith(INVENTED, 'no-budget');
    expect(await write(original())).toMatchObject({ kind: 'extract', because: { kind: 'rejected' } });
  });

  it.each([
    ['a number', 'The agreement left 5,200 farms without a promised supply since spring.', 'number'],
    ['a person', 'Minister Timur Abdullaev said that the water would come by April.', 'name'],
    ['a country', 'Kazakhstan, Kyrgyzstan and Uzbekistan agreed to share the water of the Ilsay River.', 'name'],
    ['a quote', 'Marat Osmonov said: “We will never argue about water again.”', 'quote'],
  ])('because of %s is caught', async (_, sentence, why) => {
    const { write, counted } = writerWith(withSentences(sentence), withSentences(sentence));
    expect(await write(original())).toMatchObject({ kind: 'extract' });
    expect(counted).toEqual([`rejected: ${why}`, `rejected: ${why}`]);
  });
});

describe('an answer of the wrong form', () => {
  it.each([
    ['without a sentence', withSentences(' ')],
    ['with four sentences', withSentences(...STORY.split('\n\n').slice(-1), ...GOOD.sentences)],
    ['with more than 80 words', withSentences(`${'Kazakhstan and Kyrgyzstan agreed and '.repeat(17)}agreed.`)],
    ['in another language', withSentences('Казахстан и Кыргызстан договорились делить воду реки ещё десять лет.')],
  ])('%s is not shown', async (_, answer) => {
    const { write, counted } = writerWith(answer, answer);
    expect(await write(original())).toMatchObject({ kind: 'extract' });
    expect(counted).toContain('rejected: form');
  });
});

describe('a model that does not answer', () => {
  it.each(['no-budget', 'refused', 'cut-off', 'empty', 'malformed', 'busy', 'unreachable', 'declined'] as const)(
    'leaves the extract: %s',
    async (why) => {
      const { write } = writerWith(why);
      expect(await write(original())).toEqual({ kind: 'extract', because: { kind: 'no-answer', why } });
    },
  );
});

describe('a hostile article', () => {
  it('gets no link, markup or hidden character into its summary', async () => {
    const answer = withSentences(
      'Kazakhstan and Kyrgyzstan agreed on Monday <b>to share</b> the water\u200b of the\u202e Ilsay River, see https://evil.example/x or t.me/evil.',
    );
    const { write } = writerWith(answer, answer);
    const written = await write(original());
    const summary = written.kind === 'written' ? written.writing.summary : '';
    expect(summary).not.toMatch(/evil|<|\u200b|\u202e/);
  });
});
