import { foldWord } from '../news/word-forms.ts';
import letters from './data/latin-letters.json' with { type: 'json' };

const LATIN: ReadonlyMap<string, string> = new Map(Object.entries(letters));

/**
 * A word in small Latin letters, so spelt that a name from Central Asia or Eastern Europe is the same in Cyrillic and
 * in the usual English transcriptions: "Seitov" and «Сейтов», "Zhanibekov" and «Жанибеков», "Dosmukhanov" and
 * «Досмұханов». For comparison only. Letters of other scripts stay.
 */
export function romanised(word: string): string {
  return Array.from(foldWord(word), (letter) => LATIN.get(letter) ?? letter)
    .join('')
    .replace(/zh|dj/g, 'j')
    .replaceAll('kh', 'h')
    .replace(/y(?=[aeou])/g, '')
    .replaceAll('y', 'i')
    .replaceAll('q', 'k')
    .replaceAll('w', 'u')
    .replace(/(?<letter>[a-z])\k<letter>/g, '$<letter>');
}
