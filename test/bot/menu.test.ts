import { expect, it } from 'vitest';
import { owner, subscriber } from '../../src/sandbox/people.ts';
import { startDateline } from '../support/dateline.ts';

it('offers each person the commands that he may use, and no more', async () => {
  const { api, waitUntil, ask } = await startDateline();
  const offered = (id: number) => api.commandsFor(id, id).map(({ command }) => command);
  await waitUntil(() => offered(owner.id).includes('editor'));
  expect(offered(subscriber.id)).toContain('digest');
  expect(offered(subscriber.id)).not.toContain('post');

  await ask(owner.id, owner.id, `/editor add ${subscriber.id}`);
  await waitUntil(() => offered(subscriber.id).includes('post'));
  expect(offered(subscriber.id)).not.toContain('editor');

  await ask(owner.id, owner.id, `/editor remove ${subscriber.id}`);
  await waitUntil(() => !offered(subscriber.id).includes('post'));
  expect(offered(subscriber.id)).toContain('digest');
});

it('leaves an owner his menu when he is no longer an editor as well', async () => {
  const { api, waitUntil, ask } = await startDateline();
  const offered = () => api.commandsFor(owner.id, owner.id).map(({ command }) => command);
  await ask(owner.id, owner.id, `/editor add ${owner.id}`);
  await ask(owner.id, owner.id, `/editor remove ${owner.id}`);
  await waitUntil(() => offered().includes('editor'));
});
