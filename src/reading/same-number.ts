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
  if (isOtherMeasure(claimed, found)) return sameMeasure(claimed, found);
  return sameValue(claimed, claimed.value, found.value);
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

/** Of one kind, but not the same: miles and kilometres. */
function isOtherMeasure(claimed: NumberInText, found: NumberInText): boolean {
  const [one, other] = [claimed.unit, found.unit];
  return one !== undefined && other !== undefined && one.kind === other.kind && one.size !== other.size;
}

function sameMeasure(claimed: NumberInText, found: NumberInText): boolean {
  const ratio = (found.value * (found.unit?.size ?? 1)) / (claimed.value * (claimed.unit?.size ?? 1));
  const slack = claimed.hedge === undefined ? CONVERTED : ROUND.about;
  return ratio > 1 - slack && ratio < 1 + slack;
}
