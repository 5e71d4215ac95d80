import type { Grammar } from './grammar.ts';
import { isCapitalised, type Word } from './words.ts';

/** "Um Zeit zu gewinnen, will Holm …": in German the verb may stand first, and its subject after it. */
export function dropVerb(words: readonly Word[], grammar: Grammar): readonly Word[] {
  const first = words[0];
  if (grammar.language !== 'de' || first === undefined || isCapitalised(first)) return words;
  const verb =
    /^(?:will|wollen|kann|können|soll|sollen|muss|müssen|ist|sind|war|hat|hatte|haben|wird|wurde|gab|gibt)$/u;
  return verb.test(first.lower) || grammar.cues.has(first.lower) ? words.slice(1) : words;
}

/** "Meteorologen rechnen": a noun has a capital letter, so that what follows it without is a verb, or links to more. */
export function isGermanVerb(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word === undefined || !isCapitalised(before) || grammar.determiners.has(before?.lower ?? '')) return false;
  return (
    /\p{Ll}(?:t|te|ten|en)$/u.test(word.text) &&
    !grammar.determiners.has(word.lower) &&
    !grammar.prepositions.has(word.lower) &&
    !/^(?:und|zu|von|der|des|den|dem|sowie|oder)$/u.test(word.lower)
  );
}

/**
 * Where a German noun phrase ends: at the first word in lower case behind a noun that does not link it to more
 * ("Holm selbst", "die Kanzlerin einigen Teilnehmern", "Holm dem Sender").
 */
export function germanPhraseEnd(run: readonly Word[], grammar: Grammar): number {
  const end = run.findIndex(
    (word, at) =>
      at > 0 &&
      !word.isMark &&
      isCapitalised(run[at - 1]) &&
      !grammar.determiners.has(run[at - 1]?.lower ?? '') &&
      /^\p{Ll}/u.test(word.text) &&
      !/^(?:des|der|von|vom|und|sowie|für|im|in|aus|zu|zur|zum|am|an|auf|bei|beim|de|al|del|van|di|the|of|and|bin|ibn)$/u.test(
        word.lower,
      ),
  );
  return end < 0 ? run.length : end;
}
