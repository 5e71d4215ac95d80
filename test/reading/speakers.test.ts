import { describe, expect, test } from 'vitest';
import { quotesIn, speakersIn } from './quoted.ts';

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
    expect(speakersIn(text)).toEqual([speaker]);
  });

  test('is made full, with the role the article gives', () => {
    const text =
      'Velden’s mayor was in the harbour. Deputy Minister Ida Holm and councillor Rolf Berg met there.\n\n“We will open the gates,” Holm said.\n\n“I doubt it very much,” Berg replied.';
    expect(quotesIn(text)).toMatchObject([
      { speaker: 'Ida Holm', role: 'Deputy Minister' },
      { speaker: 'Rolf Berg', role: 'councillor' },
    ]);
  });

  test('goes on through a paragraph', () => {
    const text =
      '“The gates are old,” Ida Holm said after the meeting of the council. She paused. “They will be replaced by May.”';
    expect(speakersIn(text)).toEqual(['Ida Holm', 'Ida Holm']);
  });

  test('behind a pronoun is whoever spoke last', () => {
    expect(speakersIn('“The gates are old,” Ida Holm said.\n\n“They must go,” she added.')).toEqual([
      'Ida Holm',
      'Ida Holm',
    ]);
  });

  test('behind a pronoun stays open where another person was named since', () => {
    const text =
      '“The gates are old,” Ida Holm said.\n\nRolf Berg and Paul Grant disagreed.\n\n“They must stay,” he said.';
    expect(speakersIn(text)[1]).toBeUndefined();
  });

  test('behind a pronoun is the only person named in the paragraph, whoever spoke before', () => {
    const text =
      'Ida Holm and Rolf Berg lead the council.\n\n“The gates are old,” Holm said.\n\nMr. Berg was furious on Monday. “They must stay,” he said.';
    expect(speakersIn(text)).toEqual(['Ida Holm', 'Rolf Berg']);
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
    expect(speakersIn(text).at(-1)).toBe(speaker);
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
    expect(speakersIn(text)).toEqual([speaker]);
  });

  test('is mentioned with the bracket behind the name, and shown without', () => {
    const [quote] = quotesIn('“We will open the gates,” said Sen. Ida Holm (V-Velden) on Monday.');
    expect(quote).toMatchObject({ speaker: 'Ida Holm', mention: 'Sen. Ida Holm (V-Velden)' });
  });

  test('of a statement is the body that issued it', () => {
    const text =
      'Norland’s Ministry of Ports replied at night.\n\nNorland offered a rebuke: “We honour each treaty,” the statement reads.';
    expect(speakersIn(text)).toEqual(['Norland’s Ministry of Ports']);
  });

  test('of a company’s statement is that company, as the article names it', () => {
    const text =
      'Norland’s ferry company answered at night. It denied the charge: “Each ship was safe,” the company’s statement reads. “We can prove it.”';
    expect(quotesIn(text)).toMatchObject([{ speaker: 'Norland’s ferry company', role: 'statement' }]);
  });

  test('of a statement stays open where two companies may be meant', () => {
    const text =
      'Norland’s ferry company and Velden’s bus company quarrel. It denied the charge: “Each ship was safe,” the company’s statement reads.';
    expect(speakersIn(text)).toEqual([undefined]);
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
    expect(speakersIn(text)).toEqual([speaker]);
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
    const [quote] = quotesIn(text, language);
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
    expect(quotesIn(text, 'ru')).toMatchObject([found]);
  });
});

describe('a pronoun', () => {
  test.each([
    [
      'in what somebody says of himself',
      'Rolf Berg said that he finds it “a danger to every ship in port”.',
      'Rolf Berg',
    ],
    [
      'the last who was said to say something',
      'Paul Grant came on Monday. Rolf Berg, the mayor, said that Paul Grant was late. “The gates must stay,” he added.',
      undefined,
    ],
    [
      'the last subject of a verb of saying in the paragraph before',
      'Paul Grant leads the port. Rolf Berg, a docker of 52, said the port was badly run.\n\n“The gates must stay,” he said.',
      'Rolf Berg',
    ],
    [
      'nobody, where somebody else has acted since',
      'Rolf Berg said the port was badly run. Paul Grant left the room.\n\n“The gates must stay,” he said.',
      undefined,
    ],
    [
      'nobody, behind somebody without a name',
      '“The gates are old,” Rolf Berg said.\n\n“They are not,” a docker answered.\n\n“They must stay,” he said.',
      undefined,
    ],
    [
      'whoever is named in Russian',
      'Рольф Берг приехал утром. «Ворота надо оставить», — сказал он.',
      'Рольф Берг',
      'ru',
    ],
    [
      'whoever spoke last in Kazakh',
      '«Қақпа ескі», – деді Асқар Нұрланов.\n\n«Ол керек», – деді ол.',
      'Асқар Нұрланов',
      'kk',
    ],
    [
      'whoever spoke last in German',
      '„Das Tor ist alt“, sagte Rolf Berg.\n\n„Es muss weg“, fügte er hinzu.',
      'Rolf Berg',
      'de',
    ],
    ['whose words they are', 'Rolf Berg came. It was, in his words, “a danger to every ship in port”.', 'Rolf Berg'],
    ['whom "according to" names', 'Ida Holm came. According to her, “the gates are too old to open”.', 'Ida Holm'],
    ['nobody before a noun', 'Ida Holm came. According to her “gates for every ship” plan, all is well.', undefined],
  ])('means %s', (_, text, speaker, language = 'en') => {
    expect(speakersIn(text, language).at(-1)).toBe(speaker);
  });

  test.each(['they', 'we', 'it', 'you'])('"%s" means no one person', (pronoun) => {
    expect(speakersIn(`Rolf Berg came. “The gates must stay,” ${pronoun} said.`)).toEqual([undefined]);
  });
});

describe('the short form of a body', () => {
  test.each([
    ['en', 'The Velden Port Agency met.\n\n“Each ship was safe,” the agency said.', 'Velden Port Agency'],
    [
      'ru',
      'Министерство портов Норландии ответило.\n\n«Суда в безопасности», — сообщило министерство.',
      'Министерство портов Норландии',
    ],
    ['ru', 'Утром ответила компания «Севпорт».\n\n«Суда в безопасности», — сообщила компания.', 'компания «Севпорт»'],
    [
      'ru',
      'Министерство портов и Министерство труда спорят.\n\n«Суда в безопасности», — сообщило министерство.',
      undefined,
    ],
    [
      'de',
      'Norlands Hafenministerium antwortete.\n\n„Die Schiffe sind sicher“, teilte das Ministerium mit.',
      'Norlands Hafenministerium',
    ],
    [
      'de',
      'Das Ministerium für Häfen antwortete.\n\n„Die Schiffe sind sicher“, teilte das Ministerium mit.',
      'Ministerium für Häfen',
    ],
    [
      'kk',
      'Су ресурстары министрлігі жауап берді.\n\n«Кемелер қауіпсіз», – деп хабарлады министрлік.',
      'Су ресурстары министрлігі',
    ],
    [
      'kk',
      '«Севпорт» компаниясы жауап берді.\n\n«Кемелер қауіпсіз», – деп хабарлады компания.',
      '«Севпорт» компаниясы',
    ],
    ['kk', '«Кемелер қауіпсіз», – деп хабарлады министрлік.', undefined],
  ])('is that body, as the article names it (%s): %s', (language, text, speaker) => {
    expect(speakersIn(text, language)).toEqual([speaker]);
  });
});

describe('an office', () => {
  test.each([
    ['behind the name', '“Each ship was safe,” said Ida Holm, the mayor of Velden.', 'mayor of Velden'],
    ['before a comma and the name', 'The mayor of Velden, Ida Holm, said: “Each ship was safe.”', 'mayor of Velden'],
    ['behind an inverted verb', '“Each ship was safe,” wrote the envoy at the time, Ida Holm.', 'envoy'],
  ])('%s', (_, text, role) => {
    expect(quotesIn(text)).toMatchObject([{ speaker: 'Ida Holm', role }]);
  });
});
