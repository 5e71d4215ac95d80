import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankKeyQuotes } from '../../src/reading/key-quotes.ts';
import { findQuotes } from '../../src/reading/quotes.ts';
import { assertPlacesInBody } from '../../src/store/quote-places.ts';

const LANGUAGES = ['en', 'de', 'ru', 'kk', 'uk', 'uz', 'tr', 'fr', 'zh'];

/** What the rules of quotes and speakers look for, in the languages that have tables, and what leads them astray. */
const FRAGMENTS = [
  ...'“ ” „ « » " \' ‘ ’ ‚ ‹ › 「 」 , . ! ? … : ; — – - ( ) [ ]'.split(' '),
  ...[' ', ' ', ' ', '\n', '\n\n', '\u00a0', 'a', 'A', '1', 'é', '\ud83d\ude00', '\ud800'],
  ...' said| says|Said |, said | told| who said | who | which he called | what | that | and said | to say |, adding | with | in the words of | in his view|’s |s’ | according to |As | put it|U.S. |Mr. |Jr.|(V-Velden)| the company| The company’s statement| statement reads'.split(
    '|',
  ),
  ...' he | she | They |” said Deputy Minister Ida Holm. | Ida Holm | Rolf Berg, mayor of Velden,| Holm | Minister | the mayor | officials '.split(
    '|',
  ),
  ...' sagte | sagte, | heißt es | laut | nach Angaben des | so | zufolge | sei | und nannte | die | der Minister | Hafenministerium '.split(
    '|',
  ),
  ...' сказал| — сказал он| по словам | в Министерстве портов| что | он | мэр | компания «Север» | Рольфа Берга '.split(
    '|',
  ),
  ...' деді| деп мәлімдеді| айтуынша | ол | министрлік | Асқар Нұрланов '.split('|'),
  ...['We will open the gates', 'Мы откроем ворота', 'Wir öffnen die Tore', 'Біз қақпаны ашамыз', '我们走了', 'سنذهب'],
];

const fragment = fc.constantFrom(...FRAGMENTS);
const language = fc.constantFrom(...LANGUAGES);
const told = fc.array(fc.oneof({ weight: 8, arbitrary: fragment }, fc.string({ unit: 'binary', maxLength: 6 })), {
  maxLength: 60,
});

/** Quotes whose speakers have offices, oddly spaced and spelt. */
const introduced = fc
  .tuple(
    fc.constantFrom(
      'Deputy  Minister',
      'Minister for Ports',
      'Foreign MINISTER',
      'мэр',
      'министр водных  путей',
      'Hafenministerin',
    ),
    fc.constantFrom('Ida Holm', 'Rolf Berg', 'Ида Хольм', 'Ida Holm, the mayor  of Velden,'),
  )
  .chain(([office, name]) =>
    fc.constantFrom(
      `“We will open the gates,” said ${office} ${name}. `,
      `${office} ${name} said: “We will open the gates.” `,
      `«Мы откроем ворота», — сказала ${office} ${name}.\n\n`,
      `„Wir öffnen die Tore“, sagte ${office} ${name}. `,
    ),
  );

describe('whatever the text', () => {
  test('every quote that is found is taken in at the store’s door', () => {
    fc.assert(
      fc.property(told, language, (parts, code) => {
        const text = parts.join('');
        assertPlacesInBody(text, findQuotes(text, code));
      }),
      { numRuns: 1_500 },
    );
  });

  test('a role stands in it word for word, and a speaker who is named has words beside the quote that mention him', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(introduced, fragment), { minLength: 1, maxLength: 12 }),
        language,
        (parts, code) => {
          const text = parts.join('');
          for (const { speaker, role, mention } of findQuotes(text, code)) {
            if (role !== undefined) expect(text).toContain(role);
            if (speaker !== undefined) expect(mention).toBeDefined();
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('what stands outside the marks has no say in what stands inside', () => {
    fc.assert(
      fc.property(fc.constantFrom('said Ida Holm', 'who said', 'he', 'U.S.', 'Berg told', 'that'), (inside) => {
        const text = `“We will ${inside} open the gates in May,” Rolf Berg said.`;
        expect(findQuotes(text, 'en').map(({ speaker }) => speaker)).toEqual(['Rolf Berg']);
      }),
    );
  });
});

/** What is not linear takes minutes at this length; what is takes well under a tenth of the bound. */
const LONG = 200_000;
const MILLISECONDS = 2_000;

describe('time', () => {
  test('grows with the length of a text, whatever is repeated in it', () => {
    fc.assert(
      fc.property(fc.array(fragment, { minLength: 1, maxLength: 4 }), language, (parts, code) => {
        const piece = parts.join('');
        expect(millisecondsFor(piece.repeat(Math.ceil(LONG / piece.length)), code)).toBeLessThan(MILLISECONDS);
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    ['one letter', 'a'],
    ['quotation marks', '"'],
    ['opening marks', '“'],
    ['guillemets', '«»'],
    ['brackets', '([{'],
    ['"he said"', 'he said '],
    ['quotes', '“We will go there,” he said. '],
    ['commas', 'said, '],
    ['German quotes', '„Wir gehen dorthin“, sagte der Minister Peter Müller. '],
    ['dashes', '— а. — Б'],
    ['names', 'John Smith '],
    ['lines', 'a\n'],
  ])('does not run away with nothing but %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(LONG / piece.length));
    const code = /[а-я]/u.test(piece) ? 'ru' : /[„ü]/u.test(piece) ? 'de' : 'en';
    expect(millisecondsFor(text, code)).toBeLessThan(MILLISECONDS);
  });

  test('does not run away with names and quotes that never come twice', () => {
    let text = '';
    for (let at = 0; text.length < LONG; at += 1) text += `Al${at}x Bo${at}y said “we go ${at} now here”. `;
    expect(millisecondsFor(text, 'en')).toBeLessThan(MILLISECONDS);
  });

  test('no expression of the rules goes astray on as much text as it is given at once', () => {
    const slow = expressions().filter(([, expression]) =>
      FRAGMENTS.some((piece) => {
        const text = piece.repeat(Math.ceil(1_500 / piece.length));
        return Math.min(matchingTime(expression, text), matchingTime(expression, text)) > 100;
      }),
    );
    expect(slow.map(([file, { source }]) => `${file}: ${source}`)).toEqual([]);
  });
});

function millisecondsFor(text: string, code: string): number {
  const start = process.cpuUsage().user;
  rankKeyQuotes(text, findQuotes(text, code));
  return (process.cpuUsage().user - start) / 1_000;
}

function matchingTime(expression: RegExp, text: string): number {
  const start = process.cpuUsage().user;
  text.replaceAll(expression, '');
  return (process.cpuUsage().user - start) / 1_000;
}

/** The regular expressions that stand in src/reading, each made global. */
function expressions(): [string, RegExp][] {
  const folder = new URL('../../src/reading/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const found = files.flatMap((file) => {
    const code = readFileSync(new URL(file, folder), 'utf8').replace(/^\s*(?:\*|\/\*\*|\/\/).*$/gm, '');
    return Array.from(code.matchAll(LITERAL), ([, source = '', flags = '']): [string, RegExp] => [
      file,
      new RegExp(source, `${flags.replace('g', '')}g`),
    ]);
  });
  expect(found.length).toBeGreaterThan(200);
  return found;
}

const LITERAL = /(?<=[(=:?&|!,[]\s*|return )\/(?![*/])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([gimsuy]+)/g;
