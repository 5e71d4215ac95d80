import type { Temporal } from 'temporal-polyfill';
import type { Articles } from '../news/articles.ts';
import { breathe } from './breathe.ts';
import type { Chats } from './chats.ts';
import { createDecider, type Decided, type DeciderDeps } from './decide-due.ts';
import type { DueGroup, DuePage, DuePlace, DueRange } from './due.ts';
import type { DueWritten, Outbox } from './outbox.ts';

export interface BriefDueDeps extends Omit<DeciderDeps, 'chats' | 'outbox' | 'articles'> {
  readonly articles: DeciderDeps['articles'] & Pick<Articles, 'lastSequence'>;
  readonly chats: DeciderDeps['chats'] & Pick<Chats, 'duePage'>;
  readonly outbox: DeciderDeps['outbox'] & Pick<Outbox, 'commitDue'>;
}

export interface BriefedCounts {
  /** Chats whose time had come. */
  readonly due: number;
  readonly skipped: number;
  /** Messages written to the outbox. */
  readonly deliveries: number;
}

/** Rows of one statement: SQLite writes them in some 20 ms, in which the program does nothing else. */
const ROWS_A_PAGE = 5000;

/** The next page may get a little more than this one: it is seldom read twice, then. */
const ROOM_USED = 0.95;

/** Who is briefed so much too late is not told that there was nothing. */
const LATE = { hours: 24 };

/**
 * Decides for all chats that are due, page by page along their queue and in each for all alike at once, until the signal
 * aborts. A chat is passed at most once, so what cannot be decided holds up nobody; it is due still for the next tick.
 */
export async function briefDue(deps: BriefDueDeps, now: Temporal.Instant, signal: AbortSignal): Promise<BriefedCounts> {
  const decider = createDecider(deps, { upTo: await deps.articles.lastSequence(), now });
  const counts = { due: 0, skipped: 0, deliveries: 0 };
  let after: DuePlace | undefined;
  let chatsAPage = ROWS_A_PAGE;
  for (const { until, quietNotes } of [
    { until: now.subtract(LATE), quietNotes: false },
    { until: now, quietNotes: true },
  ]) {
    const decide = (group: DueGroup) => decider.decide(group, { quietNotes });
    for (;;) {
      if (signal.aborted) return counts;
      const page = await decidedPage(deps, decide, until, after, chatsAPage);
      if (page === undefined) break;
      chatsAPage = page.nextChats;
      const written = await writePage(deps, page.range, page.decided, now);
      counts.due += written.chats;
      counts.deliveries += written.deliveries;
      counts.skipped += chatsIn(groupsOf(page.decided.filter(({ decision }) => decision.skipped !== undefined)));
      after = page.range.through;
      await breathe();
    }
  }
  return counts;
}

interface DecidedPage {
  readonly range: DueRange;
  readonly decided: readonly Decided[];
  /** How many chats have room in the next page, if they get as many messages as those of this one. */
  readonly nextChats: number;
}

/** As many chats as their messages leave room for, and no more than so many. */
async function decidedPage(
  { chats }: BriefDueDeps,
  decide: (group: DueGroup) => Promise<Decided | undefined>,
  until: Temporal.Instant,
  after: DuePlace | undefined,
  mostChats: number,
): Promise<DecidedPage | undefined> {
  for (let limit = mostChats; ; ) {
    const page = await chats.duePage(until, after, limit);
    if (page === undefined) return undefined;
    const decided = await decideAll(page, decide);
    const rows = decided.reduce((sum, { group, parts }) => sum + group.chats * parts, 0);
    const rowsAChat = rows / Math.max(1, chatsIn(page.groups));
    const room = Math.max(1, Math.min(ROWS_A_PAGE, Math.floor((ROOM_USED * ROWS_A_PAGE) / rowsAChat)));
    if (rows <= ROWS_A_PAGE || limit === 1) return { range: page.range, decided, nextChats: room };
    limit = Math.min(room, limit - 1);
  }
}

async function decideAll(
  { groups }: DuePage,
  decide: (group: DueGroup) => Promise<Decided | undefined>,
): Promise<Decided[]> {
  const decided: Decided[] = [];
  for (const group of groups) {
    const one = await decide(group);
    if (one !== undefined) decided.push(one);
  }
  return decided;
}

/** Where the page cannot be written, each group is tried alone, so that only the one that is at fault is left. */
async function writePage(
  { outbox, log }: BriefDueDeps,
  range: DueRange,
  decided: readonly Decided[],
  now: Temporal.Instant,
): Promise<DueWritten> {
  try {
    return await outbox.commitDue(
      range,
      decided.map(({ decision }) => decision),
      now,
    );
  } catch (error) {
    if (decided.length <= 1) throw error;
    let sum: DueWritten = { chats: 0, deliveries: 0 };
    for (const one of decided) {
      try {
        const { chats, deliveries } = await outbox.commitDue(range, [one.decision], now);
        sum = { chats: sum.chats + chats, deliveries: sum.deliveries + deliveries };
      } catch (fault) {
        log.error({ chat: one.group.sample, chats: one.group.chats, error: String(fault) }, 'chats stay due');
      }
    }
    return sum;
  }
}

function groupsOf(decided: readonly Decided[]): DueGroup[] {
  return decided.map(({ group }) => group);
}

function chatsIn(groups: readonly DueGroup[]): number {
  return groups.reduce((sum, { chats }) => sum + chats, 0);
}
