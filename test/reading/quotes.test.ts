import { describe, expect, test } from 'vitest';
import { findQuotes } from '../../src/reading/quotes.ts';

function read(text: string, language = 'en') {
  return findQuotes(text, language).map(({ spans, speaker, role }) => ({
    words: spans.map(({ start, end }) => text.slice(start, end)),
    speaker,
    role,
  }));
}

function speakers(text: string, language = 'en') {
  return read(text, language).map(({ speaker }) => speaker);
}

describe('the place of a quote', () => {
  test.each([
    ['curly marks', '“We will open the gates,” Ida Holm said.', 'We will open the gates,'],
    ['straight marks', '"We will open the gates," Ida Holm said.', 'We will open the gates,'],
    ['opened curly and closed straight', '“We will open the gates," Ida Holm said.', 'We will open the gates,'],
    ['single marks', '‘We will open the gates tomorrow,’ Ida Holm said.', 'We will open the gates tomorrow,'],
    ['a quote inside a quote', '“They said ‘never again’ to us,” Ida Holm said.', 'They said ‘never again’ to us,'],
    [
      'brackets and ellipses',
      '“We [the council] will open … the gates,” Ida Holm said.',
      'We [the council] will open … the gates,',
    ],
    ['inches', 'Ida Holm said: "We need a 6" pipe for the gates."', 'We need a 6" pipe for the gates.'],
  ])('%s', (_, text, words) => {
    expect(read(text)).toMatchObject([{ words: [words], speaker: 'Ida Holm' }]);
  });

  test.each([
    ['ru', 'Ида Хольм заявила: «Мы откроем ворота «Север» завтра».', 'Мы откроем ворота «Север» завтра'],
    [
      'ru',
      '"Речь идет не о "закрытии ворот", а о ремонте", - сказала Ида Хольм.',
      'Речь идет не о "закрытии ворот", а о ремонте',
    ],
    ['de', '„Wir öffnen die Tore“, sagte Ida Holm.', 'Wir öffnen die Tore'],
    ['de', '»Wir öffnen morgen die Tore«, sagte Ida Holm.', 'Wir öffnen morgen die Tore'],
    ['de', '„Wir öffnen die Tore", sagte Ida Holm.', 'Wir öffnen die Tore'],
    ['kk', '«Біз қақпаны ашамыз», – деді Ида Хольм.', 'Біз қақпаны ашамыз'],
  ])('%s: %s', (language, text, words) => {
    expect(read(text, language)).toMatchObject([{ words: [words] }]);
  });

  test.each([
    ['a cue between dashes within the marks', '«Мы идём, — сказал мэр Рольф Берг. — Мы придём завтра».'],
    ['speech that a dash opens', '— Мы идём, — сказал мэр Рольф Берг. — Мы придём завтра.'],
  ])('Russian: %s', (_, text) => {
    const [quote, more] = read(text, 'ru');
    expect(more).toBeUndefined();
    expect(quote?.speaker).toBe('Рольф Берг');
    expect(quote?.words[0]).toBe('Мы идём,');
    expect(quote?.words[1]).toMatch(/^Мы придём завтра\.?$/);
  });

  test('a quote around its cue is one of two spans', () => {
    expect(read('“The gates are old,” the statement reads. “They will be replaced by May.”')).toMatchObject([
      { words: ['The gates are old,', 'They will be replaced by May.'] },
    ]);
  });

  test('a quote over several paragraphs, each with an opening mark, is one', () => {
    const text = 'Ida Holm said: “The gates are old and rusty.\n\n“They will be replaced by May.”';
    expect(read(text)).toMatchObject([
      { words: ['The gates are old and rusty.', 'They will be replaced by May.'], speaker: 'Ida Holm' },
    ]);
  });

  test('two quotes with cues of their own stay two', () => {
    expect(speakers('“The gates are old,” Ida Holm said. “They are fine,” Rolf Berg replied.')).toEqual([
      'Ida Holm',
      'Rolf Berg',
    ]);
  });
});

describe('what stands in marks and is no quote', () => {
  test.each([
    ['en', 'The film “The Long Road Home” opens on Friday.'],
    ['en', 'Edgar “Bear” Lindt won the race.'],
    ['en', 'The so-called “reform” was dropped.'],
    ['ru', 'Компания «Северный путь» открыла завод.'],
    ['ru', 'Проект получил «зелёный свет».'],
    ['de', 'Der Verein „Offene Grenze“ feiert.'],
  ])('%s: %s', (language, text) => {
    expect(read(text, language)).toEqual([]);
  });
});

describe('the speaker', () => {
  test.each([
    ['before, plain', 'Mayor Ida Holm said: “We will open the gates.”', 'Ida Holm'],
    ['after, plain', '“We will open the gates,” Mayor Ida Holm said on Monday.', 'Ida Holm'],
    ['after, inverted', '“We will open the gates,” said Ida Holm, the mayor of Velden.', 'Ida Holm'],
    ['with an apposition', '“We will open the gates,” Ida Holm, a farmer from Velden, said.', 'Ida Holm'],
    ['after an office in lower case', '“We will open the gates,” campaign manager Ida Holm said.', 'Ida Holm'],
    ['behind an owner', '“We will open the gates,” Berg campaign manager Ida Holm said.', 'Ida Holm'],
    ['by "according to"', 'The gates are “a danger to every ship”, according to Ida Holm.', 'Ida Holm'],
    [
      'behind the rest of the sentence',
      'The gates were “a danger to every ship” for years, Ida Holm said.',
      'Ida Holm',
    ],
    ['a verb beyond saying', 'Ida Holm warned that the gates are “a danger to every ship”.', 'Ida Holm'],
    ['behind a missing comma', '“We will open the gates” the Post’s senior editor Ida Holm responded.', 'Ida Holm'],
    ['before "also"', 'Rolf Berg left. Ida Holm also spoke of “gates that open for everyone”.', 'Ida Holm'],
    [
      'with an office in a list',
      '“We will open the gates,” Ida Holm, deputy secretary of state for ports, ships, and fishing, said.',
      'Ida Holm',
    ],
    [
      'around a name in marks',
      '“We will open the gates,” Ida Holm, with a scarf and “Rolf Berg” pins, said softly.',
      'Ida Holm',
    ],
    ['behind an office and its field', 'Secretary of State Ida Holm said: “We will open the gates.”', 'Ida Holm'],
    ['behind a longer field', '“We will open the gates,” Minister for Foreign Affairs Ida Holm said.', 'Ida Holm'],
    ['not the carrier', '“We will open the gates,” Ida Holm said, according to Velden Press.', 'Ida Holm'],
    ['a head that only belongs to a name', '“We will open the gates,” a spokesman for Ida Holm said.', undefined],
    ['a body', '“We will open the gates,” the Velden government said.', 'Velden government'],
    ['nobody in particular', '“We will open the gates,” officials said.', undefined],
  ])('%s', (_, text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });

  test('is made full, with the role the article gives', () => {
    const text =
      'Velden’s mayor was in the harbour. Deputy Minister Ida Holm and councillor Rolf Berg met there.\n\n“We will open the gates,” Holm said.\n\n“I doubt it very much,” Berg replied.';
    expect(read(text)).toMatchObject([
      { speaker: 'Ida Holm', role: 'Deputy Minister' },
      { speaker: 'Rolf Berg', role: 'councillor' },
    ]);
  });

  test('goes on through a paragraph', () => {
    const text =
      '“The gates are old,” Ida Holm said after the meeting of the council. She paused. “They will be replaced by May.”';
    expect(speakers(text)).toEqual(['Ida Holm', 'Ida Holm']);
  });

  test('behind a pronoun is whoever spoke last', () => {
    expect(speakers('“The gates are old,” Ida Holm said.\n\n“They must go,” she added.')).toEqual([
      'Ida Holm',
      'Ida Holm',
    ]);
  });

  test('behind a pronoun stays open where another person was named since', () => {
    const text =
      '“The gates are old,” Ida Holm said.\n\nRolf Berg and Paul Grant disagreed.\n\n“They must stay,” he said.';
    expect(speakers(text)[1]).toBeUndefined();
  });

  test('behind a pronoun is the only person named in the paragraph, whoever spoke before', () => {
    const text =
      'Ida Holm and Rolf Berg lead the council.\n\n“The gates are old,” Holm said.\n\nMr. Berg was furious on Monday. “They must stay,” he said.';
    expect(speakers(text)).toEqual(['Ida Holm', 'Rolf Berg']);
  });

  test.each([
    ['he, of a man and a woman', 'Ida Holm met Rolf Berg on Monday. “The gates must stay,” he said.', 'Rolf Berg'],
    ['she, of a man and a woman', 'Ida Holm met Rolf Berg on Monday. “The gates must stay,” she said.', 'Ida Holm'],
    [
      'a title that tells who is a woman',
      'Mrs. Ravn met Tove Ravn’s partner, Rolf Berg. “The gates must stay,” he said.',
      'Rolf Berg',
    ],
    [
      'whoever does something, not who owns something',
      'Rolf Berg read Paul Grant’s plan. “The gates must stay,” he said.',
      'Rolf Berg',
    ],
    [
      'nobody, where only a place is named',
      'People came from all over Velden Falls in the rain. “The gates must stay,” he said.',
      undefined,
    ],
    ['nobody of the other gender', '“The gates are old,” Ida Holm said.\n\n“They must stay,” he said.', undefined],
    ['one of two men', 'Rolf Berg met Paul Grant on Monday. “The gates must stay,” he said.', undefined],
  ])('behind a pronoun is %s', (_, text, speaker) => {
    expect(speakers(text).at(-1)).toBe(speaker);
  });

  test.each([
    ['Then, explained councillor Ida Holm: “We will open the gates.”', 'Ida Holm'],
    ['The minister was asked by Ida Holm, a reporter: “Will you open the gates?”', 'Ida Holm'],
    ['Rolf Berg was asked: “Will you open the gates?”', undefined],
    ['Ida Holm thought for a moment and said that “we will open the gates”.', 'Ida Holm'],
    ['Ida Holm said she believes in “gates that open for everyone”.', 'Ida Holm'],
    ['Ida Holm, during a meeting in Velden, Norland, said: “We will open the gates.”', 'Ida Holm'],
    ['The plan was read by Ida Holm, who warned that “the gates will not open by themselves”.', 'Ida Holm'],
    ['Ida Holm lobbies for new gates: “We will open them in May.”', 'Ida Holm'],
    ['Rolf Berg was there. Ida Holm later Thursday told reporters: “We will open the gates.”', 'Ida Holm'],
    ['“We will open the gates,” said undecided voter Ida Holm of Velden.', 'Ida Holm'],
    ['“We will open the gates in May.”\n\n— Ida Holm\n\nThe council met.', 'Ida Holm'],
  ])('%s', (text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });

  test('is mentioned with the bracket behind the name, and shown without', () => {
    const [quote] = findQuotes('“We will open the gates,” said Sen. Ida Holm (V-Velden) on Monday.', 'en');
    expect(quote).toMatchObject({ speaker: 'Ida Holm', mention: 'Sen. Ida Holm (V-Velden)' });
  });

  test('of a statement is the body that issued it', () => {
    const text =
      'Norland’s Ministry of Ports replied at night.\n\nNorland offered a rebuke: “We honour each treaty,” the statement reads.';
    expect(speakers(text)).toEqual(['Norland’s Ministry of Ports']);
  });

  test('of a company’s statement is that company, as the article names it', () => {
    const text =
      'Norland’s ferry company answered at night. It denied the charge: “Each ship was safe,” the company’s statement reads. “We can prove it.”';
    expect(read(text)).toMatchObject([{ speaker: 'Norland’s ferry company', role: 'statement' }]);
  });

  test('of a statement stays open where two companies may be meant', () => {
    const text =
      'Norland’s ferry company and Velden’s bus company quarrel. It denied the charge: “Each ship was safe,” the company’s statement reads.';
    expect(speakers(text)).toEqual([undefined]);
  });

  test.each([
    [
      'the ministry',
      'Norland’s Ministry of Ports replied.\n\n“We honour each treaty,” the ministry said.',
      'Norland’s Ministry of Ports',
    ],
    [
      'the council',
      'The Velden city council met.\n\n“We honour each treaty,” the council said.',
      'Velden city council',
    ],
    ['a body that nothing names', '“We honour each treaty,” the council said.', undefined],
    ['a pronoun for a body', 'It was angry: “We honour each treaty,” the statement reads.', undefined],
    ['an adverb that opens the sentence', 'Afterwards, Even critics said: “We honour each treaty.”', undefined],
    ['what somebody owns', 'Ida Holm spoke.\n\nHolm’s: “We honour each treaty.”', undefined],
    [
      'a headline',
      'Berg Wins Again Against Strong Ida Holm\n\nThey met Holm. Holm said: “We honour each treaty.”',
      'Holm',
    ],
    ['a day', 'Thursday told reporters: “We honour each treaty.”', undefined],
    ['people at large', 'Pollsters said: “We honour each treaty.”', undefined],
    ['a party’s members', 'Velden’s Democrats met. Democrats said: “We honour each treaty.”', undefined],
    ['an acronym', 'In Velden the NPA said: “We honour each treaty.”', 'NPA'],
    ['one word, known inside a sentence', 'They met Holm there.\n\nHolm said: “We honour each treaty.”', 'Holm'],
  ])('behind %s', (_, text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });

  test.each([
    ['Kritiker sagten: „Wir öffnen die Tore.“', undefined],
    ['Das Gericht sagte: „Wir öffnen die Tore.“', undefined],
    ['Der Sprecher sagte: „Wir öffnen die Tore.“', undefined],
    ['Der Rat hörte Ida Holm.\n\nHolm sagte: „Wir öffnen die Tore.“', 'Ida Holm'],
  ])('German: %s', (text, speaker) => {
    expect(speakers(text, 'de')).toEqual([speaker]);
  });

  test.each([
    ['ru', '«Мы откроем ворота», — сказала мэр Ида Хольм.', 'Ида Хольм', 'мэр'],
    ['ru', 'Министр портов Рольф Берг заявил: «Мы откроем ворота».', 'Рольф Берг', 'Министр портов'],
    ['de', '„Wir öffnen die Tore“, sagte Hafenministerin Ida Holm.', 'Ida Holm', 'Hafenministerin'],
    ['de', 'Am Montag sagte Rolf Berg: „Wir öffnen die Tore.“', 'Rolf Berg', undefined],
    ['de', 'Laut Rolf Berg sind die Tore „eine Gefahr für jedes Schiff“.', 'Rolf Berg', undefined],
    ['kk', '«Біз қақпаны ашамыз», – деді министр Асқар Нұрланов.', 'Асқар Нұрланов', 'министр'],
  ])('%s: %s', (language, text, speaker, role) => {
    expect(read(text, language)).toMatchObject([{ speaker, role }]);
  });
});

describe('the role', () => {
  test.each([
    ['en', '“It is ours,” said Ida Holm, who heads the Velden port council.', undefined],
    [
      'ru',
      'Министр рыбного хозяйства и портов Рольф Берг заявил: «Мы откроем ворота».',
      'Министр рыбного хозяйства и портов',
    ],
    ['ru', '«Мы откроем ворота», — сказал глава фонда «Мост» Рольф Берг.', 'глава фонда «Мост»'],
    [
      'ru',
      '«Мы откроем ворота», — сказал первый заместитель министра портов Рольф Берг.',
      'первый заместитель министра портов',
    ],
    ['kk', '«Біз қақпаны ашамыз», – деді су ресурстары министрі Асқар Нұрланов.', 'су ресурстары министрі'],
  ])('%s: %s', (language, text, role) => {
    const [quote] = read(text, language);
    expect(quote?.speaker).toBeDefined();
    expect(quote?.role).toBe(role);
  });

  test.each([
    [
      'Об этом сообщил министр водных путей Рольф Берг на встрече.\n\n«Мы откроем ворота», — сказал Берг.',
      { speaker: 'Рольф Берг', role: 'министр водных путей' },
    ],
    [
      'Совет встретился с министром портов Рольфом Бергом.\n\n«Мы откроем ворота», — сказал Берг.',
      { speaker: 'Берг', role: undefined },
    ],
  ])('of the place where the person is introduced: %s', (text, found) => {
    expect(read(text, 'ru')).toMatchObject([found]);
  });
});

describe('German', () => {
  test.each([
    [
      'so heißt es in',
      '„Wir öffnen die Tore“, so heißt es in einer Erklärung des Hafens.',
      'einer Erklärung des Hafens',
    ],
    ['In … heißt es', 'In dem Antrag heißt es: „Wir öffnen die Tore.“', 'dem Antrag'],
    ['a passive', '„Wir öffnen die Tore“, wird Ida Holm im Hafenblatt zitiert.', 'Ida Holm'],
    ['who is cited', 'Der Sender zitierte Ida Holm mit den Worten: „Wir öffnen die Tore.“', 'Ida Holm'],
    ['ließ verlauten', '„Wir öffnen die Tore“, ließ ein Sprecher des Hafens verlauten.', 'ein Sprecher des Hafens'],
    ['two verbs', 'Ida Holm begrüßte den Plan und nannte ihn „ein Geschenk für die Stadt“.', 'Ida Holm'],
    ['an object behind the subject', 'Am Montag sagte Ida Holm dem Hafenblatt: „Wir öffnen die Tore.“', 'Ida Holm'],
    ['an unknown verb', 'Meteorologen rechnen mit „sehr starken Böen an der Küste“.', 'Meteorologen'],
    ['"so" behind a full stop', '„Wir öffnen die Tore.“ so Ida Holm.', 'Ida Holm'],
  ])('%s', (_, text, mention) => {
    expect(findQuotes(text, 'de')).toMatchObject([{ mention }]);
  });

  test.each([
    'Ida Holm nannte den Plan einen „Wortbruch“.',
    'Der Plan wurde als „falsch“ zurückgewiesen.',
    'Ida Holm sprach von einer „schweren Stunde“.',
  ])('takes a naming for a quote: %s', (text) => {
    expect(read(text, 'de')).toHaveLength(1);
  });

  test.each([
    'Der Film „Die Stunde der Möwen am Hafen“ läuft am Freitag.',
    'Die Feier stand unter dem Motto „Wir öffnen alle Tore der Stadt“.',
    'Das steht auf „hafenblatt.de“ zu lesen.',
    'Die Umweltgruppe „Saubere Bucht“ protestierte.',
  ])('leaves out a title or a name: %s', (text) => {
    expect(read(text, 'de')).toEqual([]);
  });
});

describe('Kazakh', () => {
  test.each([
    ['«Біз қақпаны ашамыз», - деп мәлімдеді министр Асқар Нұрланов.', 'Асқар Нұрланов', 'министр'],
    ['«Біз қақпаны ашамыз», – деп атап өтті Асқар Нұрланов.', 'Асқар Нұрланов', undefined],
    ['Министр Асқар Нұрланов «Біз қақпаны мамырда ашамыз» деді.', 'Асқар Нұрланов', 'Министр'],
    ['Порт министрі Асқар Нұрланов: «Біз қақпаны ашамыз», – деп мәлімдеді.', 'Асқар Нұрланов', 'Порт министрі'],
    ['«Біз қақпаны ашамыз, – деді Асқар Нұрланов. – Жұмыс басталады».', 'Асқар Нұрланов', undefined],
    ['– Біз қақпаны ашамыз, – деді Асқар Нұрланов.', 'Асқар Нұрланов', undefined],
    ['Асқар Нұрлановтың айтуынша, «қақпа мамырда ашылады».', 'Асқар Нұрланов', undefined],
    ['«Біз қақпаны ашамыз», – дейді әкім Айгүл Сәрсенова.', 'Айгүл Сәрсенова', 'әкім'],
    ['«Қақпа мамырда ашылады», – делінген министрлік хабарламасында.', undefined, undefined],
    ['Министр «Біз қақпаны мамырда ашамыз» деп мәлімдеді.', undefined, undefined],
  ])('%s', (text, speaker, role) => {
    expect(read(text, 'kk')).toMatchObject([{ speaker, role }]);
  });
});

describe('Russian', () => {
  test.each([
    ['— Мы откроем ворота, — сказала мэр Ида Хольм, — и никто нас не остановит.', 'Ида Хольм', 'мэр'],
    ['«Компания «Северный путь» откроет «Порт 2», — сказал Рольф Берг.', 'Рольф Берг', undefined],
    ['«Ворота откроем! — сказал Рольф Берг. — Уже в мае».', 'Рольф Берг', undefined],
    ['В министерстве портов сообщили: «Ворота откроют в мае».', undefined, undefined],
    [
      '«Мы откроем ворота», — говорится в заявлении Министерства портов Норландии.',
      'Министерство портов Норландии',
      undefined,
    ],
    ['«Мы откроем ворота», — говорится в письме Рольфа Берга.', undefined, undefined],
  ])('%s', (text, speaker, role) => {
    expect(read(text, 'ru')).toMatchObject([{ speaker, role }]);
  });
});
