import { isAboutAuthor } from './biography.ts';
import { isCaption } from './captions.ts';
import table from './data/furniture.json' with { type: 'json' };
import { isDateLine, isTimeLine, isUpdateLine } from './date-line.ts';
import { lineTest } from './phrase-lines.ts';

/** Why a passage of a paste is not part of the reporting. */
export type CutReason =
  | 'caption'
  | 'byline'
  | 'source'
  | 'biography'
  | 'furniture'
  | 'time'
  /** What the editors say about the text: a correction, an update. */
  | 'note'
  /** What a link carries to tell who follows it. */
  | 'tracking';

/** Furniture comes in short lines; a longer paragraph is never taken for it. */
const LONGEST = 300;
/** But for what a page must say about its cookies. */
const LONGEST_NOTICE = 900;

const { links, sharing, letters, rights, tags, page, cookies, notes } = table;
const isFurniturePhrase = lineTest([links, sharing, letters, rights, tags, page, cookies]);
const isCookieNotice = lineTest([cookies]);
const isNotePhrase = lineTest([notes]);
const isLetterPhrase = lineTest([letters]);
const isLinksPhrase = lineTest([links]);

/** "(Adds comment from the mayor)", "(Corrects spelling in paragraph 3)" over a wire story. */
const WIRE_NOTE =
  /^\((?:adds?|corrects?|updates?|recasts?|removes?|clarifies|changes?|fixes|refiles|repeats|rewrites|добавлен\p{L}*|исправлен\p{L}*|дополнен\p{L}*|уточнен\p{L}*)\s[^()]{3,200}\)\.?$/iu;
const FOLLOW =
  /^follow (?:[\p{L}.'’-]{1,30} ){1,4}on (?:twitter|x|facebook|instagram|telegram|linkedin|bluesky|threads|mastodon|youtube)(?!\p{L})/iu;
const RIGHTS = /^copyright\s*(?:©|\(c\)|\d{4}|by\s)/iu;
const COUNTS =
  /^(?:\d{1,6}|[\p{S}\s]*\d[\d.,]*[KMкм]?\s(?:comments?|shares?|views?|likes?|просмотр\p{L}*|комментари\p{L}*|пікір|қаралым)|(?:comments?|shares?|views?|likes?|просмотр\p{L}*|комментари\p{L}*|қаралым\p{L}*)\s?[:(]\s?\d[\d.,]*[KMкм]?\)?)$/iu;
const BARE_ADDRESS =
  /^(?:https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[\w-]+\.(?:com|org|net|kz|ru|info|news)(?:\/\S*)?|[@#][\p{L}\p{N}_]+(?: [@#][\p{L}\p{N}_]+)*)$/iu;
const READING_TIME =
  /^(?:\d{1,3} min(?:ute)?s? read|(?:reading time|время чтения|lesezeit|оқу уақыты)(?!\p{L}).{0,30}|\d{1,3} (?:мин\p{L}*|minuten) (?:чтения|lesezeit))$/iu;
const SHARE_WORDS = new Set(table['share-words'].split(' '));

/** Why a paragraph is not reporting, from its own words alone; undefined where nothing speaks against it. */
export function furnitureReason(paragraph: string): CutReason | undefined {
  if (paragraph.length > LONGEST)
    return paragraph.length < LONGEST_NOTICE && isCookieNotice(paragraph) ? 'furniture' : undefined;
  if (READING_TIME.test(paragraph) || isDateLine(paragraph) || isTimeLine(paragraph)) return 'time';
  if (isNotePhrase(paragraph) || isUpdateLine(paragraph) || WIRE_NOTE.test(paragraph)) return 'note';
  if (isFurniturePhrase(paragraph) || RIGHTS.test(paragraph) || FOLLOW.test(paragraph) || COUNTS.test(paragraph))
    return 'furniture';
  if (BARE_ADDRESS.test(paragraph) || isShareBar(paragraph)) return 'furniture';
  if (isCaption(paragraph)) return 'caption';
  return isAboutAuthor(paragraph) ? 'biography' : undefined;
}

/** "Facebook | Twitter | Copy link": every word belongs to sharing, and there are two of them. */
function isShareBar(line: string): boolean {
  const words = line.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
  return words.length > 1 && words.length < 16 && words.every((word) => SHARE_WORDS.has(word)) && !/[.!?]$/u.test(line);
}

/** An invitation to a newsletter, over which its title may stand. */
export function isInvitation(line: string): boolean {
  return (
    line.length <= LONGEST &&
    isLetterPhrase(line) &&
    !/^(?:advert|реклам|anzeige|werbung|жарнама|story|article|continue)/iu.test(line)
  );
}

/** A heading over links to other articles: "Related stories", «Читайте также:». */
export function isLinksHeading(line: string): boolean {
  return line.length <= 40 && isLinksPhrase(line) && /(?:^[^:]*|:)$/u.test(line.trim());
}
