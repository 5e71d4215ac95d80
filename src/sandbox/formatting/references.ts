const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/**
 * Reads a character reference that starts at `at`. Telegram knows four names and numbers; the rest stays as text.
 * A number may give half a surrogate pair, for which the whole text is refused later.
 */
export function readReference(html: string, at: number): { character: string; end: number } | undefined {
  const match = /&(?:#x([0-9a-f]{1,8})|#([0-9]{1,8})|([a-z]+));?/iy;
  match.lastIndex = at;
  const found = match.exec(html);
  if (!found) return undefined;
  const [all, hex, decimal, name] = found;
  const end = at + all.length;
  if (name !== undefined) {
    const character = NAMED[name];
    return character === undefined ? undefined : { character, end };
  }
  const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
  if (code === 0 || code >= 0x10ffff) return undefined;
  return { character: String.fromCodePoint(code), end };
}
