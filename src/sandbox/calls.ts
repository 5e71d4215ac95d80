import { type Answer, badRequest, type Refusal, tooManyRequests, unknownMethod } from './answer.ts';
import { methodNamed } from './methods/table.ts';
import { isWellFormed, paramsOf } from './params.ts';
import type { Queries } from './queries.ts';
import { type Call, fieldTexts } from './request.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { World } from './world.ts';

/** What goes wrong with a call: cut off after it was applied, or before; refused; too fast; or only late. */
export type Trouble =
  | 'drop'
  | 'reset'
  | { status: number; description?: string | undefined; parameters?: Refusal['parameters'] }
  | { retryAfter: number }
  | { delayMs: number };

/** Decides about each call whether something goes wrong, at once or after a while; undefined lets it be. */
export type Fault = (
  method: string,
  params: Record<string, string>,
) => Trouble | undefined | Promise<Trouble | undefined>;

export type Outcome = Answer | 'cut';

export type LoggedCall = { method: string; params: Record<string, string>; outcome: Outcome };

export type Calls = ReturnType<typeof createCalls>;

const LOG_MAX = 10_000;
const NEVER_GONE = new AbortController().signal;

/** Runs the calls of the bot, with what is to go wrong. */
export function createCalls(server: { world: World; queue: UpdateQueue; queries: Queries; fault: Fault | undefined }) {
  const { world, queue, queries } = server;
  const log: LoggedCall[] = [];
  let fault = server.fault;
  let afterwards = (): void => {};

  const apply = async (call: Call, gone: AbortSignal): Promise<Answer> => {
    const method = methodNamed(call.method);
    if (!method) return unknownMethod;
    if (!isWellFormed(call)) return badRequest('strings must be encoded in UTF-8');
    const answer = await method.run({ world, queue, queries, params: paramsOf(call), uploads: call.uploads, gone });
    afterwards();
    return answer;
  };

  const outcomeOf = async (call: Call, gone: AbortSignal): Promise<Outcome> => {
    const trouble = await fault?.(call.method, Object.fromEntries(call.params));
    if (trouble === undefined) return apply(call, gone);
    if (trouble === 'reset') return 'cut';
    if (trouble === 'drop') {
      await apply(call, gone);
      return 'cut';
    }
    if ('status' in trouble) {
      const { status, description = 'Internal Server Error', parameters } = trouble;
      return { ok: false, error_code: status, description, ...(parameters && { parameters }) };
    }
    if ('retryAfter' in trouble) return tooManyRequests(trouble.retryAfter);
    await new Promise((resolve) => setTimeout(resolve, trouble.delayMs));
    return apply(call, gone);
  };

  const run = async (named: Call, gone: AbortSignal): Promise<Outcome> => {
    const call = { ...named, method: methodNamed(named.method)?.name ?? named.method };
    const outcome = await outcomeOf(call, gone);
    log.push({ method: call.method, params: Object.fromEntries(call.params), outcome });
    if (log.length > LOG_MAX) log.shift();
    return outcome;
  };

  return {
    run,
    /** A call that stood in the answer to a webhook. */
    async runFields({ method, fields }: { method: string; fields: Record<string, unknown> }): Promise<void> {
      await run({ method, params: fieldTexts(fields), uploads: new Map() }, NEVER_GONE);
    },
    setFault(next: Fault | undefined): void {
      fault = next;
    },
    afterEach(then: () => void): void {
      afterwards = then;
    },
    log: (method?: string): LoggedCall[] => log.filter((call) => method === undefined || call.method === method),
  };
}
