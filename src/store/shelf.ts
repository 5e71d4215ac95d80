import Keyv from 'keyv';
import type { Database } from './database.ts';
import { createKeyvStore } from './keyv.ts';

/**
 * A Keyv for what may expire, `ttlMs` after it was last set. A failing database makes a Keyv answer as if it held
 * nothing, so each failure goes to `onError`.
 */
export function openShelf<T>(
  database: Database,
  namespace: string,
  ttlMs: number,
  onError: (error: unknown) => void,
): Keyv<T> {
  const keyv = new Keyv<T>({ store: createKeyvStore(database, namespace), ttl: ttlMs });
  keyv.on('error', onError);
  return keyv;
}
