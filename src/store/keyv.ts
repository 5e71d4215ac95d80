import type { KeyvStorageAdapter, KeyvStorageEntry, KeyvStorageGetResult } from 'keyv';
import type { Database } from './database.ts';

/** Entries in one statement: at 4 parameters each, far from what either engine takes. */
const ENTRIES_AT_ONCE = 1_000;

/** Rows in one deletion: SQLite works in the program's own thread, which should not stand still for long. */
const SWEPT_AT_ONCE = 5_000;

/** The part of Keyv's adapter that is about storing; it emits no events, as failures are thrown. */
type KeyvStore = Pick<
  KeyvStorageAdapter,
  'get' | 'getMany' | 'has' | 'hasMany' | 'set' | 'setMany' | 'delete' | 'deleteMany' | 'clear'
> & { readonly capabilities: { readonly expires: true } };

/**
 * A store for one Keyv, for what may expire: `new Keyv({ store: createKeyvStore(database, 'drafts') })`. Values are
 * the strings that Keyv makes of them. The namespace is fixed here: a Keyv that is given one of its own writes it into
 * the store, and of two that share a store the last would win, so the store is frozen and such a Keyv throws.
 */
export function createKeyvStore({ kysely }: Database, namespace: string): KeyvStore {
  const live = (keys: readonly string[]) =>
    kysely
      .selectFrom('keyv')
      .select(['key', 'value'])
      .where('namespace', '=', namespace)
      .where('key', 'in', keys)
      .where(({ or, eb }) => or([eb('expires', 'is', null), eb('expires', '>', Date.now())]));
  const getMany = async <Value>(keys: string[]): Promise<KeyvStorageGetResult<Value | undefined>[]> => {
    const values = new Map<string, string>();
    for (const some of chunks(keys)) {
      for (const { key, value } of await live(some).execute()) values.set(key, value);
    }
    return keys.map((key) => values.get(key));
  };
  const setMany = async <Value>(entries: KeyvStorageEntry<Value>[]): Promise<boolean[]> => {
    // The last of two entries of one key counts, and one statement may not write a row twice.
    const rows = [...new Map(entries.map((entry) => [entry.key, entry])).values()];
    for (const some of chunks(rows)) {
      await kysely
        .insertInto('keyv')
        .values(
          some.map(({ key, value, expires }) => ({ namespace, key, value: asText(value), expires: expires ?? null })),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['namespace', 'key'])
            .doUpdateSet(({ ref }) => ({ value: ref('excluded.value'), expires: ref('excluded.expires') })),
        )
        .execute();
    }
    return entries.map(() => true);
  };
  const deleteMany = async (keys: string[]): Promise<boolean[]> => {
    const gone = new Set<string>();
    for (const some of chunks(keys)) {
      const rows = await kysely
        .deleteFrom('keyv')
        .where('namespace', '=', namespace)
        .where('key', 'in', some)
        .returning('key')
        .execute();
      for (const { key } of rows) gone.add(key);
    }
    return keys.map((key) => gone.has(key));
  };
  return Object.freeze<KeyvStore>({
    capabilities: { expires: true },
    getMany,
    setMany,
    deleteMany,
    async get(key) {
      return (await live([key]).executeTakeFirst())?.value;
    },
    async has(key) {
      return (await live([key]).executeTakeFirst()) !== undefined;
    },
    async hasMany(keys) {
      return (await getMany(keys)).map((value) => value !== undefined);
    },
    async set(key, value, expires) {
      await setMany([{ key, value, ...(expires !== undefined && { expires }) }]);
      return true;
    },
    async delete(key) {
      return (await deleteMany([key])).includes(true);
    },
    async clear() {
      await kysely.deleteFrom('keyv').where('namespace', '=', namespace).execute();
    },
  });
}

/** Erases what has expired, in all namespaces; returns how much it was. Call it now and then. */
export async function sweepExpired({ kysely }: Database, now: number): Promise<number> {
  let swept = 0;
  for (;;) {
    const { numDeletedRows } = await kysely
      .deleteFrom('keyv')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('namespace', 'key'),
          'in',
          selectFrom('keyv')
            .select(['namespace', 'key'])
            .where('expires', '<=', now)
            .limit(SWEPT_AT_ONCE)
            .$asTuple('namespace', 'key'),
        ),
      )
      .executeTakeFirst();
    swept += Number(numDeletedRows);
    if (numDeletedRows < BigInt(SWEPT_AT_ONCE)) return swept;
    await new Promise(setImmediate);
  }
}

function asText(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('The store keeps text only: leave Keyv its serialization');
  return value;
}

function chunks<T>(entries: readonly T[]): T[][] {
  const all: T[][] = [];
  for (let from = 0; from < entries.length; from += ENTRIES_AT_ONCE)
    all.push(entries.slice(from, from + ENTRIES_AT_ONCE));
  return all;
}
