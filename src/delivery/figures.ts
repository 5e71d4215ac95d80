/** A count of one UTC day. */
export interface Figure {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `delivered`, `failed: WHY`, or `chats`: those that are briefed. */
  readonly name: string;
  readonly count: number;
}

/** Port: what happened, counted by day. */
export interface Figures {
  /** Adds to the day's counts. */
  add(day: string, counts: ReadonlyMap<string, number>): Promise<void>;
  /** Puts a count in the place of the day's. */
  put(figure: Figure): Promise<void>;
  /** From a day on, oldest first. */
  since(day: string): Promise<Figure[]>;
  /** Chats that are briefed now; counted in pages, so that nothing waits for it. */
  countChats(): Promise<number>;
  /** How many of them follow each country, most followed first. */
  countFollowers(): Promise<{ readonly country: string; readonly chats: number }[]>;
}

/** Counts in memory between two ticks; what a crash loses of it is a minute's. */
export interface Tally {
  count(name: string): void;
  /** The counts since this was last asked. */
  take(): ReadonlyMap<string, number>;
}

export function createTally(): Tally {
  let counts = new Map<string, number>();
  return {
    count: (name) => counts.set(name, (counts.get(name) ?? 0) + 1),
    take() {
      const taken = counts;
      counts = new Map();
      return taken;
    },
  };
}
