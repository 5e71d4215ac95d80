import type { Span } from '../news/quote.ts';
import german from './data/german.json' with { type: 'json' };
import type { MarkedStretch } from './quote-marks.ts';

/** Words that a name or a title is believed from, where no verb of saying stands by it. */
const UNCUED_WORDS = 5;

/**
 * German sets the titles of works and the names of bodies in marks, too. These begin with a capital letter; somebody’s
 * words, where they are a part of a sentence, mostly do not. `weak`: no cue of its own ties the quote to a speaker.
 */
export function isGermanQuote(text: string, stretch: MarkedStretch, words: number, weak: boolean): boolean {
  const inner = text.slice(stretch.start, stretch.end);
  if (isTitleOf(text, stretch) || /^\S+\.\p{Ll}{2,3}$/u.test(inner)) return false;
  if (isNaming(text, stretch)) return true;
  // "den „engine cutoff“-Sensoren"
  if (/^.-\p{L}/u.test(text.slice(stretch.end, stretch.end + 3))) return false;
  if (isSlogan(text, stretch) || isReported(text, stretch)) return true;
  if (/^\P{Lu}/u.test(inner)) return words >= 1;
  if (/[.!?,…]$/u.test(inner)) return words >= 3 || (!weak && words >= 1);
  return words >= UNCUED_WORDS || (!weak && words >= 3);
}

const TITLED = new RegExp(
  `(?<!\\p{L})\\p{L}{0,30}(?:${german.titled.replaceAll(' ', '|')}) (?:von |namens )?[„“"»«]$`,
  'iu',
);

/** "der Film „…“", "unter dem Motto „…“": what the noun before the mark is the name of. */
function isTitleOf(text: string, { start }: MarkedStretch): boolean {
  return TITLED.test(text.slice(Math.max(0, start - 40), start));
}

/** "mit der Parole „…“", "warf ihm „…“ vor" */
export function isSlogan(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 90), start);
  if (/mit (?:der|den|dem) (?:Parolen?|Losung|Worten|Satz|Slogan|Ruf(?:en)?)(?: von \p{L}+)? .$/u.test(before))
    return true;
  const blamed = /(?<!\p{L})(?:warf|warfen|wirft|werfen)(?!\p{L})[^.!?]*$/u.test(before);
  return blamed && /^. vor(?!\p{L})/u.test(text.slice(end, end + 6));
}

const SUBJUNCTIVE =
  /(?<!\p{L})(?:sei|seien|habe|werde|könne|müsse|solle|dürfe|wolle|gebe|gehe|bleibe|hätte|wäre|würden|hätten|wären)(?!\p{L})/u;

/** A sentence in the subjunctive reports what somebody said; a name in it is none of his words. */
function isReported(text: string, { start, end }: MarkedStretch): boolean {
  const inner = text.slice(start, Math.min(end, start + 40));
  if (/(?:\p{Lu}[\p{L}-]* )+\p{Lu}[\p{L}-]*$|^[\p{Lu}\P{L}]+$/u.test(inner)) return false;
  const before =
    text
      .slice(Math.max(0, start - 200), start)
      .split(/[.!?]["“”]?\s+(?=\p{Lu})/u)
      .at(-1) ?? '';
  if (/genannte[nrs]? .$/u.test(before)) return false;
  const after = text.slice(end + 1, end + 60).split(/[.!?,:;]/u)[0] ?? '';
  return SUBJUNCTIVE.test(before) || SUBJUNCTIVE.test(after);
}

/** "nannte ihn „Wortbruch“", "als „falsch“ bezeichnet": German verbs that name something take single words, too. */
function isNaming(text: string, { start, end }: MarkedStretch): boolean {
  const before =
    text
      .slice(Math.max(0, start - 90), start)
      .split(/[.!?] /u)
      .at(-1) ?? '';
  const after = text.slice(end + 1, end + 40);
  return (
    /(?<!\p{L})(?:nann?te[n]?|nennt|bezeichne\p{L}+|beschr(?:ie|ei)b\p{L}*|kritisier\p{L}+|verurteil\p{L}+|wertet?e?n?|würdigt\p{L}*|sprach(?:en)? von|spricht von|sieht|als)(?!\p{L})[^.!?]*$/u.test(
      before,
    ) &&
    (/(?<!\p{L})(?:nann?te[n]?|nennt|bezeichn\p{L}+|beschr(?:ie|ei)b\p{L}*|kritisier\p{L}+|verurteil\p{L}+|wertet?e?n?|würdigt\p{L}*|sprach(?:en)?|spricht)(?!\p{L})/u.test(
      before,
    ) ||
      /^,? ?(?:zurück(?:gewiesen)?|bezeichn\p{L}+|beschrieb\p{L}*|genannt|kritisier\p{L}+|eingestuft|gewertet)(?!\p{L})/u.test(
        after,
      ))
  );
}
