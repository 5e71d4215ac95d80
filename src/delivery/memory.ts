/** Answers that are worth keeping for as long as one tick runs. */
export interface Memory<T> {
  /** What was made for the key before, or else what `make` makes of it now. Undefined, and what fails, is not kept. */
  recall<U extends T | undefined>(key: string, make: () => Promise<U>): Promise<T | U>;
}

/** Keeps so many answers at a time: the oldest goes first. */
export function createMemory<T>(most: number): Memory<T> {
  const kept = new Map<string, T>();
  return {
    async recall(key, make) {
      const known = kept.get(key);
      if (known !== undefined) return known;
      const answer = await make();
      if (answer === undefined) return answer;
      const [oldest] = kept.keys();
      if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
      kept.set(key, answer);
      return answer;
    },
  };
}
