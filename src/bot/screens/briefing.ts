import type { Temporal } from 'temporal-polyfill';
import { articlesOf, type Briefing, type Story } from '../../briefing/edition.ts';
import type { Leads } from '../../briefing/lead.ts';
import type { Button, EditionPart } from '../../delivery/outbox.ts';
import type { CountryCode } from '../../news/country.ts';
import { countryLabel, countryList, formatDay, formatPlace, type Reader } from '../format.ts';
import { type Html, html, joinHtml } from '../html.ts';
import { inRows } from '../keyboard.ts';
import { wordsIn } from '../messages/words.ts';
import { MESSAGE_LENGTH, packBlocks } from '../split.ts';
import { storyBlock } from './story.ts';

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
  const blocks = briefing.sections.flatMap(({ country, stories: own }) =>
    own.map((story, index) =>
      index === 0
        ? openingBlock(story, country, briefing.sections.length > 1, occasion.leads, reader)
        : storyBlock(story, reader),
    ),
  );
  const packed = packBlocks(
    [joinHtml([heading(briefing, occasion, reader), blocks[0]], '\n\n'), ...blocks.slice(1)],
    MESSAGE_LENGTH - PART_MARK_LENGTH,
  );
  return packed.map(({ text, blocks: shown }, index) => {
    const told = shown.flatMap((block) => stories[block] ?? []);
    return {
      message: {
        html:
          packed.length > 1
            ? `${text.html}\n\n<i>${wordsIn(reader.language).briefing.part(index + 1, packed.length)}</i>`
            : text.html,
        buttons: briefingButtons(told, briefing, reader, index === packed.length - 1),
      },
      articleIds: articlesOf(told).map(({ id }) => id),
    };
  });
}

function heading(briefing: Briefing, { title, at, isCut = false }: Occasion, reader: Reader): Html {
  const words = wordsIn(reader.language).briefing;
  const countries = briefing.sections.map(({ country }) => country);
  const count = briefing.sections.reduce((sum, { stories }) => sum + articlesOf(stories).length, 0);
  const when = [
    formatDay(at, reader),
    formatPlace(reader.timeZone, reader.language),
    isCut ? words.newest(count) : words.articles(count),
  ];
  return html`<b>${countryList(countries, reader.language)} · ${title}</b>\n<i>${when.join(' · ')}</i>`;
}

/** The first story of a country, below its name where the briefing has several, and its lead. */
function openingBlock(
  story: Story,
  country: CountryCode,
  isNamed: boolean,
  leads: Leads | undefined,
  reader: Reader,
): Html {
  const name = isNamed ? html`<b>${countryLabel(country, reader.language)}</b>` : undefined;
  const lead = leads?.get(country);
  return joinHtml([name, lead === undefined ? undefined : html`<i>${lead}</i>`, storyBlock(story, reader)], '\n\n');
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
