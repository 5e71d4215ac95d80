/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a chat wants its briefings: local times of day, `HH:MM`, ascending, on these days. */
export interface Schedule {
  readonly times: readonly string[];
  readonly days: readonly Weekday[];
}
