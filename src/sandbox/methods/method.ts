import type { Answer } from '../answer.ts';
import type { Params } from '../params.ts';
import type { Queries } from '../queries.ts';
import type { UpdateQueue } from '../update-queue.ts';
import type { Upload, World } from '../world.ts';

export type Context = {
  world: World;
  queue: UpdateQueue;
  queries: Queries;
  params: Params;
  uploads: Map<string, Upload>;
  /** Ends when the caller has gone away. */
  gone: AbortSignal;
};

export type Method = (context: Context) => Answer | Promise<Answer>;
