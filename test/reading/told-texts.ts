import { readdirSync, readFileSync } from 'node:fs';
import { detectLanguage } from '../../src/reading/language.ts';

/** An article of a file in `rewrites/` or `events/`. */
export interface ToldText {
  readonly headline: string;
  readonly body: string;
  readonly language: string;
}

/** The files of a folder beside this one by their names without the ending, each with its articles. */
export function toldTexts(folder: 'rewrites' | 'events'): { readonly name: string; readonly texts: ToldText[] }[] {
  const path = `${import.meta.dirname}/${folder}`;
  return readdirSync(path)
    .sort()
    .map((file) => ({
      name: file.replace(/\.txt$/, ''),
      texts: readFileSync(`${path}/${file}`, 'utf8').split('=====\n').map(toldText),
    }));
}

/** The headline is the first line, and the dateline, up to its dash, is no part of the body. */
function toldText(text: string): ToldText {
  const [headline = '', ...rest] = text.trim().split('\n');
  const body = rest
    .join('\n')
    .trim()
    .replace(/^\p{Lu}{3}[^\n—–]{0,50} [—–] /u, '');
  return { headline, body, language: detectLanguage(text) };
}
