import type { CountryCode } from '../news/country.ts';
import type { CountryMention } from './country-mentions.ts';
import company from './data/company.json' with { type: 'json' };
import { SALIENCE, type Standing } from './salience.ts';

export interface StandingMention extends CountryMention {
  readonly standing: Standing;
}

/** A mention that is settled to be of one country. */
export interface SettledMention extends Pick<StandingMention, 'kind' | 'at' | 'standing' | 'aside'> {
  readonly code: CountryCode;
  /** What it says in a text, wherever it stands. */
  readonly weight: number;
}

/** Countries whose presence speaks for one that shares its name with another; each speaks for itself. */
const COMPANY: Readonly<Record<CountryCode, readonly CountryCode[]>> = company;

/** Settles each mention on its countries, in order: what the words leave open, the rest of the article decides. */
export function settleNamesakes(mentions: readonly StandingMention[]): SettledMention[] {
  const likelyNamesakes = loneTowns(mentions);
  const settled = (mention: StandingMention, code: CountryCode): SettledMention => {
    const namesake = likelyNamesakes.has(code) ? SALIENCE.namesake : 1;
    const { kind, at, standing, aside } = mention;
    return { code, kind, at, standing, aside, weight: SALIENCE.kinds[kind] * namesake * SALIENCE.asides[aside] };
  };
  const each = (mention: StandingMention): SettledMention[] => mention.codes.map((code) => settled(mention, code));
  const totals = totalsOf(mentions.filter((mention) => !isOpen(mention)).flatMap(each));
  const local = totalsOf(mentions.filter(isLocal).flatMap(each));
  return mentions.flatMap((mention) =>
    isOpen(mention) ? [settled(mention, likeliest(mention, totals, local))] : each(mention),
  );
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
function loneTowns(mentions: readonly StandingMention[]): ReadonlySet<CountryCode> {
  const local = mentions.some(({ kind }) => kind === 'state' || kind === 'hint');
  if (!local) return new Set();
  const towns = new Set(mentions.filter(isTown).flatMap(({ codes }) => codes));
  const others = new Set(mentions.filter((mention) => !isTown(mention)).flatMap(({ codes }) => codes));
  return towns.difference(others);
}

function isTown({ kind, standing }: StandingMention): boolean {
  return (kind === 'capital' || kind === 'city' || kind === 'place') && standing !== 'dateline';
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
