import { type ClaimWord, claimWords } from './claim-words.ts';
import { type Evidence, plainText } from './evidence.ts';
import type { Fault } from './fault.ts';
import { grammarOf } from './grammar.ts';
import { isSameName } from './name-forms.ts';
import { sharedWeights } from './passages.ts';
import { type FoundQuote, findQuotes } from './quotes.ts';
import { isSayingVerb, type Sayer, sayerOf } from './sayer.ts';

const found = new WeakMap<Evidence, readonly FoundQuote[]>();

/** The article's quotes; found once for all sentences. */
function quotesOf(evidence: Evidence): readonly FoundQuote[] {
  const known = found.get(evidence) ?? findQuotes(evidence.article, evidence.language);
  found.set(evidence, known);
  return known;
}

/** The speaker of a sentence where the article has another say it, in quotation marks or without. */
export function unfoundSpeaker(evidence: Evidence, sentence: string): Fault | undefined {
  const words = claimWords(sentence, evidence.language);
  const sayer = sayerOf(words, grammarOf(evidence.language));
  if (sayer.length === 0) return undefined;
  const others = speakersOf(evidence, sentence, words, sayer);
  if (others.length === 0 || others.some((name) => isNamed(sayer, name))) return undefined;
  const [first, last] = [sayer[0], sayer.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const at = { start: first.start, end: last.end };
  return { why: 'speaker', claim: sentence.slice(at.start, at.end), at };
}

/** True for one whom the article has say anything: others are told of, or are no speakers at all. */
function speaksSomewhere(evidence: Evidence, sayer: Sayer): boolean {
  const grammar = grammarOf(evidence.language);
  return (
    names(quotesOf(evidence)).some((name) => isNamed(sayer, name)) ||
    evidence.passages.all.some(({ words, lemmas }) => {
      if (!sayer.some(({ lemma }) => lemmas.has(lemma))) return false;
      const reported = sayerOf(words, grammar);
      return reported.length > 0 && isNamed(sayer, reported.map(({ text }) => text).join(' '));
    })
  );
}

/** Names of those who say in the article what the sentence says; empty where that is not sure. */
function speakersOf(evidence: Evidence, sentence: string, words: readonly ClaimWord[], sayer: Sayer): string[] {
  const plain = plainText(sentence);
  const quoted = quotesOf(evidence).filter((quote) => isQuotedIn(evidence.article, quote, plain, sentence));
  if (quoted.length > 0) return quoted.every(({ speaker }) => speaker !== undefined) ? names(quoted) : [];
  return speaksSomewhere(evidence, sayer) ? indirectSpeakers(evidence, words, sayer) : [];
}

/** Fewer words of a quote may be a coincidence. */
const LEAST_QUOTED = 3;

function isQuotedIn(article: string, { spans }: FoundQuote, plain: string, sentence: string): boolean {
  return spans.some(({ start, end }) => {
    const words = plainText(article.slice(start, end)).trim();
    const marked = Array.from(sentence.matchAll(/["“«„‘']([^"”»“’']{8,})["”»“’']/gu), ([, inner]) =>
      plainText(inner ?? '').trim(),
    );
    return (
      (words.split(' ').length >= LEAST_QUOTED && plain.includes(` ${words} `)) ||
      marked.some((inner) => inner.split(' ').length >= LEAST_QUOTED && ` ${words} `.includes(` ${inner} `))
    );
  });
}

/** Fewer words of what is said tell nothing. */
const LEAST_SAID = 2;
/** The passage must have so much of what is said. */
const LEAST_SHARED = 0.5;

/** Who speaks in the passage that has most of the sentence's other words. */
function indirectSpeakers(evidence: Evidence, words: readonly ClaimWord[], sayer: Sayer): string[] {
  const grammar = grammarOf(evidence.language);
  const said = words.filter((word) => word.content && !sayer.includes(word) && !isSayingVerb(word.lower));
  const weights = [...sharedWeights(evidence.passages, said)].sort(([one, a], [other, b]) => b - a || one - other);
  const [nearest] = weights;
  const passage = evidence.passages.all[nearest?.[0] ?? -1];
  if (passage === undefined || said.length < LEAST_SAID) return [];
  const shared = said.filter(({ lemma }) => passage.lemmas.has(lemma)).length;
  if (shared < LEAST_SHARED * said.length) return [];
  if (passage.words.some((word) => sayer.some((own) => isSameName(own.text, word.text)))) return [];
  const within = quotesOf(evidence).filter(({ spans }) =>
    spans.some(({ start, end }) => start < passage.end && end > passage.start),
  );
  const reported = sayerOf(passage.words, grammar)
    .map(({ text }) => text)
    .join(' ');
  return [...names(within), reported].filter((name) => name !== '');
}

function names(quotes: readonly FoundQuote[]): string[] {
  return quotes.flatMap(({ speaker }) => speaker ?? []);
}

function isNamed(sayer: Sayer, name: string): boolean {
  const parts = name.split(/[\s-]+/u);
  return sayer.some(({ text }) => parts.some((part) => isSameName(text, part)));
}
