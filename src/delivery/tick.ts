import type { Temporal } from 'temporal-polyfill';
import type { Briefing } from '../briefing/edition.ts';
import type { Articles } from '../news/articles.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import type { Chat } from './chat.ts';
import type { Chats } from './chats.ts';
import { createEditionDesk } from './edition-desk.ts';
import type { DueOutcome, Edition, EditionPart, Outbox } from './outbox.ts';
import { createPlanner, type Planner } from './planner.ts';
import { planNext } from './settings.ts';

/** For whom an edition is put into words. */
export interface EditionReader {
  readonly language: InterfaceLanguage;
  readonly timeZone: string;
  /** The day that the edition is dated is this instant's, in the reader's zone. */
  readonly dueAt: Temporal.Instant;
}

/** Puts a briefing into words, as messages that Telegram takes. */
export type ComposeEdition = (
  briefing: Briefing,
  reader: EditionReader,
) => readonly EditionPart[] | Promise<readonly EditionPart[]>;

export interface TickDeps {
  readonly articles: Pick<Articles, 'publishEmbargoed' | 'lastSequence' | 'select' | 'traits' | 'newestTraits'>;
  readonly chats: Pick<Chats, 'due' | 'pauseEnded' | 'endPause'>;
  readonly outbox: Pick<Outbox, 'commitDue'>;
  readonly composeEdition: ComposeEdition;
  readonly now: () => Temporal.Instant;
}

export interface TickCounts {
  /** Articles whose embargo has ended. */
  readonly published: number;
  /** Chats whose pause is over. */
  readonly resumed: number;
  /** Chats whose time had come. */
  readonly due: number;
  readonly skipped: number;
  /** Messages written to the outbox. */
  readonly deliveries: number;
}

/** Chats that are decided in one transaction. */
const PAGE = 1000;
const ARTICLES_AT_ONCE = 100;

/**
 * What each minute brings: embargoed articles whose time has come are published, paused chats go on, and for each
 * chat that is due its messages and its next due time are written in one transaction. It holds nothing that
 * a restart would lose: a tick that is late, doubled, cut off or left out changes nothing. After downtime a
 * chat gets one briefing for the whole gap.
 */
export async function tick(deps: TickDeps): Promise<TickCounts> {
  const now = deps.now();
  const published = await publishEmbargoed(deps, now);
  const resumed = await resumePaused(deps, now);
  return { published, resumed, ...(await briefDue(deps, now)) };
}

async function publishEmbargoed({ articles }: TickDeps, now: Temporal.Instant): Promise<number> {
  let published = 0;
  for (;;) {
    const some = await articles.publishEmbargoed(now, ARTICLES_AT_ONCE);
    published += some;
    if (some < ARTICLES_AT_ONCE) return published;
  }
}

async function resumePaused({ chats }: TickDeps, now: Temporal.Instant): Promise<number> {
  let resumed = 0;
  for (;;) {
    const ended = await chats.pauseEnded(now, PAGE);
    for (const chat of ended) {
      // From the end of the pause on: what fell due since then, while nobody ticked, is due now.
      await chats.endPause(chat.id, planNext({ ...chat, state: 'active' }, chat.pausedUntil ?? now), now);
    }
    resumed += ended.length;
    if (ended.length < PAGE) return resumed;
  }
}

async function briefDue(
  deps: TickDeps,
  now: Temporal.Instant,
): Promise<Pick<TickCounts, 'due' | 'skipped' | 'deliveries'>> {
  const upTo = await deps.articles.lastSequence();
  const desk = createEditionDesk(deps, { upTo, now });
  const planner = createPlanner(now);
  const counts = { due: 0, skipped: 0, deliveries: 0 };
  for (;;) {
    const chats = await deps.chats.due(now, PAGE);
    if (chats.length === 0) return counts;
    const decided = [];
    for (const chat of chats) decided.push(decideDue(chat, upTo, await desk.editionFor(chat), planner, now));
    const outcomes = decided.map(({ outcome }) => outcome);
    const editions = new Map(decided.flatMap(({ edition }) => (edition ? [[edition.key, edition] as const] : [])));
    counts.deliveries += await deps.outbox.commitDue(outcomes, [...editions.values()], now);
    counts.due += chats.length;
    counts.skipped += outcomes.filter(({ skipped }) => skipped !== undefined).length;
  }
}

function decideDue(
  chat: Chat,
  upTo: number,
  edition: Edition | undefined,
  planner: Planner,
  now: Temporal.Instant,
): { outcome: DueOutcome; edition: Edition | undefined } {
  const reason = chat.topics.length === 0 ? 'no-topics' : 'nothing-new';
  const outcome: DueOutcome = {
    chatId: chat.id,
    dueAt: chat.nextDueAt ?? now,
    nextDueAt: planner.next(chat),
    briefedTo: Math.max(chat.briefedTo, upTo),
    edition: edition?.key,
    skipped: edition === undefined ? reason : undefined,
  };
  return { outcome, edition };
}
