import { describe, expect, it } from 'vitest';
import { createFloodWatch } from '../../src/delivery/flood-watch.ts';
import { createFakeTimer } from '../support/fake-timer.ts';

describe('a wait that Telegram asks for', () => {
  it('is about the chat, until a third chat is told within two seconds', async () => {
    const timer = createFakeTimer();
    const floods = createFloodWatch(timer);
    expect(floods.waitAsked(1, 30)).toBe('chat');
    expect(floods.waitAsked(1, 30)).toBe('chat');
    expect(floods.waitAsked(2, 30)).toBe('chat');
    expect(floods.waitAsked(3, 30)).toBe('everything');
    await timer.advance(2000);
    expect(floods.waitAsked(4, 30)).toBe('chat');
  });

  it('holds the chat until it is over', async () => {
    const timer = createFakeTimer();
    const floods = createFloodWatch(timer);
    floods.waitAsked(1, 30);
    await timer.advance(29_000);
    expect([floods.heldFor(1), floods.heldFor(2)]).toEqual([1000, 0]);
    await timer.advance(1000);
    expect(floods.heldFor(1)).toBe(0);
  });
});
