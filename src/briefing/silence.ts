import { Temporal } from 'temporal-polyfill';

/** That nothing has come on some topics since the last briefing. */
export interface Silence {
  /** When the newest article on them was released; undefined where there never was one. */
  readonly newestAt: Temporal.Instant | undefined;
  /** Whether it is unusual for these topics to hear nothing for so long: then the desk is late, and not the world quiet. */
  readonly isLate: boolean;
}

/** Articles by which the usual pace is judged. */
export const PACE_ARTICLES = 21;

/** With fewer, nobody can say what is usual. */
const LEAST_ARTICLES = 5;
/** However busy a desk is, it may sleep for a night. */
const NIGHT_HOURS = 24;

/**
 * Judges a silence by the longest pause between the newest articles before it: twice as long is late, if it is more than
 * a day.
 *
 * @param releases when the newest articles on the topics were released, newest first
 */
export function judgeSilence(releases: readonly Temporal.Instant[], now: Temporal.Instant): Silence {
  const [newestAt] = releases;
  if (newestAt === undefined || releases.length < LEAST_ARTICLES) return { newestAt, isLate: false };
  const times = releases.map(({ epochMilliseconds }) => epochMilliseconds);
  const pauses = times.slice(1).map((time, place) => (times[place] ?? time) - time);
  const usual = Math.max(2 * Math.max(...pauses), Temporal.Duration.from({ hours: NIGHT_HOURS }).total('milliseconds'));
  return { newestAt, isLate: now.epochMilliseconds - newestAt.epochMilliseconds > usual };
}
