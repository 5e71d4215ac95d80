import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { createLeases } from '../../src/store/leases.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');
const TTL = 3_000;
const after = (milliseconds: number) => NOW.add({ milliseconds });

onEachDatabase('leases', (open) => {
  it('lets one process hold a lease, and tells the other who has it and until when', async () => {
    const [one, other] = [createLeases(await open()), createLeases(await open())];
    expect(await one.acquire('dispatch', 'one', TTL, NOW)).toEqual({ kind: 'taken', token: 1, until: after(TTL) });
    expect(await other.acquire('dispatch', 'other', TTL, NOW)).toEqual({ kind: 'held', by: 'one', until: after(TTL) });
    expect(await other.acquire('tick', 'other', TTL, NOW)).toMatchObject({ kind: 'taken', token: 1 });
  });

  it('passes a lease on when its holder died, and the dead one may not renew it', async () => {
    const [dead, heir] = [createLeases(await open()), createLeases(await open())];
    await dead.acquire('dispatch', 'dead', TTL, NOW);
    expect(await heir.acquire('dispatch', 'heir', TTL, after(TTL - 1))).toMatchObject({ kind: 'held' });
    expect(await heir.acquire('dispatch', 'heir', TTL, after(TTL))).toMatchObject({ kind: 'taken', token: 2 });
    expect(await dead.renew('dispatch', 1, TTL, after(TTL))).toBe(false);
    await dead.release('dispatch', 1);
    expect(await dead.acquire('dispatch', 'dead', TTL, after(TTL))).toMatchObject({ kind: 'held', by: 'heir' });
  });

  it('keeps a renewed lease from the others', async () => {
    const [one, other] = [createLeases(await open()), createLeases(await open())];
    await one.acquire('dispatch', 'one', TTL, NOW);
    expect(await one.renew('dispatch', 1, TTL, after(2_000))).toBe(true);
    expect(await other.acquire('dispatch', 'other', TTL, after(4_000))).toMatchObject({ kind: 'held' });
    expect(await other.acquire('dispatch', 'other', TTL, after(5_000))).toMatchObject({ kind: 'taken', token: 2 });
  });

  it('frees a lease at once, with a higher token for the next, and for its own restart too', async () => {
    const leases = createLeases(await open());
    await leases.acquire('dispatch', 'one', TTL, NOW);
    await leases.release('dispatch', 1);
    expect(await leases.renew('dispatch', 1, TTL, NOW)).toBe(false);
    expect(await leases.acquire('dispatch', 'other', TTL, NOW)).toMatchObject({ kind: 'taken', token: 2 });
    expect(await leases.acquire('dispatch', 'other', TTL, NOW)).toMatchObject({ kind: 'taken', token: 3 });
    expect(await leases.renew('dispatch', 2, TTL, NOW)).toBe(false);
  });

  it('has one winner among contenders who come at the same moment', async () => {
    const contenders = [createLeases(await open()), createLeases(await open()), createLeases(await open())];
    const answers = await Promise.all(
      contenders.map((leases, index) => leases.acquire('dispatch', `contender ${index}`, TTL, NOW)),
    );
    expect(answers.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
  });
});
