import type { Temporal } from 'temporal-polyfill';
import type { Articles } from '../news/articles.ts';
import { breathe } from './breathe.ts';
import { type BriefDueDeps, type BriefedCounts, briefDue } from './brief-due.ts';
import { type ClearAwayDeps, clearAway } from './clear-away.ts';
import { type ResumeDeps, resumePaused } from './resume-paused.ts';

export interface TickDeps extends BriefDueDeps {
  readonly articles: BriefDueDeps['articles'] & Pick<Articles, 'publishEmbargoed'>;
  readonly chats: BriefDueDeps['chats'] & ResumeDeps['chats'] & ClearAwayDeps['chats'];
  readonly outbox: BriefDueDeps['outbox'] & ClearAwayDeps['outbox'];
  /** Writes what is breaking into the outbox; returns how many messages. */
  readonly pushBreaking: (signal: AbortSignal) => Promise<number>;
  /** What else a minute brings, when all that is due is written. */
  readonly errands: readonly Errand[];
  readonly now: () => Temporal.Instant;
}

/** One step that has nothing to do with chats. */
export interface Errand {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

export interface TickCounts extends BriefedCounts {
  /** Articles whose embargo has ended. */
  readonly published: number;
  /** Messages of breaking news that were written to the outbox. */
  readonly pushed: number;
  /** Chats whose pause is over. */
  readonly resumed: number;
  /** Rows that have had their time. */
  readonly cleared: number;
  /** Steps that failed. */
  readonly failed: number;
}

const ARTICLES_AT_ONCE = 100;

/**
 * What each minute brings: embargoed articles whose time has come are published, breaking news goes out, paused chats go
 * on, chats that are due are briefed, and what has had its time is cleared away. It holds nothing that a restart would
 * lose: a tick that is late, doubled, cut off or left out changes nothing. After downtime a chat gets one briefing for
 * the whole gap. A step that fails is logged and holds up none of the others; the signal ends each between two pages.
 */
export async function tick(deps: TickDeps, signal: AbortSignal): Promise<TickCounts> {
  const now = deps.now();
  let failed = 0;

  async function step<T>(name: string, run: () => Promise<T>, otherwise: T): Promise<T> {
    if (signal.aborted) return otherwise;
    try {
      return await run();
    } catch (error) {
      failed++;
      deps.log.error({ step: name, error: String(error) }, 'a step of the tick failed');
      return otherwise;
    }
  }

  const published = await step('embargoes', () => publishEmbargoed(deps, now, signal), 0);
  const pushed = await step('breaking news', () => deps.pushBreaking(signal), 0);
  const resumed = await step('pauses', () => resumePaused(deps, now, signal), 0);
  const briefed = await step('briefings', () => briefDue(deps, now, signal), { due: 0, skipped: 0, deliveries: 0 });
  const cleared = await step('clearing', () => clearAway(deps, now, signal), 0);
  for (const { name, run } of deps.errands) await step(name, run, undefined);
  return { published, pushed, resumed, ...briefed, cleared, failed };
}

async function publishEmbargoed(
  { articles }: Pick<TickDeps, 'articles'>,
  now: Temporal.Instant,
  signal: AbortSignal,
): Promise<number> {
  let published = 0;
  while (!signal.aborted) {
    const some = await articles.publishEmbargoed(now, ARTICLES_AT_ONCE);
    published += some;
    if (some < ARTICLES_AT_ONCE) break;
    await breathe();
  }
  return published;
}
