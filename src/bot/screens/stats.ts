import type { ModelSum } from '../../briefing/model-book.ts';
import type { Chart } from '../../delivery/chart.ts';
import type { Figure } from '../../delivery/figures.ts';
import { countryName } from '../../news/country.ts';
import type { Feed } from '../../news/feeds.ts';
import { clip, countryLabel, type Reader } from '../format.ts';
import { type Html, html, joinHtml } from '../html.ts';
import { wordsIn } from '../messages/words.ts';

/** What `/stats` tells. */
export interface StatsNumbers {
  /** UTC days, oldest first, `YYYY-MM-DD`. */
  readonly days: readonly string[];
  readonly figures: readonly Figure[];
  /** Chats that are briefed now. */
  readonly chats: number;
  readonly followers: readonly { readonly country: string; readonly chats: number }[];
  readonly model: readonly ModelSum[];
  readonly feeds: readonly Feed[];
}

const MOST_COUNTRIES = 8;
const MOST_FAULTS = 4;

/** Short enough for the caption of a picture, which holds 1,024 characters. */
export function statsText(numbers: StatsNumbers, reader: Reader): Html {
  const words = wordsIn(reader.language).stats;
  const delivered = sumOf(numbers.figures, (name) => name === 'delivered');
  const failed = faultsOf(numbers.figures);
  const slowest = numbers.feeds.toSorted((one, other) => (other.tookMs ?? 0) - (one.tookMs ?? 0))[0];
  return joinHtml(
    [
      html`<b>${words.title}</b>`,
      html`${words.chats(numbers.chats)}`,
      html`${followersLine(numbers, reader)}`,
      html`${words.delivered(delivered)}`,
      ...(failed.length === 0 ? [html`${words.noFailures}`] : [html`${words.failed(failed.join(', '))}`]),
      ...modelLine(numbers.model, reader),
      ...(slowest?.tookMs === undefined
        ? []
        : [html`${words.slowestFeed(clip(slowest.title ?? slowest.url), (slowest.tookMs / 1000).toFixed(1))}`]),
    ],
    '\n',
  );
}

function followersLine({ followers }: StatsNumbers, { language }: Reader): string {
  return followers
    .slice(0, MOST_COUNTRIES)
    .map(({ country, chats }) => `${countryLabel(country, language)} ${chats}`)
    .join(' · ');
}

/** "3 × 403: bot was blocked by the user" */
function faultsOf(figures: readonly Figure[]): string[] {
  const byFault = new Map<string, number>();
  for (const { name, count } of figures) {
    const fault = /^failed: (.+)$/.exec(name)?.[1];
    if (fault !== undefined) byFault.set(fault, (byFault.get(fault) ?? 0) + count);
  }
  return [...byFault]
    .sort((one, other) => other[1] - one[1])
    .slice(0, MOST_FAULTS)
    .map(([fault, count]) => `${count} × ${fault}`);
}

function modelLine(model: readonly ModelSum[], { language }: Reader): Html[] {
  if (model.length === 0) return [];
  const words = wordsIn(language).stats;
  const calls = model.filter(({ outcome }) => outcome === 'answer').reduce((sum, { count }) => sum + count, 0);
  const rejected = model
    .filter(({ outcome }) => outcome.startsWith('rejected'))
    .reduce((sum, { count }) => sum + count, 0);
  const dollars = model.reduce((sum, { microUsd }) => sum + microUsd, 0) / 1e6;
  return [html`${words.model(calls, rejected, `$${dollars.toFixed(2)}`)}`];
}

function sumOf(figures: readonly Figure[], isMeant: (name: string) => boolean): number {
  return figures.filter(({ name }) => isMeant(name)).reduce((sum, { count }) => sum + count, 0);
}

export function statsChart({ days, figures, chats, followers }: StatsNumbers, reader: Reader): Chart {
  const words = wordsIn(reader.language).stats;
  const of = (day: string, name: string) => figures.find((figure) => figure.day === day && figure.name === name)?.count;
  const label = new Intl.DateTimeFormat(reader.language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return {
    title: words.title,
    chats: words.chatsLegend,
    delivered: words.deliveredLegend,
    byCountry: words.byCountry,
    days: days.map((day, at) => ({
      label: label.format(Date.parse(day)),
      chats: at === days.length - 1 ? chats : of(day, 'chats'),
      delivered: of(day, 'delivered') ?? 0,
    })),
    countries: followers.map(({ country, chats: following }) => ({
      label: countryName(country, reader.language),
      chats: following,
    })),
  };
}
