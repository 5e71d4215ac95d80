/** Slow work beside what the bot does: nobody's next update waits for it. */
export interface Aside {
  /** Begins the work; what it throws goes to `onError`. */
  readonly run: (work: () => Promise<unknown>) => void;
  /** Resolves when all that was begun is done. */
  readonly settled: () => Promise<unknown>;
}

export function createAside(onError: (error: unknown) => void): Aside {
  const underWay = new Set<Promise<unknown>>();
  return {
    run(work) {
      const done = work()
        .catch(onError)
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    settled: () => Promise.all(underWay),
  };
}
