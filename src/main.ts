import { Temporal } from 'temporal-polyfill';
import { createLog } from './adapters/log.ts';
import { openApp } from './app.ts';
import { describeFault, readConfig } from './config.ts';
import { systemTimer } from './delivery/timer.ts';
import { DatabaseUnavailable } from './store/database.ts';

/** A stop takes ten seconds at the most; what is not settled by then is settled at the next start. */
const STOP_MS = 9500;

process.exitCode = await main();
// Connections that are kept alive for reuse would keep the process.
process.exit();

async function main(): Promise<number> {
  const read = readConfig(process.env);
  if (read.kind === 'faults') {
    for (const fault of read.faults) console.error(describeFault(fault));
    return 2;
  }
  const log = createLog(read.config.LOG_LEVEL);
  const now = () => Temporal.Now.instant();
  try {
    const app = await openApp(read.config, { say: console.log, log, now, timer: systemTimer, random: Math.random });
    const end = await app.run(stopSignal());
    if (end.kind === 'stopped') return 0;
    console.error(end.why);
    return 1;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) {
      console.error(error.message);
      return error.exitCode;
    }
    log.error({ error: String(error) }, 'stopped by a fault');
    return 1;
  }
}

function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop.abort();
      setTimeout(() => process.exit(1), STOP_MS).unref();
    });
  }
  return stop.signal;
}
