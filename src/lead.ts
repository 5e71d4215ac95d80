import type { Telegraf } from 'telegraf';
import type { Temporal } from 'temporal-polyfill';
import { startTicking } from './adapters/cron.ts';
import { connect } from './adapters/telegram/connect.ts';
import { pollUpdates, type ReceivingDeps } from './adapters/telegram/updates.ts';
import { receiveByWebhook, type Webhook } from './adapters/telegram/webhook.ts';
import type { Receiver } from './bot/receiver.ts';
import type { Dispatcher } from './delivery/dispatch.ts';
import type { Term } from './delivery/leases.ts';
import type { Outbox } from './delivery/outbox.ts';
import { createPulse } from './delivery/pulse.ts';

/** How the program ended, for the exit code. */
export type AppEnd = { readonly kind: 'stopped' } | { readonly kind: 'failed'; readonly why: string };

export interface LeadDeps extends Omit<ReceivingDeps, 'telegram'> {
  readonly telegraf: Telegraf;
  /** Undefined where updates are polled. */
  readonly webhook: Webhook | undefined;
  readonly outbox: Pick<Outbox, 'recover'>;
  readonly receiver: Receiver;
  readonly dispatcher: Dispatcher;
  readonly tick: (signal: AbortSignal) => Promise<void>;
  readonly publishMenus: (signal: AbortSignal) => Promise<void>;
  readonly now: () => Temporal.Instant;
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
  const { telegraf, receiver, dispatcher, log } = deps;
  const ticks = createPulse(deps.now, TICK_PATIENCE);
  let isLeading = false;

  async function lead(signal: AbortSignal, term: Term): Promise<AppEnd> {
    isLeading = true;
    try {
      ticks.beat();
      const connected = await connect(telegraf, deps, signal);
      if (connected === 'stopped') return { kind: 'stopped' };
      if (connected === 'unauthorised') return REFUSED_TOKEN;
      const recovered = await deps.outbox.recover();
      log.info({ bot: telegraf.botInfo?.username ?? '', ...recovered }, 'the bot is at work');
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
    const ticking = startTicking(() => tick(ending), log);
    try {
      const works = [dispatcher.run(ending, term), receive(ending), handle(ending, term)];
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

  function receive(signal: AbortSignal) {
    const receiving = { ...deps, telegram: telegraf.telegram };
    return deps.webhook === undefined
      ? pollUpdates({ ...receiving, take: receiver.take }, signal)
      : receiveByWebhook(receiving, deps.webhook, signal);
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
