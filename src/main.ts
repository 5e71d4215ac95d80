import { existsSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { createLog } from './adapters/log.ts';
import { PromptFault } from './adapters/model/prompts.ts';
import { withoutToken } from './adapters/without-token.ts';
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
  if (existsSync('.env')) process.loadEnvFile('.env');
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
    if (error instanceof PromptFault) {
      console.error(error.message);
      return 2;
    }
    if (error instanceof DatabaseUnavailable) {
      console.error(error.message);
      return error.exitCode;
    }
    console.error(withoutToken(error instanceof Error ? error.message : String(error)));
    return isAddressFault(error) ? 2 : 1;
  }
}

/** The address to listen at is not this machine's, or no address at all. */
function isAddressFault(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EACCES';
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
