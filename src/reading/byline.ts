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
  const listed = rest.split(/, (?:and )?/u);
  if (listed.length > 1 && listed.every((name) => isPersonName(name) && !isTrade(name) && !OUTLET.test(name)))
    return rest;
  const names = (rest.split(/,| \| | for | in | для /u)[0] ?? '').trim();
  const parts = names.split(/ (?:and|und|и|және|&) /u);
  return parts.every(isPersonName) ? names : undefined;
}

/** "By" alone in its line, with the name in the next. */
const LONE_LABEL = /^(?:by|words by|story by|written by|автор|авторы|текст|мәтін|von|text)\s*:?$/iu;

/** Joins a label that stands alone in its line to the name in the next one, so that both sign the text. */
export function joinLoneLabels(paragraphs: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < paragraphs.length; at += 1) {
    const line = paragraphs[at] ?? '';
    const signed = `${line.replace(/\s*:$/u, '')} ${paragraphs[at + 1] ?? ''}`;
    const joins = LONE_LABEL.test(line) && signedBy(signed) !== undefined;
    joined.push(joins ? signed : line);
    if (joins) at += 1;
  }
  return joined;
}

const TRADE =
  /^(?:(?:our |senior |staff |special |chief )*(?:writer|reporter|correspondent|editor|columnist|contributor)s?(?: (?:in|for|at) .{2,40})?|special to .{3,40}|(?:собственный |специальный )?корреспондент|журналист|обозреватель|редактор|(?:freie[r]? )?(?:korrespondent|redakteur|journalist|autor)(?:in)?|тілші(?:сі)?|журналист)$/iu;
const OUTLET =
  /^\p{Lu}[\p{L}'’. ]{1,30} (?:Press|News|Times|Post|Herald|Wire|Journal|Gazette|Tribune|Agency|Today|Daily)$/u;

/** "Staff Writer" in a line of its own. */
export function isTrade(line: string): boolean {
  return TRADE.test(line);
}

/** "Paul Grant, Velden Press", "Марина Лосева, корреспондент": a name, and what or whose reporter it is. */
export function nameBeforeTrade(line: string): string | undefined {
  const [name, trade, more] = line.split(/,\s*/u);
  if (name === undefined || trade === undefined || more !== undefined || line.length > 80 || !isPersonName(name))
    return undefined;
  return TRADE.test(trade) || OUTLET.test(trade) ? name : undefined;
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
