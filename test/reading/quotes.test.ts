import { describe, expect, test } from 'vitest';
import { quotesIn, speakersIn } from './quoted.ts';

describe('one quote of several spans', () => {
  test.each([
    ['around its cue', '“The gates are old,” the statement reads. “They will be replaced by May.”'],
    ['around a cue in the middle of a sentence', '“The gates are old,” Ida Holm said, “and they will be replaced.”'],
    ['around a cue with a dash', '“The gates are old –” Ida Holm said “– and they will be replaced.”'],
    ['in Russian marks', '«Ворота старые, — сказала мэр Ида Хольм. — Мы заменим их в мае».'],
    ['behind a dash', '— Ворота старые, — сказала мэр Ида Хольм. — Мы заменим их в мае.'],
    ['in German', '„Die Tore sind alt“, sagte Ida Holm, „und sie werden ersetzt.“'],
    ['in Kazakh', '«Қақпа ескі, – деді министр Асқар Нұрланов. – Біз оны мамырда ауыстырамыз».'],
  ])('%s', (_, text) => {
    const language = /[а-я]/u.test(text) ? (/[қғү]/u.test(text) ? 'kk' : 'ru') : text.includes('„') ? 'de' : 'en';
    const [quote, more] = quotesIn(text, language);
    expect(more).toBeUndefined();
    expect(quote?.words).toHaveLength(2);
  });

  test.each([
    ['en', 'Ida Holm said: “The gates are old.\n\n“They must go.\n\n“We start in May.”', 'Ida Holm'],
    ['en', '"The gates are old," Ida Holm said. "They must go.\n\n"We start in May," she added.', 'Ida Holm'],
    ['ru', 'Ида Хольм сказала: «Ворота старые.\n\n«Их надо убрать.\n\n«Мы начнём в мае».', 'Ида Хольм'],
    ['de', 'Ida Holm sagte: „Die Tore sind alt.\n\n„Sie müssen weg.\n\n„Wir beginnen im Mai.“', 'Ida Holm'],
    ['kk', 'Асқар Нұрланов: «Қақпа ескі.\n\n«Оны ауыстыру керек.\n\n«Мамырда бастаймыз».', 'Асқар Нұрланов'],
  ])('over several paragraphs, each with an opening mark (%s)', (language, text, speaker) => {
    const quotes = quotesIn(text, language);
    expect(quotes.map((quote) => quote.speaker)).toEqual([speaker]);
    expect(quotes[0]?.words.length).toBeGreaterThanOrEqual(2);
    expect(quotes[0]?.words.join(' ')).not.toMatch(/["“”„«»]/);
  });

  test('stops where another cue begins', () => {
    expect(speakersIn('“The gates are old,” Ida Holm said. “They are fine,” Rolf Berg replied.')).toEqual([
      'Ida Holm',
      'Rolf Berg',
    ]);
  });

  test('keeps brackets, dots and every character as they stand', () => {
    const words = 'We [the council] will open … the gates (both of them) … in May,';
    expect(quotesIn(`“${words}” Ida Holm said.`)).toMatchObject([{ words: [words] }]);
  });
});

describe('what stands in marks and is no quote', () => {
  test.each([
    ['en', 'a title', 'The film “The Long Road Home” opens on Friday.'],
    ['en', 'a longer title', 'She read “A Short History of Northern Ports” to the council.'],
    ['en', 'a nickname', 'Edgar “Bear” Lindt won the race.'],
    ['en', 'a scare quote', 'The so-called “reform” was dropped.'],
    ['en', 'a slogan on a hat', 'Men in “Ports First” hats stood outside.'],
    ['en', 'a word as a word', 'The treaty does not hold the word “gate”.'],
    ['ru', 'a company', 'Компания «Северный путь» открыла завод.'],
    ['ru', 'a ship', 'Паром «Звезда» вышел из порта утром.'],
    ['ru', 'a scare quote', 'Проект получил «зелёный свет».'],
    ['ru', 'a longer name', 'Он вступил в «Комитет друзей старых портов Норландии».'],
    ['kk', 'a company', '«Солтүстік жол» компаниясы зауыт ашты.'],
    ['kk', 'a newspaper', 'Бұл туралы «Егемен Норландия» газеті жазды.'],
    ['de', 'a club', 'Der Verein „Offene Grenze“ feiert.'],
    ['de', 'a film', 'Der Film „Die Stunde der Möwen am Hafen“ läuft am Freitag.'],
    ['de', 'a motto', 'Die Feier stand unter dem Motto „Wir öffnen alle Tore der Stadt“.'],
    ['de', 'an address', 'Das steht auf „hafenblatt.de“ zu lesen.'],
    ['de', 'half a compound', 'Sie prüfen die „Tor zu“-Meldungen der Nacht.'],
  ])('%s: %s', (language, _, text) => {
    expect(quotesIn(text, language)).toEqual([]);
  });

  test('parts no cue from its quote', () => {
    expect(speakersIn('“We will open the gates,” Edgar “Bear” Lindt said.')).toEqual(['Edgar “Bear” Lindt']);
  });
});

describe('an interview in questions and answers', () => {
  test('leaves what has no marks to the article', () => {
    expect(quotesIn('Q: When will the gates open?\n\nA: In May, as we promised.\n\nQ: Who pays?')).toEqual([]);
  });

  test('names nobody for what is quoted in an answer', () => {
    const text =
      'Ida Holm answered our questions.\n\nQ: What did the dockers tell you?\n\nA: They came and shouted, “You will never open these gates again!” Then they left.';
    expect(speakersIn(text)).toEqual([undefined]);
  });

  test('names nobody for the question', () => {
    expect(speakersIn('Q: “Will you open the gates in May?”\n\nA: “We will open them, as we promised.”')).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('of dashes takes only what has a cue (ru)', () => {
    const text = '— Вопрос: когда откроют ворота?\n\n— В мае.\n\n— Кто заплатит?\n\n— Город, — ответила Ида Хольм.';
    expect(quotesIn(text, 'ru')).toMatchObject([{ words: ['Город,'], speaker: 'Ида Хольм' }]);
  });

  test('in one line is parted where another speaker answers (ru)', () => {
    const text = '— Когда откроют ворота? — В мае, — ответила Ида Хольм.';
    expect(quotesIn(text, 'ru')).toMatchObject([{ words: ['В мае,'], speaker: 'Ида Хольм' }]);
  });
});
