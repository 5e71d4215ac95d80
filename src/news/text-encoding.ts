/** What bytes say, where their encoding can be told. */
export type DecodedText =
  | { readonly kind: 'text'; readonly text: string }
  /** Noughts where no encoding of text has them: a picture, a program. */
  | { readonly kind: 'not-text' }
  /** Text in an encoding that is neither UTF nor one of the old ones that are known here. */
  | { readonly kind: 'unknown-encoding' };

/**
 * Reads UTF-8, UTF-16 (either end first, with or without its mark), Windows-1251 and Windows-1252, told apart by what
 * the bytes allow. A declared encoding, as of an HTTP header, is followed where the bytes are not UTF by
 * their mark; one that nobody knows is passed over.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return decodeAs(utf16, bytes) ?? { kind: 'unknown-encoding' };
  if (bytes.includes(0)) return { kind: 'not-text' };
  const encodings = [hasUtf8Mark(bytes) ? undefined : declared, 'utf-8', legacyOf(bytes)];
  for (const encoding of encodings) {
    const decoded = encoding === undefined ? undefined : decodeAs(encoding, bytes);
    if (decoded !== undefined) return decoded;
  }
  return { kind: 'unknown-encoding' };
}

function decodeAs(encoding: string, bytes: Uint8Array): DecodedText | undefined {
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return undefined;
  }
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Told by its mark, or by noughts in one half of its byte pairs only (the upper halves of Latin letters and spaces). */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const first = bytes.indexOf(0);
  if (first < 0 || bytes.length % 2 === 1) return undefined;
  const parity = first % 2;
  const inOneHalf = bytes.every((byte, place) => byte !== 0 || place % 2 === parity);
  if (!inOneHalf) return undefined;
  return parity === 1 ? 'utf-16le' : 'utf-16be';
}

/** In Cyrillic text most letters are above ASCII and most of these small; in Western text few bytes are above it. */
const LEAST_CYRILLIC = 0.6;
const MOST_WESTERN = 0.3;

/** Windows-1251 has its small letters from 0xE0 on, capitals from 0xC0. */
function legacyOf(bytes: Uint8Array): 'windows-1251' | 'windows-1252' | undefined {
  const high = bytes.filter((byte) => byte >= 0x80);
  const small = high.filter((byte) => byte >= 0xe0).length;
  const capital = high.filter((byte) => byte >= 0xc0 && byte < 0xe0).length;
  if (small + capital >= high.length * LEAST_CYRILLIC && small > capital && high.length > bytes.length * MOST_WESTERN)
    return 'windows-1251';
  return high.length <= bytes.length * MOST_WESTERN ? 'windows-1252' : undefined;
}
