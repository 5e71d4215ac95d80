/** Waits for a model a little where something goes out by itself. */
export type Patience = <T>(work: Promise<T>, otherwise: T) => Promise<T>;

/** What goes out by itself waits so long for a model's words, and then goes out without them. */
const PATIENCE_MS = 20_000;

/**
 * The work's outcome, or `otherwise` where it takes too long. A model that kept somebody waiting in vain is not waited
 * for again until the work that was too slow has ended: a stalled service delays one briefing, and not each.
 */
export function createPatience(wait: (ms: number) => Promise<unknown>): Patience {
  let slow = 0;
  return async (work, otherwise) => {
    if (slow > 0) return otherwise;
    let isLate = false;
    const late = wait(PATIENCE_MS).then(() => {
      isLate = true;
      return otherwise;
    });
    const outcome = await Promise.race([work, late]);
    if (isLate) {
      slow += 1;
      void work.finally(() => {
        slow -= 1;
      });
    }
    return outcome;
  };
}
