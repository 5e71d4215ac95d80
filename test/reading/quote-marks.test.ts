import { describe, expect, test } from 'vitest';
import { markedStretches } from '../../src/reading/quote-marks.ts';
import { quotesIn } from './quoted.ts';

const marked = (text: string) => markedStretches(text).map(({ start, end }) => text.slice(start, end));

describe('a quote stands between the marks of its language', () => {
  test.each([
    ['en, curly', 'en', 'Ida Holm said: “We will open the gates in May.”', 'We will open the gates in May.'],
    ['en, straight', 'en', 'Ida Holm said: "We will open the gates in May."', 'We will open the gates in May.'],
    ['en, single', 'en', 'Ida Holm said: ‘We will open the gates in May.’', 'We will open the gates in May.'],
    ['en, single straight', 'en', "Ida Holm said: 'We will open the gates in May.'", 'We will open the gates in May.'],
    ['ru', 'ru', 'Ида Хольм сказала: «Мы откроем ворота в мае».', 'Мы откроем ворота в мае'],
    ['ru, low marks', 'ru', 'Ида Хольм сказала: „Мы откроем ворота в мае“.', 'Мы откроем ворота в мае'],
    ['ru, straight', 'ru', 'Ида Хольм сказала: "Мы откроем ворота в мае".', 'Мы откроем ворота в мае'],
    ['uk', 'uk', 'Іда Гольм сказала: «Ми відкриємо ворота у травні».', 'Ми відкриємо ворота у травні'],
    ['uk, low marks', 'uk', 'Іда Гольм сказала: „Ми відкриємо ворота у травні”.', 'Ми відкриємо ворота у травні'],
    ['be', 'be', 'Іда Гольм сказала: «Мы адчынім вароты ў траўні».', 'Мы адчынім вароты ў траўні'],
    ['kk', 'kk', 'Министр Асқар Нұрланов: «Біз қақпаны ашамыз», – деді.', 'Біз қақпаны ашамыз'],
    ['ky', 'ky', '«Биз дарбазаны майда ачабыз», – деди министр Асан Нурланов.', 'Биз дарбазаны майда ачабыз'],
    ['uz', 'uz', '“Biz darvozani mayda ochamiz”, – dedi vazir Asqar Nurlanov.', 'Biz darvozani mayda ochamiz'],
    ['uz, Cyrillic', 'uz', '«Биз дарвозани майда очамиз», – деди вазир Асқар Нурланов.', 'Биз дарвозани майда очамиз'],
    ['tg', 'tg', '«Мо дарвозаро моҳи май мекушоем», – гуфт вазир Рустам Ҳалимов.', 'Мо дарвозаро моҳи май мекушоем'],
    ['tk', 'tk', '“Biz derwezäni maýda açarys” diýip, ministr Aşyr Nurlyýew aýtdy.', 'Biz derwezäni maýda açarys'],
    ['ka', 'ka', '„ჩვენ გავხსნით კარიბჭეს მაისში“, – განაცხადა მინისტრმა.', 'ჩვენ გავხსნით კარიბჭეს მაისში'],
    ['hy', 'hy', '«Մենք մայիսին կբացենք դարպասները»,- ասել է Արամ Պետրոսյանը։', 'Մենք մայիսին կբացենք դարպասները'],
    [
      'az',
      'az',
      '“Biz qapıları may ayında açacağıq”, – nazir Aydın Quliyev deyib.',
      'Biz qapıları may ayında açacağıq',
    ],
    [
      'az, guillemets',
      'az',
      '«Biz qapıları may ayında açacağıq», – nazir Aydın Quliyev deyib.',
      'Biz qapıları may ayında açacağıq',
    ],
    ['de', 'de', 'Ida Holm sagte: „Wir öffnen die Tore im Mai.“', 'Wir öffnen die Tore im Mai.'],
    ['de, guillemets turned in', 'de', 'Ida Holm sagte: »Wir öffnen die Tore im Mai.«', 'Wir öffnen die Tore im Mai.'],
    ['de, Swiss', 'de', 'Ida Holm sagte: «Wir öffnen die Tore im Mai.»', 'Wir öffnen die Tore im Mai.'],
    ['de, single', 'de', 'Ida Holm sagte: ‚Wir öffnen die Tore im Mai.‘', 'Wir öffnen die Tore im Mai.'],
    ['de, single guillemets', 'de', 'Ida Holm sagte: ›Wir öffnen die Tore im Mai.‹', 'Wir öffnen die Tore im Mai.'],
    ['fr, spaced', 'fr', 'Ida Holm a déclaré : « Nous ouvrirons les portes. »', 'Nous ouvrirons les portes.'],
    [
      'fr, with hard spaces',
      'fr',
      'Ida Holm a déclaré : «\u00a0Nous ouvrirons les portes.\u202f»',
      'Nous ouvrirons les portes.',
    ],
    ['fr, English marks', 'fr', 'Ida Holm a déclaré : “Nous ouvrirons les portes.”', 'Nous ouvrirons les portes.'],
    ['tr', 'tr', 'Başkan Ali Yılmaz, “Kapıları mayısta açacağız” dedi.', 'Kapıları mayısta açacağız'],
    ['tr, straight', 'tr', 'Başkan Ali Yılmaz, "Kapıları mayısta açacağız" dedi.', 'Kapıları mayısta açacağız'],
    ['ar', 'ar', 'قال الوزير: «سنفتح البوابات في مايو».', 'سنفتح البوابات في مايو'],
    ['ar, straight', 'ar', 'قال الوزير: "سنفتح البوابات في مايو".', 'سنفتح البوابات في مايو'],
    ['fa', 'fa', 'وزیر گفت: «دروازه‌ها را در ماه مه باز می‌کنیم.»', 'دروازه‌ها را در ماه مه باز می‌کنیم.'],
    ['zh', 'zh', '部长说：“我们将在五月打开大门。”', '我们将在五月打开大门。'],
    ['zh, corner marks', 'zh', '部長表示：「我們將在五月打開大門。」', '我們將在五月打開大門。'],
    ['zh, double corner marks', 'zh', '部長表示：『我們將在五月打開大門。』', '我們將在五月打開大門。'],
  ])('%s', (_, language, text, words) => {
    expect(quotesIn(text, language)).toMatchObject([{ words: [words] }]);
  });
});

describe('marks that do not match are read all the same', () => {
  test.each([
    ['opened curly, closed straight', '“We will open the gates," Ida Holm said.', ['We will open the gates,']],
    ['opened straight, closed curly', '"We will open the gates,” Ida Holm said.', ['We will open the gates,']],
    [
      'closed by an opening mark',
      '“We will open the gates,“ Ida Holm said. “They are old.“',
      ['We will open the gates,', 'They are old.'],
    ],
    ['never closed', '“We will open the gates, Ida Holm said.', ['We will open the gates, Ida Holm said.']],
    ['closed twice as often as opened', '“We will open the gates,”” Ida Holm said.', ['We will open the gates,']],
    ['inches', 'Ida Holm: "We need a 6" pipe here."', ['We need a 6" pipe here.']],
    ['a straight mark before a bracket', 'Holm: ("We will open them").', ['We will open them']],
  ])('%s', (_, text, words) => {
    expect(marked(text)).toEqual(words);
  });
});

describe('marks inside marks are part of the quote', () => {
  test.each([
    ['single in double', '“They said ‘never again’ to us,” Ida Holm said.', 'They said ‘never again’ to us,'],
    ['guillemets in guillemets', 'Хольм: «Мы откроем «Север» завтра».', 'Мы откроем «Север» завтра'],
    ['low marks in guillemets', 'Хольм: «Мы откроем „Север“ завтра».', 'Мы откроем „Север“ завтра'],
    ['guillemets in one pair that opens twice', '«Порт «Север» закрыт», — сказала Хольм.', 'Порт «Север» закрыт'],
    [
      'straight in straight',
      '"Речь не о "закрытии", а о ремонте", - сказала Хольм.',
      'Речь не о "закрытии", а о ремонте',
    ],
    ['low marks in low marks', '„Wir nennen es „Nord“ im Hafen“, sagte Holm.', 'Wir nennen es „Nord“ im Hafen'],
    ['corner marks in corner marks', '他說：「我們叫它「北門」很久了。」', '我們叫它「北門」很久了。'],
  ])('%s', (_, text, words) => {
    expect(marked(text)).toEqual([words]);
  });
});

describe('single marks', () => {
  test.each([
    ['an apostrophe in a word', '‘We don’t open the gates,’ Ida Holm said.', ['We don’t open the gates,']],
    [
      'an apostrophe of a plural',
      '‘It is the dockers’ plan for May,’ Ida Holm said.',
      ['It is the dockers’ plan for May,'],
    ],
    ['half a sentence', 'Ida Holm called it ‘a danger to every ship’ on Monday.', ['a danger to every ship']],
    ['fewer than four words', 'Ida Holm called it ‘a danger’ on Monday.', []],
    ['a possessive alone', 'Ida Holm read the dockers’ plan and the council’s answer.', []],
    [
      'beside double marks',
      '“It is ‘a danger to every ship’ now,” Ida Holm said.',
      ['It is ‘a danger to every ship’ now,'],
    ],
  ])('%s', (_, text, words) => {
    expect(marked(text)).toEqual(words);
  });
});
