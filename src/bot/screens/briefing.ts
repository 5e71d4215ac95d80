import type { Temporal } from 'temporal-polyfill';
import { articlesOf, type Briefing, type Story } from '../../briefing/edition.ts';
import type { Leads } from '../../briefing/lead.ts';
import { USUAL_STYLE } from '../../briefing/style.ts';
import type { Button, EditionPart, LaidStory } from '../../delivery/outbox.ts';
import type { CountryCode } from '../../news/country.ts';
import { countryLabel, countryList, formatDay, formatPlace, type Reader } from '../format.ts';
import { type Html, html, joinHtml } from '../html.ts';
import { inRows } from '../keyboard.ts';
import { wordsIn } from '../messages/words.ts';
import { MESSAGE_LENGTH, packBlocks } from '../split.ts';
import { correctedLine, storyBlock } from './story.ts';

/** Room for the "2/3" that each part of a long briefing ends with. */
const PART_MARK_LENGTH = 12;
/** Buttons under one message; more would push the text off a phone's screen. */
const MOST_ARTICLE_BUTTONS = 8;

/** What makes a briefing, a digest and a breaking story differ: their title and the time they speak of. */
export interface Occasion {
  readonly title: string;
  readonly at: Temporal.Instant;
  /** True where there were more articles than are told. */
  readonly isCut?: boolean;
  /** One sentence on what matters most in a country's stories. */
  readonly leads?: Leads;
}

/**
 * Writes a briefing as messages of at most 4,096 visible characters, cut between articles where that can be. The
 * first line says what it is, so that it reads well as a notification.
 */
export function composeBriefing(briefing: Briefing, occasion: Occasion, reader: Reader): EditionPart[] {
  const stories = briefing.sections.flatMap((section) => section.stories);
  const head = joinHtml([heading(briefing, occasion, reader), correctedLines(briefing, reader)], '\n\n');
  const laid = laidStories(briefing, occasion.leads, reader);
  const blocks = laid.map(({ opening, story }) => joinHtml([opening, story], '\n\n'));
  const packed = packBlocks(
    [joinHtml([head, blocks[0]], '\n\n'), ...blocks.slice(1)],
    MESSAGE_LENGTH - PART_MARK_LENGTH,
  );
  const partsOf = (block: number) => packed.filter(({ blocks: shown }) => shown.includes(block)).length;
  return packed.map(({ text, blocks: shown }, index) => {
    const told = shown.flatMap((block) => stories[block] ?? []);
    const foot =
      packed.length > 1 ? html`<i>${wordsIn(reader.language).briefing.part(index + 1, packed.length)}</i>` : undefined;
    const layout = {
      ...{ language: reader.language, timeZone: reader.timeZone },
      ...{ length: reader.length ?? USUAL_STYLE.length, quotes: reader.quotes ?? USUAL_STYLE.quotes },
      head: index === 0 ? head.html : '',
      stories: shown.flatMap((block) => laid[block]?.stored ?? []),
      foot: foot?.html ?? '',
    };
    return {
      message: {
        html: joinHtml([text, foot], '\n\n').html,
        buttons: briefingButtons(told, briefing, reader, index === packed.length - 1),
      },
      articleIds: articlesOf(told).map(({ id }) => id),
      // A story that is cut between two messages cannot be put together anew in one of them.
      ...(shown.every((block) => partsOf(block) === 1) && { layout }),
    };
  });
}

interface Laid {
  readonly opening: Html | undefined;
  readonly story: Html;
  readonly stored: LaidStory;
}

/** Each story, and what stands above it: the name of its country where the briefing has several, and its lead. */
function laidStories({ sections }: Briefing, leads: Leads | undefined, reader: Reader): Laid[] {
  return sections.flatMap(({ country, stories }) =>
    stories.map((story, index) => {
      const opening = index === 0 ? openingOf(country, sections.length > 1, leads, reader) : undefined;
      const block = storyBlock(story, reader);
      const articleIds = articlesOf([story]).map(({ id }) => id);
      return { opening, story: block, stored: { opening: opening?.html ?? '', html: block.html, articleIds } };
    }),
  );
}

/** Articles of earlier briefings that were corrected since, at the top, so that nobody misses it. */
function correctedLines({ corrected = [] }: Briefing, reader: Reader): Html | undefined {
  const lines = corrected.map((article) => correctedLine(article, reader));
  return lines.length === 0 ? undefined : joinHtml(lines, '\n\n');
}

function heading(briefing: Briefing, { title, at, isCut = false }: Occasion, reader: Reader): Html {
  const words = wordsIn(reader.language).briefing;
  const told = briefing.sections.map(({ country }) => country);
  const countries =
    told.length > 0 ? told : [...new Set((briefing.corrected ?? []).flatMap((article) => article.countries))];
  const count = briefing.sections.reduce((sum, { stories }) => sum + articlesOf(stories).length, 0);
  const when = [
    formatDay(at, reader),
    formatPlace(reader.timeZone, reader.language),
    ...(count === 0 ? [] : [isCut ? words.newest(count) : words.articles(count)]),
  ];
  return html`<b>${countryList(countries, reader.language)} · ${title}</b>\n<i>${when.join(' · ')}</i>`;
}

function openingOf(country: CountryCode, isNamed: boolean, leads: Leads | undefined, reader: Reader): Html | undefined {
  const name = isNamed ? html`<b>${countryLabel(country, reader.language)}</b>` : undefined;
  const lead = leads?.get(country);
  if (name === undefined && lead === undefined) return undefined;
  return joinHtml([name, lead === undefined ? undefined : html`<i>${lead}</i>`], '\n\n');
}

function briefingButtons(told: readonly Story[], briefing: Briefing, reader: Reader, last: boolean): Button[][] {
  const words = wordsIn(reader.language).briefing;
  const opening = [...told.map(({ lead }) => lead), ...told.flatMap(({ also }) => also)]
    .slice(0, MOST_ARTICLE_BUTTONS)
    .map(({ id }) => ({ label: words.article(id), action: `article ${id}` }));
  const [first] = briefing.sections;
  const general = [
    { label: words.quotes, action: `quotes ${first?.country ?? ''}` },
    { label: words.settings, action: 'settings' },
  ];
  return [...inRows(opening, 4), ...(last ? [general] : [])];
}
