/** What became of a question to the model, or of a sentence of its answer. */
export interface ModelEntry {
  /** UTC day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly prompt: string;
  /** `answer`, `cached`, a `NoAnswer`, or `rejected: WHY` for one sentence that the check did not let pass. */
  readonly outcome: string;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Millionths of a US dollar. */
  readonly microUsd: number;
}

/** Entries of one day, prompt and outcome, added up. */
export interface ModelSum extends ModelEntry {
  readonly count: number;
}

/** Port: the account of what was asked and what it cost. */
export interface ModelBook {
  record(entry: ModelEntry): Promise<void>;
  /** Millionths of a US dollar on a UTC day. */
  spentOn(day: string): Promise<number>;
  /** From a UTC day on, newest day first. */
  since(day: string): Promise<ModelSum[]>;
}
