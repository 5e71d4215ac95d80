import type { Cut } from '../../../src/reading/clean.ts';

/** An article as it reaches an editor, and what the reading should make of it. Its people and events are invented. */
export interface Shape {
  readonly name: string;
  readonly raw: string;
  readonly expected: {
    readonly headline: string;
    readonly byline: string | undefined;
    readonly dateline: string | undefined;
    readonly source: string | undefined;
    readonly publishedAt: string | undefined;
    readonly language: string;
    readonly body: string;
    /** Most salient first. */
    readonly countries: readonly string[];
    readonly cut: readonly Cut[];
  };
}

type Piece =
  | { readonly kind: 'headline' | 'body'; readonly text: string }
  | { readonly kind: 'lede'; readonly dateline: string; readonly text: string }
  | { readonly kind: 'entry'; readonly time: string; readonly text: string }
  | { readonly kind: 'cut'; readonly why: Cut['why']; readonly text: string };

interface Facts {
  readonly byline?: string;
  readonly dateline?: string;
  readonly source?: string;
  readonly publishedAt?: string;
  readonly language?: string;
  readonly countries: readonly string[];
  /** What the way to the editor does to the text. */
  readonly spoilt?: (text: string) => string;
}

export function headline(text: string): Piece {
  return { kind: 'headline', text };
}

export function body(text: string): Piece {
  return { kind: 'body', text };
}

/** The first paragraph, behind what stands ahead of it and belongs to the dateline. */
export function lede(dateline: string, text: string): Piece {
  return { kind: 'lede', dateline, text };
}

/** An entry of a live blog, with the time ahead of it that is cut off. */
export function entry(time: string, text: string): Piece {
  return { kind: 'entry', time, text };
}

export function cut(why: Cut['why'], ...texts: readonly string[]): Piece[] {
  return texts.map((text) => ({ kind: 'cut', why, text }));
}

/** An article made of its pieces, each a paragraph; what is expected of the reading follows from them. */
export function shape(name: string, facts: Facts, pieces: readonly (Piece | readonly Piece[])[]): Shape {
  const flat = pieces.flat();
  const raw = flat.map(written).join('\n\n');
  const { byline, dateline, source, publishedAt, language = 'en', countries, spoilt = (text: string) => text } = facts;
  return {
    name,
    raw: spoilt(raw),
    expected: {
      headline: flat.find(({ kind }) => kind === 'headline')?.text ?? '',
      byline,
      dateline,
      source,
      publishedAt,
      language,
      body: flat
        .filter(({ kind }) => kind === 'body' || kind === 'lede' || kind === 'entry')
        .map(({ text }) => text)
        .join('\n\n'),
      countries,
      cut: flat.flatMap(cutOf),
    },
  };
}

function written(piece: Piece): string {
  if (piece.kind === 'lede') return piece.dateline + piece.text;
  return piece.kind === 'entry' ? `${piece.time} ${piece.text}` : piece.text;
}

function cutOf(piece: Piece): Cut[] {
  if (piece.kind === 'entry') return [{ text: piece.time, why: 'time' }];
  return piece.kind === 'cut' ? [{ text: piece.text, why: piece.why }] : [];
}
