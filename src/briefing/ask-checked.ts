import type { Again, Asked, NoAnswer, Rejection } from './model.ts';
import type { ModelBook } from './model-book.ts';

/** Why nothing that a model wrote is shown. */
export type WhyNot =
  | { readonly kind: 'no-answer'; readonly why: NoAnswer }
  | { readonly kind: 'rejected'; readonly rejected: readonly Rejection[] };

export type CheckedAnswer<T> =
  | { readonly kind: 'good'; readonly value: T; readonly by: string }
  | { readonly kind: 'none'; readonly because: WhyNot };

/** Of `rejected`, nothing may be left for `value` to be shown. */
export interface Check<T> {
  readonly value: T;
  readonly rejected: readonly Rejection[];
}

export interface AskingDeps {
  readonly book: Pick<ModelBook, 'record'>;
  /** The UTC day that it is, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** What does not pass the check is asked for once more, with what failed; then it is given up. */
const TIMES = 2;

/** Puts a question until its answer passes the check, at most twice; counts what was rejected, and why. */
export async function askChecked<Answer, T>(
  deps: AskingDeps,
  prompt: string,
  ask: (again: Again<Answer> | undefined) => Promise<Asked<Answer>>,
  check: (answer: Answer) => Check<T>,
): Promise<CheckedAnswer<T>> {
  let again: Again<Answer> | undefined;
  for (let time = 1; time <= TIMES; time += 1) {
    const asked = await ask(again);
    if (asked.kind === 'none') return { kind: 'none', because: again ? rejectedFor(again) : noAnswer(asked.why) };
    const { value, rejected } = check(asked.answer);
    if (rejected.length === 0) return { kind: 'good', value, by: asked.by };
    await recordRejected(deps, prompt, rejected);
    again = { answer: asked.answer, rejected };
  }
  return { kind: 'none', because: rejectedFor(again) };
}

function noAnswer(why: NoAnswer): WhyNot {
  return { kind: 'no-answer', why };
}

function rejectedFor(again: Again<unknown> | undefined): WhyNot {
  return { kind: 'rejected', rejected: again?.rejected ?? [] };
}

/** `number: 42 million` is counted as a `number`. */
async function recordRejected(
  { book, today }: AskingDeps,
  prompt: string,
  rejected: readonly Rejection[],
): Promise<void> {
  for (const { why } of rejected) {
    const outcome = `rejected: ${why.split(':')[0]}`;
    await book.record({ day: today(), prompt, outcome, tokensIn: 0, tokensOut: 0, microUsd: 0 });
  }
}
