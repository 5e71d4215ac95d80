import { biographyStart } from './author.ts';
import { isBiographyOf } from './biography.ts';
import { joinLoneLabels, namesOf } from './byline.ts';
import { normaliseCharacters } from './characters.ts';
import { type ArticleCredits, readCredits } from './credits.ts';
import { isTimeLine, timeAhead } from './date-line.ts';
import { undecorated, withoutSigns } from './decoration.ts';
import { type CutReason, furnitureReason } from './furniture.ts';
import { reasonsFromNeighbours } from './furniture-blocks.ts';
import { countKickers, isHeadline, isSection, withoutLabel } from './headline.ts';
import { takeDateline } from './lede.ts';
import { dateIn } from './line-date.ts';
import { isOutlet } from './outlet.ts';
import { paragraphsOf } from './paragraphs.ts';
import { releaseEnd } from './press-release.ts';
import { withoutTracking } from './tracking.ts';

/** A passage that was left out of the body, and why. */
export interface Cut {
  readonly text: string;
  readonly why: CutReason;
}

/** A paste, taken apart. */
export interface CleanText {
  /** Undefined where the text opens like a paragraph. */
  readonly headline: string | undefined;
  readonly byline: string | undefined;
  readonly dateline: string | undefined;
  readonly source: string | undefined;
  /** When the source says that it published the text: a day, or an instant where its zone is known. */
  readonly publishedAt: string | undefined;
  readonly paragraphs: readonly string[];
  readonly cut: readonly Cut[];
}

/**
 * Parts the reporting from what a page puts around it: captions and credits, bylines, the author's biography,
 * links, invitations, rights. Subheadings and lists stay. Works on a paste, a page's text or a file.
 */
export function cleanText(raw: string): CleanText {
  const all = joinLoneLabels(paragraphsOf(normaliseCharacters(raw)).map(undecorated));
  const kickers = countKickers(all);
  const paragraphs = all.slice(kickers);
  const credits = readCredits(paragraphs);
  const { kept, cut } = sortOut(paragraphs, credits);
  const [first, ...others] = kept;
  const headline = first !== undefined && isHeadline(first) ? withoutLabel(withoutSigns(first)) : undefined;
  const { dateline, body } = takeDateline(headline === undefined ? kept : others);
  return {
    headline,
    byline: credits.byline,
    dateline: dateline?.text ?? credits.dateline,
    source:
      credits.source ?? dateline?.source ?? all.slice(0, kickers).find((line) => isOutlet(line) && !isSection(line)),
    publishedAt: credits.publishedAt ?? (dateline && dateIn(dateline.text)?.iso),
    paragraphs: body,
    cut: [...all.slice(0, kickers).map((text): Cut => ({ text, why: 'furniture' })), ...cut],
  };
}

interface Sorted {
  readonly kept: readonly string[];
  readonly cut: readonly Cut[];
}

function sortOut(paragraphs: readonly string[], credits: ArticleCredits): Sorted {
  const reasons = reasonsOf(paragraphs, credits);
  const neighbours = reasonsFromNeighbours(paragraphs, reasons);
  const live = isLive(paragraphs);
  const kept: string[] = [];
  const cut: Cut[] = [];
  paragraphs.forEach((text, at) => {
    const why = reasons[at] ?? neighbours.get(at);
    if (why !== undefined) {
      cut.push({ text, why });
      return;
    }
    const time = live ? timeAhead(text) : '';
    if (time !== '') cut.push({ text: time.trim(), why: 'time' });
    const { text: plain, taken } = withoutTracking(text.slice(time.length));
    cut.push(...taken.map((parameters): Cut => ({ text: parameters, why: 'tracking' })));
    kept.push(plain);
  });
  return { kept, cut };
}

/** Why each paragraph is no reporting, from its own words and from what ends before it. */
function reasonsOf(paragraphs: readonly string[], { byline, lines }: ArticleCredits): (CutReason | undefined)[] {
  const names = byline === undefined ? [] : namesOf(byline);
  const ending = biographyStart(paragraphs, byline);
  const release = releaseEnd(paragraphs);
  return paragraphs.map((text, at) => {
    const own = lines.get(at) ?? furnitureReason(text);
    // What stands after the author's biography belongs to it or to the page.
    if (at >= ending) return own ?? 'biography';
    if (at >= release) return own ?? 'furniture';
    if (names.some((name) => isBiographyOf(name, text))) return 'biography';
    return own;
  });
}

/** A live blog: several entries open with a time of day. */
function isLive(paragraphs: readonly string[]): boolean {
  return paragraphs.filter((text) => isTimeLine(text) || timeAhead(text) !== '').length >= 2;
}
