/** How far ahead of its calls a sender takes messages, in messages. */
export interface LookAhead {
  /** Leased at a time: little enough that breaking news is soon called up before what was leased. */
  readonly leased: number;
  /** Marked as sending and not begun: as long as these last, the gate does not wait for the database. */
  readonly marked: number;
  /** Marked and not settled: so many may come twice after a crash, or turn unknown in an outage. */
  readonly onTheWay: number;
}

const LEASED_SECONDS = 1;
const MARKED_SECONDS = 0.25;
const ON_THE_WAY_SECONDS = 2;

/** Looks as far ahead in time at any rate. */
export function lookAhead(messagesPerSecond: number): LookAhead {
  const inSeconds = (seconds: number) => Math.max(2, Math.ceil(seconds * messagesPerSecond));
  return {
    leased: inSeconds(LEASED_SECONDS),
    marked: inSeconds(MARKED_SECONDS),
    onTheWay: inSeconds(ON_THE_WAY_SECONDS),
  };
}
