import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { createEditors } from '../../src/store/editors.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');

onEachDatabase('editors', (open) => {
  it('are added once, listed in their order, and removed once', async () => {
    const editors = createEditors(await open());
    expect(await editors.add(9_000_000_001, 1, NOW)).toBe(true);
    expect(await editors.add(5, 1, NOW.add({ seconds: 1 }))).toBe(true);
    expect(await editors.add(5, 2, NOW.add({ seconds: 2 }))).toBe(false);
    expect(await editors.list()).toEqual([
      { id: 9_000_000_001, addedBy: 1, addedAt: NOW },
      { id: 5, addedBy: 1, addedAt: NOW.add({ seconds: 1 }) },
    ]);
    expect(await editors.isEditor(5)).toBe(true);
    expect(await editors.remove(5)).toBe(true);
    expect(await editors.remove(5)).toBe(false);
    expect(await editors.isEditor(5)).toBe(false);
  });
});
