import type { CountryCode } from '../news/country.ts';
import type { CountryMention } from './country-mentions.ts';
import { SALIENCE, type Standing } from './salience.ts';

export interface StandingMention extends CountryMention {
  readonly standing: Standing;
}

/** A mention that is settled to be of one country. */
export interface SettledMention {
  readonly code: CountryCode;
  readonly standing: Standing;
  readonly weight: number;
}

/** Countries whose presence speaks for one that shares its name with another; each speaks for itself. */
const COMPANY: Readonly<Record<CountryCode, readonly CountryCode[]>> = {
  GE: ['GE', 'RU', 'AM', 'AZ', 'UA', 'TR'],
};

/** Settles each mention on its countries: what the words leave open, the rest of the article decides. */
export function settleNamesakes(mentions: readonly StandingMention[]): SettledMention[] {
  const likelyAmerican = loneCities(mentions);
  const settled = (mention: StandingMention, code: CountryCode): SettledMention => {
    const namesake = likelyAmerican.has(code) ? SALIENCE.namesake : 1;
    return { code, standing: mention.standing, weight: SALIENCE.kinds[mention.kind] * namesake };
  };
  const sure = mentions
    .filter((mention) => !isOpen(mention))
    .flatMap((mention) => mention.codes.map((code) => settled(mention, code)));
  const totals = totalsOf(sure);
  const local = totalsOf(
    mentions.filter(isLocal).flatMap((mention) => mention.codes.map((code) => settled(mention, code))),
  );
  const open = mentions.filter(isOpen).map((mention) => settled(mention, likeliest(mention, totals, local)));
  return [...sure, ...open];
}

function isOpen({ codes, kind }: CountryMention): boolean {
  return codes.length > 1 && kind !== 'region';
}

function isLocal(mention: CountryMention): boolean {
  return !isOpen(mention) && ['state', 'place', 'city', 'hint'].includes(mention.kind);
}

/** Total weight of each country, by what its mentions are and where they stand. */
export function totalsOf(
  mentions: readonly SettledMention[],
  standing: Readonly<Record<Standing, number>> = SALIENCE.standing,
): Map<CountryCode, number> {
  const totals = new Map<CountryCode, number>();
  for (const mention of mentions) {
    totals.set(mention.code, (totals.get(mention.code) ?? 0) + mention.weight * standing[mention.standing]);
  }
  return totals;
}

/**
 * Countries of which nothing but a city is named, in an article that speaks of American states or
 * counties: a paper in Georgia writes of Athens without saying which.
 */
function loneCities(mentions: readonly StandingMention[]): ReadonlySet<CountryCode> {
  const american = mentions.some(({ kind, codes }) => (kind === 'state' || kind === 'hint') && codes.includes('US'));
  if (!american) return new Set();
  const isCity = ({ kind, standing }: StandingMention): boolean =>
    (kind === 'capital' && standing !== 'dateline') || kind === 'city';
  const cities = new Set(mentions.filter(isCity).flatMap(({ codes }) => codes));
  const others = new Set(mentions.filter((mention) => !isCity(mention)).flatMap(({ codes }) => codes));
  return cities.difference(others);
}

/**
 * Of several countries of one name, the one in whose company the article moves; else the first. A
 * state moves among its country's other states and towns: that the country itself is named says little.
 */
function likeliest(
  { codes, stateOf }: StandingMention,
  totals: ReadonlyMap<CountryCode, number>,
  local: ReadonlyMap<CountryCode, number>,
): CountryCode {
  const support = (code: CountryCode): number =>
    code === stateOf
      ? (local.get(code) ?? 0)
      : (COMPANY[code] ?? [code]).reduce((sum, friend) => sum + (totals.get(friend) ?? 0), 0);
  return codes.reduce((best, code) => (support(code) > support(best) ? code : best));
}
