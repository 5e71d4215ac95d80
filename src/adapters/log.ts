import { pino } from 'pino';
import { withoutToken } from './without-token.ts';

/**
 * One JSON line an event, ids not texts, to standard error: standard output is for what a person is told. Anything that
 * looks like a bot token is taken out of an error.
 */
export function createLog(level: string) {
  return pino(
    {
      level,
      base: null,
      serializers: { error: (error: unknown) => withoutToken(String(error)) },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
