import type { Span } from '../news/quote.ts';
import type { Grammar } from './grammar.ts';
import { isCapitalised, type Word } from './words.ts';

/** A pronoun by itself, else the words up to where the noun phrase ends. */
export function nounPhrase(words: readonly Word[], grammar: Grammar): Span | undefined {
  const first = words[0];
  if (first === undefined) return undefined;
  if (grammar.pronouns.has(first.lower) && !isCapitalised(words[1])) return { start: first.start, end: first.end };
  const mark = words.findIndex((word) => word.isMark && !/^["“”„«»‚‘’'&/]$/u.test(word.text));
  const run = mark < 0 ? words : words.slice(0, mark);
  const noun = behindAttribute(run, grammar);
  let to = noun + germanPhraseEnd(run.slice(noun), grammar);
  // "führt das Gericht aus": what a verb parts from itself.
  if (
    to > 1 &&
    to === run.length &&
    /^(?:aus|an|auf|ein|vor|zu|ab|mit|nach|hin|fest|fort)$/u.test(run[to - 1]?.text ?? '')
  )
    to -= 1;
  const last = run[to - 1];
  return last === undefined ? undefined : { start: first.start, end: last.end };
}

/** A German mention less a long attribute: "Holm" of "die in Velden geborene Holm". */
export function withoutAttribute(words: readonly Word[], grammar: Grammar): readonly Word[] {
  return grammar.language === 'de' ? words.slice(behindAttribute(words, grammar)) : words;
}

/** "die in Velden geborene Holm": index of the noun that a long attribute stands before; 0 where none does. */
function behindAttribute(run: readonly Word[], grammar: Grammar): number {
  const second = run[1];
  if (second === undefined || !grammar.determiners.has(run[0]?.lower ?? '') || isCapitalised(second)) return 0;
  if (!grammar.prepositions.has(second.lower) && !grammar.determiners.has(second.lower)) return 0;
  const at = run.findIndex(
    (word, index) => index > 1 && /^\p{Ll}+(?:n|t|d)(?:e|er|en|es)$/u.test(word.text) && isCapitalised(run[index + 1]),
  );
  return at < 0 ? 0 : at + 1;
}

/**
 * Where a German noun phrase ends: at the first word in lower case behind a noun that does not link it to more
 * ("Holm selbst", "die Kanzlerin einigen Teilnehmern", "Holm dem Sender"). Behind a full name less links.
 */
export function germanPhraseEnd(run: readonly Word[], grammar: Grammar): number {
  const named = isCapitalised(run[0]) && isCapitalised(run[1]) && !grammar.determiners.has(run[0]?.lower ?? '');
  const links = named ? OF : LINKS;
  const end = run.findIndex(
    (word, at) =>
      at > 0 &&
      !word.isMark &&
      isCapitalised(run[at - 1]) &&
      !grammar.determiners.has(run[at - 1]?.lower ?? '') &&
      /^\p{Ll}/u.test(word.text) &&
      !links.test(word.lower),
  );
  return end < 0 ? run.length : end;
}

const OF = /^(?:des|der|von|vom|und|de|al|del|van|di|the|of|and|bin|ibn)$/u;
const LINKS = /^(?:des|der|von|vom|und|sowie|für|im|in|aus|bei|beim|de|al|del|van|di|the|of|and|bin|ibn)$/u;
