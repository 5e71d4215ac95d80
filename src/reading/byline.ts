const SIGNED =
  /^(?:(?:words|story|text|report(?:ing|ed)?|written|posted)?\s*by|автор(?:ы)?(?:\s+текста)?|текст|мәтін|авторы|von|text|par|por|autor(?:in)?)(?:\s*[:—–]\s*|\s+)(.{3,90})$/iu;
/** "(Reporting by A. Writer; Editing by B. Reader)" under a wire story. */
const CREDITS = /^\((?:additional )?(?:reporting|writing) by ([^;)]{3,60})[^)]{0,120}\)$/iu;
const NAME_WORD = /^(?:\p{Lu}[\p{L}'’-]*\.?|de|da|van|von|der|den|bin|ibn|al|el|la|di|du)$/u;

/**
 * The author's name in a line that signs the text ("By A. Writer, Staff Writer", "Автор: …", "Von …");
 * undefined for any other line. The line must hold nothing but names and what the authors are.
 */
export function signedBy(line: string): string | undefined {
  if (line.length > 110 || /[.!?]$/u.test(line.replace(/\b\p{Lu}\.$/u, ''))) return undefined;
  const rest = (CREDITS.exec(line) ?? SIGNED.exec(line))?.[1];
  if (rest === undefined) return undefined;
  const names = (rest.split(/,| \| | for | in | для /u)[0] ?? '').trim();
  const parts = names.split(/ (?:and|und|и|және|&) /u);
  return parts.every(isPersonName) ? names : undefined;
}

/** True for two to four capitalised words and nothing else: a person's name in a line of its own. */
export function isPersonName(line: string): boolean {
  const words = line.split(' ');
  if (line.length > 50 || words.length < 2 || words.length > 4) return false;
  return words.every((word) => NAME_WORD.test(word)) && words.filter((word) => /^\p{Lu}/u.test(word)).length >= 2;
}

/** "Jane Roberts | Manchester": a name and a place, parted by a bar. */
export function nameBeforeBar(line: string): string | undefined {
  const [name, place, more] = line.split(/\s*\|\s*/u);
  if (name === undefined || place === undefined || more !== undefined || line.length > 80) return undefined;
  return isPersonName(name) && /^\p{Lu}/u.test(place) ? name : undefined;
}
