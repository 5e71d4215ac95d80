import { Counter, collectDefaultMetrics, Registry } from 'prom-client';
import type { Messenger } from '../delivery/messenger.ts';
import type { TickCounts } from '../delivery/tick.ts';

/** What an operator watches: counts since the process began. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string) => new Counter({ name, help, registers: [registry] });
  const updates = counter('dateline_updates_total', 'Updates handled');
  const sent = new Counter({
    name: 'dateline_sends_total',
    help: 'Calls to Telegram that send a message, by outcome',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const due = counter('dateline_due_chats_total', 'Chats whose briefing fell due');
  const skipped = counter('dateline_skipped_chats_total', 'Chats that were due and had no topics or nothing new');
  return {
    registry,
    countUpdate: () => updates.inc(),
    /** The same messenger, whose calls are counted. */
    counted: ({ send, edit }: Messenger): Messenger => ({
      edit,
      async send(outgoing) {
        const outcome = await send(outgoing);
        sent.inc({ outcome: outcome.kind });
        return outcome;
      },
    }),
    countTick: (counts: TickCounts) => {
      due.inc(counts.due);
      skipped.inc(counts.skipped);
    },
  };
}
