import { describe, expect, test } from 'vitest';
import { mentionsIn, quotesIn, speakersIn } from './quoted.ts';

describe('who speaks in English', () => {
  test.each([
    ['behind the quote, inverted', '“We will open the gates,” said Ida Holm.'],
    ['behind the quote, plain', '“We will open the gates,” Ida Holm said.'],
    ['before the quote', 'Ida Holm said, “We will open the gates.”'],
    ['before a colon', 'Ida Holm was blunt: “We will open the gates.”'],
    ['in the middle', '“We will open,” Ida Holm said, “all the gates in May.”'],
    ['behind the rest of the sentence', 'It was “a danger to every ship in port” for years, said Ida Holm.'],
    [
      'behind a clause that goes on',
      '“It seems quite unlikely to all of us” that the gates can open, said Ida Holm, the mayor.',
    ],
    ['in brackets of commas', 'The trouble, says Ida Holm, is that they are “too old for any repair at all”.'],
    ['between an adverb and a comma', 'Two days later, Ida Holm said that “the gates will not open by themselves”.'],
    ['behind a day without a comma', 'On Monday Ida Holm told the council: “We will open the gates.”'],
    ['behind a month', 'In June Ida Holm told the council, “We will open the gates.”'],
    ['behind a year', 'In 2009 Ida Holm wrote to the council, warning that “the gates are a danger”.'],
    ['behind a day', 'Ida Holm on Monday told the council: “We will open the gates.”'],
    ['before a participle', 'Ida Holm went to the harbour on Monday, telling the dockers that “the gates will open”.'],
    ['before a second verb', 'Ida Holm left the meeting in a hurry and said, “We will open the gates.”'],
    [
      'before a verb behind another clause',
      'As the crowd grew, Ida Holm was joined by Rolf Berg and joked, “The gates are late.”',
    ],
    ['before an infinitive', 'It was so late that Ida Holm was asked to say, “The gates will open in May.”'],
    ['before "went on to"', 'Ida Holm thanked everybody and went on to promise “gates that open for everyone”.'],
    ['beside "with"', 'The dockers pushed forward, with Ida Holm shouting: “The gates will open!”'],
    ['behind "as … put it"', 'Or, as Ida Holm, the mayor, put it: “The gates will open by themselves.”'],
    ['in somebody’s words', 'They closed it because, in Ida Holm’s words, “the gates are a danger to every ship”.'],
    ['behind somebody’s view', '“The gates are a danger to every ship” from here to Norland, in the view of Ida Holm.'],
    ['in a clause with "what"', 'He closed what Ida Holm called “the last good harbour of the north”.'],
    ['in a clause with "which"', 'They met at the gates, which Ida Holm on Friday called “a danger to every ship”.'],
    ['behind a comma before a verb', 'Ida Holm, who leads the council, said the gates are “a danger to every ship”.'],
    ['before two appositions', '“We will open the gates,” Ida Holm, 52, of Velden, who chairs the council, said.'],
    ['before a party', '“We will open the gates,” Ida Holm, Liberal of Norland, said.'],
    ['before somebody’s head', '“We will open the gates,” Ida Holm, Norland’s head of ports, said on Monday.'],
    ['beside a verb that no list has', '“We will open the gates,” Ida Holm fumed on Monday.'],
    ['behind a verb that no list has', '“We will open the gates!” scoffed Ida Holm.'],
    ['beside a verb with a capital', '“We will open the gates!” Ida Holm, the mayor, Tweeted on Friday.'],
    ['behind a verb that opens the paragraph', 'Added Ida Holm: “We will open the gates.”'],
    [
      'by a verb of saying, not by one inside it',
      'Ida Holm said that whatever choice people make, “the gates will open in May”.',
    ],
    ['by "according to"', 'According to Ida Holm, “the gates are a danger to every ship”.'],
    [
      'not by whoever passed it on',
      'Ida Holm said, according to Rolf Berg, that “the gates will not open by themselves”.',
    ],
    ['by "per"', 'The gates are “a danger to every ship”, per Ida Holm.'],
    ['after an abbreviated country', 'Ida Holm came from the U.S. She said the gates are “a danger to every ship”.'],
    ['around a shorter quote', 'Ida Holm called it “a mess” and said “the gates will not open by themselves”.'],
    ['after "however"', 'However, Ida Holm said that “the gates will not open by themselves”.'],
  ])('%s', (_, text) => {
    expect(speakersIn(text).at(-1)).toBe('Ida Holm');
  });

  test.each([
    ['a noun that may be a verb', 'An early report called them “a danger to every ship”.', 'An early report'],
    [
      'a noun with an adjective',
      '“The gates are a danger,” the congressional report said.',
      'the congressional report',
    ],
    [
      'an office with "state"',
      'The former secretary of state spoke of “gates for all”.',
      'The former secretary of state',
    ],
    ['somebody’s noun', 'Ida Holm said Rolf Berg’s remarks “make no gate any safer than before”.', 'Ida Holm'],
    ['a paper', '“Each ship was safe,” the letter says.', 'the letter'],
    ['a group', '“Open the gates,” two hundred dockers chanted.', 'two hundred dockers'],
    ['a group’s view', 'The harbour closed and, in the dockers’ words, “a town lost its heart”.', 'the dockers'],
    ['a head with what belongs to it', '“We will open,” a spokesman for Ida Holm said.', 'a spokesman for Ida Holm'],
    ['"another"', 'Yet another said, “We will open the gates.”', 'another'],
  ])('is mentioned as %s', (_, text, mention) => {
    expect(mentionsIn(text)).toEqual([mention]);
  });

  test.each([
    ['nobody in particular', 'Critics said: “We will never open the gates.”'],
    ['whoever was asked', 'Rolf Berg was asked: “Will you open the gates?”'],
    ['a sentence’s subject without a verb of saying', 'Rolf Berg stood by the “gates that open for everyone in May”.'],
    ['a sentence before the quote', 'Rolf Berg looked up. “The gates are old and rusty.”'],
    ['a headline in capitals', 'GATES OF THE NORTH: “We will open them all in May.”'],
    ['the subject of a paragraph before', 'Rolf Berg came.\n\n“We will open the gates in May.”'],
  ])('is not named where the text leaves it open: %s', (_, text) => {
    expect(speakersIn(text)).toEqual([undefined]);
  });

  test('behind the second of two quotes speaks both', () => {
    const text =
      'The new gates will carry “a great deal of weight” and bring “some peace at last to the port”, said Ida Holm.';
    expect(speakersIn(text)).toEqual(['Ida Holm', 'Ida Holm']);
  });

  test('goes on where a sentence points back', () => {
    const text = '“The gates are old,” Ida Holm said. That makes them “a danger to every single ship here”.';
    expect(mentionsIn(text)).toEqual(['Ida Holm', 'Ida Holm']);
  });

  test('is the carrier of nobody’s words', () => {
    expect(speakersIn('“We will open,” Ida Holm told the Velden Post, according to a transcript.')).toEqual([
      'Ida Holm',
    ]);
  });

  test('may be a town that stands for its government, as the article names it', () => {
    const text = 'Talks with Minsk failed.\n\n“We will answer in kind,” Minsk said on Monday.';
    expect(quotesIn(text)).toMatchObject([{ speaker: 'Minsk' }]);
  });
});
