import type { NumberInText } from './numbers.ts';

/** How far a number may be from one that it rounds, as a share of it. */
const ROUND = { about: 0.1, over: 0.2, under: 0.2, none: 0.025 };
const EXACT = 0.005;
/** Converted measures are rounded once more. */
const CONVERTED = 0.04;
/** "A third" may stand for 30 to 36 percent. */
const SHARE = 3.5;

/**
 * True where one number may stand for another: the same value, the same rounded ("about $150 million" for $153.07
 * million, "more than 20" for 23, "1.3 million" for 1,284,000), a share for its percentage, or the same in another
 * measure ("5 miles" for 8 km). Another currency or a percentage of a plain count is another number.
 */
export function sameNumber(claimed: NumberInText, found: NumberInText): boolean {
  if (claimed.currency !== undefined && found.currency !== undefined && claimed.currency !== found.currency)
    return false;
  if (claimed.percent && found.percent && !(claimed.inDigits && found.inDigits))
    return Math.abs(claimed.value - found.value) <= SHARE;
  return sameValue(claimed, claimed.value, found.value) || sameMeasure(claimed, found);
}

function sameValue(claimed: NumberInText, value: number, against: number): boolean {
  if (value === against) return true;
  if (value === 0 || against === 0) return false;
  const ratio = against / value;
  const slack = (below: number, above: number): boolean => ratio > 1 - below && ratio < 1 + above;
  if (claimed.hedge === 'about') return slack(ROUND.about, ROUND.about);
  if (claimed.hedge === 'over') return slack(EXACT, ROUND.over);
  if (claimed.hedge === 'under') return slack(ROUND.under, EXACT);
  if (value < 100) return false;
  return slack(EXACT, EXACT) || (isRounder(value, against) && slack(ROUND.none, ROUND.none));
}

/** True where fewer of its digits are other than 0. */
function isRounder(value: number, against: number): boolean {
  return figures(value) >= 2 && figures(value) < figures(against);
}

function figures(value: number): number {
  return String(Math.round(value * 100) / 100).replace(/\.|0+$/gu, '').length;
}

function sameMeasure(claimed: NumberInText, found: NumberInText): boolean {
  const { unit } = claimed;
  if (unit === undefined || found.unit === undefined || unit.kind !== found.unit.kind) return false;
  if (unit.size === found.unit.size) return false;
  const ratio = (found.value * found.unit.size) / (claimed.value * unit.size);
  const slack = claimed.hedge === undefined ? CONVERTED : ROUND.about;
  return ratio > 1 - slack && ratio < 1 + slack;
}
