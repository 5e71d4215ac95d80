import type { Temporal } from 'temporal-polyfill';

/**
 * What happened to an article after it was published: a `correction` is a new revision with a note for readers; a `kill`
 * takes it back for good; a `hold` withholds it while it is checked, and a `release` lets it go on.
 */
export type AmendmentKind = 'correction' | 'kill' | 'hold' | 'release';

export interface Amendment {
  readonly id: number;
  readonly articleId: number;
  readonly kind: AmendmentKind;
  /** As readers read it; undefined for a hold without a reason, and a release. */
  readonly note: string | undefined;
  readonly at: Temporal.Instant;
  /** True where those who got the article are told by a message of its own. */
  readonly tells: boolean;
}

/** The newest correction of an article, as readers are told of it. */
export interface Correction {
  readonly note: string;
  readonly at: Temporal.Instant;
}

/** What a correction asks for: the note, and passages to replace. */
export interface AskedCorrection {
  readonly note: string;
  readonly replacements: readonly Replacement[];
}

export interface Replacement {
  readonly old: string;
  readonly new: string;
}

/** Reads `/correct`'s text: lines `OLD => NEW` replace a passage, all other lines are the note. */
export function readCorrection(text: string): AskedCorrection {
  const replacements: Replacement[] = [];
  const note: string[] = [];
  for (const line of text.split('\n')) {
    const [, old = '', fresh = ''] = /^(.*\S)\s*=>\s*(.*)$/.exec(line) ?? [];
    if (old.trim() === '') note.push(line.trim());
    else replacements.push({ old: old.trim(), new: fresh.trim() });
  }
  return { note: note.join(' ').replace(/\s+/g, ' ').trim(), replacements };
}

export type Replaced =
  | { readonly kind: 'replaced'; readonly text: string }
  /** The passage does not stand there. */
  | { readonly kind: 'missing'; readonly old: string }
  /** It stands there more than once, and nobody said which is meant. */
  | { readonly kind: 'ambiguous'; readonly old: string };

/** Replaces each passage, which must stand in the text exactly once. */
export function replacePassages(text: string, replacements: readonly Replacement[]): Replaced {
  let replaced = text;
  for (const { old, new: fresh } of replacements) {
    const at = replaced.indexOf(old);
    if (at < 0) return { kind: 'missing', old };
    if (replaced.indexOf(old, at + 1) >= 0) return { kind: 'ambiguous', old };
    replaced = replaced.slice(0, at) + fresh + replaced.slice(at + old.length);
  }
  return { kind: 'replaced', text: replaced };
}
