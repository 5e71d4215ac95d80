import { describe, expect, test } from 'vitest';
import { mentionsIn, quotesIn } from './quoted.ts';

describe('who speaks in German', () => {
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
    expect(mentionsIn(text, 'de')).toEqual([mention]);
  });

  test.each([
    'Ida Holm nannte den Plan einen „Wortbruch“.',
    'Der Plan wurde als „falsch“ zurückgewiesen.',
    'Ida Holm sprach von einer „schweren Stunde“.',
  ])('takes a naming for a quote: %s', (text) => {
    expect(quotesIn(text, 'de')).toHaveLength(1);
  });

  test.each([
    'Der Film „Die Stunde der Möwen am Hafen“ läuft am Freitag.',
    'Die Feier stand unter dem Motto „Wir öffnen alle Tore der Stadt“.',
    'Das steht auf „hafenblatt.de“ zu lesen.',
    'Die Umweltgruppe „Saubere Bucht“ protestierte.',
  ])('leaves out a title or a name: %s', (text) => {
    expect(quotesIn(text, 'de')).toEqual([]);
  });
});

describe('the speaker in German', () => {
  test.each([
    ['inverted', '„Wir öffnen die Tore“, sagte Hafenministerin Ida Holm.', 'Ida Holm', 'Hafenministerin'],
    ['before a colon', 'Ida Holm sagte am Montag: „Wir öffnen die Tore.“', 'Ida Holm', undefined],
    ['behind an adverb', 'Am Montag sagte Ida Holm: „Wir öffnen die Tore.“', 'Ida Holm', undefined],
    ['behind a participle', 'Einschränkend sagte Ida Holm: „Wir öffnen die Tore im Mai.“', 'Ida Holm', undefined],
    ['as a label', 'Hafenministerin Ida Holm: „Wir öffnen die Tore.“', 'Ida Holm', 'Hafenministerin'],
    ['behind "laut"', 'Laut Ida Holm sind die Tore „eine Gefahr für jedes Schiff“.', 'Ida Holm', undefined],
    ['behind "nach Angaben"', 'Nach Angaben von Ida Holm sind die Tore „eine Gefahr“.', 'Ida Holm', undefined],
    ['behind "nach Ansicht"', 'Nach Ansicht der Ministerin Ida Holm ist das „eine Gefahr“.', 'Ida Holm', 'Ministerin'],
    ['behind "so"', '„Wir öffnen die Tore“, so Ida Holm am Montag.', 'Ida Holm', undefined],
    [
      'behind "so", before a colon',
      'Das sei nicht gut, so Ida Holm weiter: „Wir öffnen die Tore.“',
      'Ida Holm',
      undefined,
    ],
    [
      'with a verb that closes the clause',
      'Ida Holm hatte am Montag noch betont: „Wir öffnen die Tore.“',
      'Ida Holm',
      undefined,
    ],
    ['in a reported clause', 'Ida Holm sagte, der Hafen sei „eine Gefahr für jedes Schiff“.', 'Ida Holm', undefined],
    ['behind an object', 'Den Plan nannte Ida Holm „ein Geschenk für die Stadt“.', 'Ida Holm', undefined],
    [
      'behind a thing as an object',
      'Die Kritik am Plan wies Ministerin Ida Holm zurück: „Wir öffnen die Tore.“',
      'Ida Holm',
      'Ministerin',
    ],
    [
      'with an apposition',
      'Ida Holm, die Chefin des Hafens, sagte: „Wir öffnen die Tore.“',
      'Ida Holm',
      'Chefin des Hafens',
    ],
    ['in front of the quote’s own verb', 'Von einer „Gefahr für jedes Schiff“ sprach Ida Holm.', 'Ida Holm', undefined],
    ['with a long attribute', '„Wir öffnen die Tore“, sagte die in Velden geborene Ida Holm.', 'Ida Holm', undefined],
    ['by a verb that no list has', '„Wir öffnen die Tore“, schwärmte Ida Holm.', 'Ida Holm', undefined],
    ['by the last name', 'Der Rat hörte Ida Holm.\n\nHolm sagte: „Wir öffnen die Tore.“', 'Ida Holm', undefined],
  ])('%s', (_, text, speaker, role) => {
    expect(quotesIn(text, 'de')).toMatchObject([{ speaker, role }]);
  });

  test.each([
    'Kritiker sagten: „Wir öffnen die Tore.“',
    'Das Gericht sagte: „Wir öffnen die Tore.“',
    'Der Sprecher sagte: „Wir öffnen die Tore.“',
    '„Wir öffnen die Tore“, sagte sie.',
    'Ida Holm lehnte den Plan ab. Das sei „eine Gefahr für jedes einzelne Schiff“.',
    'Ida Holm stand neben einem „Tor für alle Menschen im Hafen“.',
  ])('stays open: %s', (text) => {
    expect(quotesIn(text, 'de')).toMatchObject([{ speaker: undefined }]);
  });
});

describe('a German quote', () => {
  test.each([
    ['blame', 'Die Opposition warf der Ministerin „Wortbruch“ vor.'],
    ['a shout', 'Die Leute zogen mit dem Ruf „Tore auf“ durch den Hafen.'],
    ['a word in reported speech', 'Bis 2020 sei das der „Normalfall“ gewesen, sagte Ida Holm.'],
    ['one in low marks that holds another', '„Wir nennen es hier „Nordtor“ im Hafen“, sagte Ida Holm.'],
  ])('is %s', (_, text) => {
    expect(quotesIn(text, 'de')).toHaveLength(1);
  });
});
