import type { Temporal } from 'temporal-polyfill';
import type { Dispatcher } from './dispatch.ts';
import type { Term } from './leases.ts';
import type { Log } from './log.ts';
import type { Outbox } from './outbox.ts';
import { createPulse } from './pulse.ts';

/** How the program ended, for the exit code. */
export type AppEnd = { readonly kind: 'stopped' } | { readonly kind: 'failed'; readonly why: string };

/** How something that goes on until it is stopped came to its end. */
export interface WorkEnd {
  readonly kind: 'stopped' | 'unauthorised';
}

export interface LeadDeps {
  /** Gets to know the bot's own name, as often as it takes. */
  readonly connect: (signal: AbortSignal) => Promise<'connected' | 'unauthorised' | 'stopped'>;
  /** Takes what Telegram brings, by polls or by webhook. */
  readonly receive: (signal: AbortSignal) => Promise<WorkEnd>;
  /** Handles what was taken. */
  readonly receiver: {
    run(signal: AbortSignal, term: Term): Promise<unknown>;
    /** How long it has brought nothing to its end, though there was something. */
    stuckForMs(): number;
  };
  readonly startTicking: (tick: () => Promise<void>) => { stop(): Promise<void> };
  readonly username: () => string;
  readonly outbox: Pick<Outbox, 'recover'>;
  readonly dispatcher: Dispatcher;
  readonly tick: (signal: AbortSignal) => Promise<void>;
  readonly publishMenus: (signal: AbortSignal) => Promise<void>;
  readonly now: () => Temporal.Instant;
  readonly log: Log;
}

/** The one process that receives, ticks and sends. */
export interface Leader {
  /** Leads until the signal aborts, or something fails that cannot be mended here. */
  lead(signal: AbortSignal, term: Term): Promise<AppEnd>;
  /** False before it begins, after it has ended, and where it should be at work and is not. */
  works(): boolean;
}

/** A tick comes each minute, and one for a million chats takes a fraction of that. */
const TICK_PATIENCE = { minutes: 5 };
/** An answer may wait for Telegram's limits, and for a call to be cut; others are given meanwhile. */
const LONGEST_STILL_MS = 5 * 60_000;

const REFUSED_TOKEN: AppEnd = {
  kind: 'failed',
  why: 'Telegram refuses TELEGRAM_BOT_TOKEN (401): check it with @BotFather',
};

export function createLeader(deps: LeadDeps): Leader {
  const { receiver, dispatcher, log } = deps;
  const ticks = createPulse(deps.now, TICK_PATIENCE);
  let isLeading = false;

  async function lead(signal: AbortSignal, term: Term): Promise<AppEnd> {
    isLeading = true;
    try {
      ticks.beat();
      const connected = await deps.connect(signal);
      if (connected === 'stopped') return { kind: 'stopped' };
      if (connected === 'unauthorised') return REFUSED_TOKEN;
      const recovered = await deps.outbox.recover();
      log.info({ bot: deps.username(), ...recovered }, 'the bot is at work');
      return await work(signal, term);
    } finally {
      isLeading = false;
    }
  }

  /** Does all that a leader does side by side; the first that ends takes the others with it. */
  async function work(signal: AbortSignal, term: Term): Promise<AppEnd> {
    const stop = new AbortController();
    const ending = AbortSignal.any([signal, stop.signal]);
    // Not waited for: the bot answers whether or not Telegram shows its menu yet.
    deps.publishMenus(ending).catch((error: unknown) => log.warn({ error: String(error) }, 'no menu of commands'));
    const ticking = deps.startTicking(() => tick(ending));
    try {
      const works = [dispatcher.run(ending, term), deps.receive(ending), handle(ending, term)];
      const first = await Promise.race(works);
      stop.abort();
      await Promise.all(works);
      return first.kind === 'unauthorised' ? REFUSED_TOKEN : { kind: 'stopped' };
    } finally {
      stop.abort();
      await ticking.stop();
    }
  }

  async function tick(signal: AbortSignal): Promise<void> {
    await deps.tick(signal);
    ticks.beat();
  }

  async function handle(signal: AbortSignal, term: Term) {
    await receiver.run(signal, term);
    return { kind: 'stopped' } as const;
  }

  return {
    lead,
    works: () => isLeading && !ticks.isStill() && receiver.stuckForMs() < LONGEST_STILL_MS,
  };
}
