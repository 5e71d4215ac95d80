import { givenName } from './given-names.ts';
import type { Grammar } from './grammar.ts';
import { fieldEnd, isTitle } from './titles.ts';
import { isCapitalised, type Word } from './words.ts';

export const BODY =
  /^(?:ministry|government|administration|embassy|police|army|campaign|office|board|commission|group|association|club|court|party|university|union|organi[sz]ation|council|committee|house|court|bank|company|agency|association|institute|department|states?|times|post|street|news|congress|senate|министерство|правительство|посольство|партия|компания|полиция|совет|банк|суд|\p{L}*ministerium|regierung|partei|polizei|universität|gericht|\p{L}*verband|министрлігі|үкіметі|әкімдігі)$/iu;

/**
 * The name that heads a mention: the last capitalised run before a comma or a preposition ("Sanders campaign manager
 * Jeff Weaver", "Robert Antonacci of the delegation"). None where a common noun is the head ("a spokesman for
 * Sanders", "the Christie supporter"), unless it names a body ("the Clinton campaign").
 */
export function nameRun(words: readonly Word[], grammar: Grammar): readonly Word[] {
  const head = headOf(behindField(words), grammar);
  const last = head.at(-1);
  if (last === undefined) return [];
  if (!isCapitalised(last)) {
    const from = head.findIndex((word) => isCapitalised(word) && !grammar.determiners.has(word.lower));
    return BODY.test(last.lower) && from >= 0 ? head.slice(from) : [];
  }
  // "глава фонда «Мост» Рольф Берг": the name begins behind the guillemet.
  const behind = words.findLast((word) => word.text === '»' && word.end <= last.start)?.end ?? 0;
  let from = head.length - 1;
  while (from > 0 && (head[from - 1]?.start ?? 0) >= behind && isNamePart(head, from - 1, grammar)) from -= 1;
  return head.slice(givenName(head, from, head.length, grammar));
}

/** "Secretary of State Ida Holm": what follows the office and its field, where a name does. */
function behindField(words: readonly Word[]): readonly Word[] {
  const of = words.findIndex((word, at) => at > 0 && at < 5 && fieldEnd(words, at + 1) > at + 1 && !word.isMark);
  const end = of < 0 ? 0 : fieldEnd(words, of + 1);
  return isCapitalised(words[end]) ? words.slice(end) : words;
}

/** What stands before the first comma, bracket or preposition; "of" inside a body's name does not end it. */
function headOf(words: readonly Word[], grammar: Grammar): readonly Word[] {
  let open = words;
  while (open.length > 0 && open[0]?.isMark && !/^[@#]/u.test(open[0].text)) open = open.slice(1);
  const end = open.findIndex((word, at) => {
    if (word.isMark) return !/["“”„«»'’‘&/]/u.test(word.text);
    if (at === 0 || isCapitalised(word)) return false;
    if (/^(?:of|for|and|the|und|für|по|и)$/u.test(word.lower) && isBodyName(open.slice(0, at))) return false;
    return grammar.prepositions.has(word.lower) || grammar.boundaries.has(word.lower) || word.lower === 'des';
  });
  return (end < 0 ? open : open.slice(0, end)).filter((word) => !word.isMark);
}

function isBodyName(words: readonly Word[]): boolean {
  return words.some((word) => isCapitalised(word) && BODY.test(word.lower));
}

function isNamePart(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const word = words[at];
  if (word === undefined || word.isMark || isTitle(word.text) || grammar.determiners.has(word.lower)) return false;
  if (/['’]s$/u.test(word.text)) return BODY.test(words.at(-1)?.lower ?? '') || isBodyName(words.slice(at));
  if (isCapitalised(word)) return true;
  return /^(?:of|de|da|van|von|der|al|bin|and|for|the)$/u.test(word.lower) && at > 0 && isCapitalised(words[at - 1]);
}
