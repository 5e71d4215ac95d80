import type { Answer } from '../answer.ts';
import type { Request } from '../request.ts';
import { keyOf } from './draft.ts';
import { takeCity, takeTime } from './schedule.ts';
import { takeCountries } from './topics.ts';

export type SetUpDeps = Parameters<typeof takeTime>[0] & Parameters<typeof takeCountries>[0];

/** A message that answers what was asked last while the chat is set up; undefined where nothing was, or it is no answer. */
export async function takeSetUp(deps: SetUpDeps, request: Request): Promise<Answer | undefined> {
  const step = await deps.conversations.setUps.get(keyOf(request));
  switch (step) {
    case undefined:
      return undefined;
    case 'countries':
      return takeCountries(deps, request);
    case 'time':
      return takeTime(deps, request);
    case 'city':
      return takeCity(deps, request);
    default:
      return step satisfies never;
  }
}
