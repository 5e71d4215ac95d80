/** Index of the last of some rising places that is at or before a limit; -1 where all lie behind it. Logarithmic. */
export function lastAtOrBefore(places: readonly number[], limit: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
