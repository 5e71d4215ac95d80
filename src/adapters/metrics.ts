import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Temporal } from 'temporal-polyfill';
import type { InboxSize } from '../delivery/inbox.ts';
import type { Messenger } from '../delivery/messenger.ts';
import type { TickCounts } from '../delivery/tick.ts';

/** What an operator watches: counts since the process began. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string) => new Counter({ name, help, registers: [registry] });
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read());
      },
    });
  const updates = counter('dateline_updates_total', 'Updates handled');
  const givenUp = counter('dateline_updates_given_up_total', 'Updates that failed at each try');
  const sent = new Counter({
    name: 'dateline_sends_total',
    help: 'Calls to Telegram that send a message, by outcome',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const possibleDoubles = counter(
    'dateline_possible_doubles_total',
    'Messages sent once more that may have arrived before',
  );
  const due = counter('dateline_due_chats_total', 'Chats whose briefing fell due');
  const failedSteps = counter('dateline_tick_step_failures_total', 'Steps of the tick that failed');
  const skipped = counter('dateline_skipped_chats_total', 'Chats that were due and had no topics or nothing new');
  return {
    registry,
    countUpdate: (end: 'handled' | 'given-up') => (end === 'handled' ? updates : givenUp).inc(),
    /** Tells of the inbox what it holds when somebody asks. */
    watchInbox: (size: () => Promise<InboxSize>, now: () => Temporal.Instant) => {
      gauge('dateline_inbox_updates', 'Updates that are not handled yet', async () => (await size()).waiting);
      gauge('dateline_inbox_oldest_seconds', 'For how long the oldest of them has waited', async () => {
        const { oldestAt } = await size();
        return oldestAt === undefined ? 0 : now().since(oldestAt).total('seconds');
      });
    },
    /** Tells for how long Telegram has given no answer when somebody asks. */
    watchReach: (downSince: () => Temporal.Instant | undefined, now: () => Temporal.Instant) => {
      gauge('dateline_telegram_out_of_reach_seconds', 'For how long Telegram has given no answer', async () => {
        const since = downSince();
        return since === undefined ? 0 : now().since(since).total('seconds');
      });
    },
    countPossibleDouble: () => possibleDoubles.inc(),
    /** The same messenger, whose calls are counted. */
    counted: ({ send, edit, isReachable }: Messenger): Messenger => ({
      edit,
      isReachable,
      async send(outgoing, onWritten) {
        const outcome = await send(outgoing, onWritten);
        sent.inc({ outcome: outcome.kind });
        return outcome;
      },
    }),
    countTick: (counts: TickCounts) => {
      due.inc(counts.due);
      skipped.inc(counts.skipped);
      failedSteps.inc(counts.failed);
    },
  };
}
