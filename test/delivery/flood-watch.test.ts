import { describe, expect, it } from 'vitest';
import { createFloodWatch } from '../../src/delivery/flood-watch.ts';
import { createFakeTimer } from '../support/fake-timer.ts';

describe('a wait that Telegram asks for', () => {
  it('is about the chat, until a third chat is told within two seconds', async () => {
    const timer = createFakeTimer();
    const floods = createFloodWatch(timer);
    expect(floods.waitAsked(1)).toBe('chat');
    expect(floods.waitAsked(1)).toBe('chat');
    expect(floods.waitAsked(2)).toBe('chat');
    expect(floods.waitAsked(3)).toBe('everything');
    await timer.advance(2000);
    expect(floods.waitAsked(4)).toBe('chat');
  });
});
