/** What becomes of something that a person asks: `told` is the first that is too much, and is told so. */
export type Hearing = 'heard' | 'told' | 'ignored';

/** A person's minute: it begins with the first thing that he asks after the last one was over. */
export interface Minute {
  /** Epoch milliseconds. */
  readonly beganAt: number;
  readonly asked: number;
}

const MINUTE_MS = 60_000;

/** Decides about one thing more that is asked at `at` (epoch milliseconds): over `most` in a minute is too much. */
export function hear(
  minute: Minute | undefined,
  at: number,
  most: number,
): { readonly minute: Minute; readonly hearing: Hearing } {
  const isOver = minute === undefined || at >= minute.beganAt + MINUTE_MS;
  const next = isOver ? { beganAt: at, asked: 1 } : { ...minute, asked: minute.asked + 1 };
  const hearing = next.asked <= most ? 'heard' : next.asked === most + 1 ? 'told' : 'ignored';
  return { minute: next, hearing };
}

/** Counts what each asks. */
export interface FloodRule {
  hear(person: number, at: number): Hearing;
  /** How many are remembered. */
  size(): number;
}

/** Beyond so many the one whose minute began first is forgotten: one of a hundred bytes each. */
const MOST_PEOPLE = 10_000;

export function createFloodRule(most: number): FloodRule {
  /** In the order in which their minutes began. */
  const minutes = new Map<number, Minute>();
  return {
    hear(person, at) {
      const known = minutes.get(person);
      const { minute, hearing } = hear(known, at, most);
      if (minute.beganAt !== known?.beganAt) minutes.delete(person);
      minutes.set(person, minute);
      if (minutes.size > MOST_PEOPLE) forgetFirst(minutes);
      return hearing;
    },
    size: () => minutes.size,
  };
}

function forgetFirst(minutes: Map<number, Minute>): void {
  const [first] = minutes.keys();
  if (first !== undefined) minutes.delete(first);
}
