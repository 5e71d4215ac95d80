import type { Attribution } from './attribution.ts';
import { type NamedIn, namedSpeaker } from './named-speaker.ts';
import type { Speaker } from './speakers.ts';
import { type Word, wordsIn } from './words.ts';

/**
 * Whose paper "the company’s statement" is: its owner’s, else that of the body that issued it, where the sentence that
 * leads to the quote names one. The paper is the role, unless the issuer has one.
 */
export function issuerOf(found: Attribution, mention: readonly Word[], article: NamedIn): Speaker | undefined {
  const paper = mention.at(-1);
  const owner = mention.findLastIndex(({ text }) => /['’]s$/u.test(text));
  const place = owner < 0 ? found.issuer : { start: mention[0]?.start ?? 0, end: mention[owner]?.end ?? 0 };
  if (place === undefined || paper === undefined) return undefined;
  const issuer = namedSpeaker(wordsIn(article.text, place), place, 'cue-before', article);
  if (issuer === undefined) return undefined;
  return { name: ministryOf(issuer.name, article.text) ?? issuer.name, role: issuer.role ?? paper.text };
}

/** A ministry is looked for in this many UTF-16 units from the article’s beginning. */
const REACH = 20_000;

/** "Kazakhstan's Ministry of Foreign Affairs", where the article names it so and the country issued the paper. */
function ministryOf(country: string, text: string): string | undefined {
  for (const apostrophe of ['’', "'"]) {
    const at = text.slice(0, REACH).indexOf(`${country}${apostrophe}s Ministry of `);
    if (at < 0) continue;
    const rest = text.slice(at, at + country.length + 80);
    return /^.*?Ministry of \p{Lu}\p{L}+(?: (?:and )?\p{Lu}\p{L}+)*/u.exec(rest)?.[0];
  }
  return undefined;
}
