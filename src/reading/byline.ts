import { isOutlet } from './outlet.ts';
import { isCaselessName, isPersonName } from './person-name.ts';

const SIGNED =
  /^[(—–-]?\s?(?:(?:words|story|text|report(?:ing|ed)?|written|posted|published|interview|analysis|compiled)?\s*by|authors?|journalist|correspondent|автор(?:ы)?(?:\s+(?:текста|статьи|материала))?|корреспондент|корр\.|from:?|текст|беседовал[аи]?|подготовил[аи]?|мәтін|авторы|von|text(?: und fotos?)?|par|por|autor(?:in)?|muallif|муаллиф|müəllif|awtor|yazan|муаллифи|автори|ავტორი|հեղինակ|نویسنده|بقلم|作者|记者|文)(?:\s*[:：—–]\s*|\s+)(.{2,120})$/iu;
/** "(Reporting by A. Writer; Editing by B. Reader)" under a wire story. */
const WIRE_CREDITS = /^\(?(?:additional )?(?:reporting|writing) by ([^;)]{3,90})(?:[;)].{0,160})?$/iu;
/** Who took the pictures is not the author: "Story by A. Writer, photos by B. Lens". */
const PICTURES = /[\s,;|/]+(?:and |und )?(?:photos?|photographs?|pictures?|video|fotos?|bilder|фото)(?!\p{L}).*$/iu;
const LONGEST = 200;

/**
 * The author's name in a line that signs the text ("By A. Writer, Staff Writer", "Автор: …", "Von …"); undefined for any
 * other line. The line must hold nothing but names and what and where the authors are.
 */
export function signedBy(line: string): string | undefined {
  if (line.length > LONGEST) return undefined;
  const wire = WIRE_CREDITS.exec(line)?.[1];
  if (wire !== undefined) return wireNames(wire);
  if (/[.!?]$/u.test(line.replace(/\b\p{Lu}\.$/u, ''))) return undefined;
  const rest = SIGNED.exec(line)?.[1]?.replace(PICTURES, '').replace(/\)$/u, '').trim();
  if (rest === undefined) return undefined;
  const listed = rest.split(/, (?:and )?/u);
  if (listed.length > 1 && listed.every((name) => isPersonName(name) && !isTrade(name))) return rest;
  const names = (rest.split(/,| \| | for | in | at | для |\s?[<@]|\s[\w.+-]+@|\s?\(/u)[0] ?? '').trim();
  return namesOf(names).every(isPersonName) || isCaselessName(names) ? names : undefined;
}

/** The names that a byline gives, one by one. */
export function namesOf(byline: string): string[] {
  return byline.split(/,? (?:and|und|и|және|&|va|ва) |, /u);
}

/** "Paul Grant in Velden and Ann Lee in Lund": the names without their places. */
function wireNames(credits: string): string | undefined {
  const names = namesOf(credits).map((name) => (name.split(/ (?:in|at|for) /u)[0] ?? '').trim());
  return names.every(isPersonName) ? listOf(names) : undefined;
}

function listOf(names: readonly string[]): string {
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The paper for which a signed line says that it was written: "By A. Writer for The Velden Courier". */
export function sourceInByline(line: string): string | undefined {
  const named = /(?: for | для |, )([^,;|]{3,50})$/u.exec(line)?.[1];
  return named !== undefined && isOutlet(named) ? named : undefined;
}

/** "By" alone in its line, with the name in the next. */
const LONE_LABEL =
  /^(?:by|words by|story by|written by|автор|авторы|текст|мәтін|von|text|muallif|муаллиф|autor(?:in)?)\s*:?$/iu;

/** Joins a label that stands alone in its line to the name in the next one, so that both sign the text. */
export function joinLoneLabels(paragraphs: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < paragraphs.length; at += 1) {
    const line = paragraphs[at] ?? '';
    const signed = LONE_LABEL.test(line) ? `${line.replace(/\s*:$/u, '')} ${paragraphs[at + 1] ?? ''}` : line;
    const joins = signed !== line && signedBy(signed) !== undefined;
    joined.push(joins ? signed : line);
    if (joins) at += 1;
  }
  return joined;
}

const TRADE =
  /^(?:(?:[\p{L}-]{2,20} ){0,3}(?:writer|reporter|correspondent|editor|columnist|contributor|staff)s?(?: (?:in|for|at|of) .{2,40})?|special to .{3,40}|(?:собственный |специальный |наш )?корреспондент(?: .{2,40})?|журналист(?:ка)?|обозреватель|редактор|(?:freie[r]? )?(?:korrespondent|redakteur|journalist|autor)(?:in)?|тілші(?:сі)?|muxbir|мухбир)$/iu;

/** "Staff Writer" in a line of its own. */
export function isTrade(line: string): boolean {
  return TRADE.test(line);
}

/** "Paul Grant, Velden Press", "Марина Лосева, корреспондент": a name, and what or whose reporter it is. */
export function nameBeforeTrade(line: string): string | undefined {
  const [name, trade, more] = line.split(/,\s*/u);
  if (name === undefined || trade === undefined || more !== undefined || line.length > 80 || !isPersonName(name))
    return undefined;
  return TRADE.test(trade) || isOutlet(trade) ? name : undefined;
}

/** "Jane Roberts | Manchester", "Jane Roberts in Manchester": a name and a place. */
export function nameBeforePlace(line: string): string | undefined {
  const [name, place, more] = line.split(/\s*\|\s*| in (?=\p{Lu})/u);
  if (name === undefined || place === undefined || more !== undefined || line.length > 80) return undefined;
  return isPersonName(name) && /^\p{Lu}[^.!?]*$/u.test(place) ? name : undefined;
}
