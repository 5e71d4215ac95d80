import Keyv from 'keyv';
import { afterEach, expect, it, vi } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { createKeyvStore, sweepExpired } from '../../src/store/keyv.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Date.parse('2026-03-02T08:00:00Z');

function keyvOn(database: Database, namespace: string): Keyv {
  return new Keyv({ store: createKeyvStore(database, namespace) });
}

afterEach(() => {
  vi.useRealTimers();
});

function at(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: milliseconds });
}

onEachDatabase('the Keyv store', (open) => {
  it('keeps values until they expire, and no longer', async () => {
    at(NOW);
    const drafts = keyvOn(await open(), 'drafts');
    await drafts.set('1', { pieces: ['one', 'двé', '\0'] }, 1_000);
    await drafts.set('2', 'for ever');
    expect(await drafts.get('1')).toEqual({ pieces: ['one', 'двé', '\0'] });
    at(NOW + 999);
    expect(await drafts.has('1')).toBe(true);
    at(NOW + 1_000);
    expect(await drafts.get('1')).toBeUndefined();
    expect(await drafts.has('1')).toBe(false);
    expect(await drafts.get('2')).toBe('for ever');
  });

  it('does not hand out an expired value even where Keyv does not look', async () => {
    at(NOW);
    const store = createKeyvStore(await open(), 'drafts');
    await store.set('1', 'x', NOW + 10);
    expect(await store.get('1')).toBe('x');
    at(NOW + 10);
    expect(await store.get('1')).toBeUndefined();
    expect(await store.hasMany(['1'])).toEqual([false]);
  });

  it('replaces a value together with its expiry', async () => {
    at(NOW);
    const drafts = keyvOn(await open(), 'drafts');
    await drafts.set('1', 'brief', 10);
    await drafts.set('1', 'lasting');
    at(NOW + 20);
    expect(await drafts.get('1')).toBe('lasting');
  });

  it('keeps two namespaces apart in one table', async () => {
    const database = await open();
    const [drafts, answers] = [keyvOn(database, 'drafts'), keyvOn(database, 'answers')];
    await drafts.set('same', 'draft');
    expect(await answers.get('same')).toBeUndefined();
    await answers.set('same', 'answer');
    await answers.clear();
    expect(await drafts.get('same')).toBe('draft');
  });

  it('does not let two Keyvs share a store under different namespaces', async () => {
    const store = createKeyvStore(await open(), 'drafts');
    expect(() => new Keyv({ store, namespace: 'other' })).toThrow('not extensible');
  });

  it('reads, writes and deletes many at once', async () => {
    const drafts = keyvOn(await open(), 'drafts');
    const keys = Array.from({ length: 2_500 }, (_, index) => `key ${index}`);
    await drafts.setMany(keys.map((key, index) => ({ key, value: index })));
    expect(await drafts.getMany([...keys.slice(2_497), 'no such key'])).toEqual([2_497, 2_498, 2_499, undefined]);
    await drafts.setMany([
      { key: 'twice', value: 'first' },
      { key: 'twice', value: 'last' },
    ]);
    expect(await drafts.get('twice')).toBe('last');
    expect(await drafts.deleteMany(['key 1', 'no such key'])).toEqual([true, false]);
    expect(await drafts.delete('key 2')).toBe(true);
    expect(await drafts.delete('key 2')).toBe(false);
    expect(await drafts.hasMany(['key 1', 'key 3'])).toEqual([false, true]);
  });

  it('sweeps out what has expired, in every namespace, and nothing else', async () => {
    const database = await open();
    const [drafts, answers] = [createKeyvStore(database, 'drafts'), createKeyvStore(database, 'answers')];
    const old = Array.from({ length: 5_500 }, (_, index) => ({ key: String(index), value: '', expires: NOW }));
    await drafts.setMany(old);
    await answers.setMany([
      { key: 'old', value: '', expires: NOW - 1 },
      { key: 'new', value: '', expires: NOW + 1 },
      { key: 'lasting', value: '' },
    ]);
    expect(await sweepExpired(database, NOW)).toBe(5_501);
    const left = await database.kysely.selectFrom('keyv').select('key').orderBy('key').execute();
    expect(left.map(({ key }) => key)).toEqual(['lasting', 'new']);
  });
});
