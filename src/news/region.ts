import type { CountryCode } from './country.ts';
import table from './data/regions.json' with { type: 'json' };
import type { InterfaceLanguage } from './language.ts';

export interface Region {
  readonly id: string;
  readonly names: Readonly<Record<InterfaceLanguage, string>>;
  readonly countries: readonly CountryCode[];
}

interface RegionRow extends Region {
  readonly aliases: readonly string[];
  /** Ids of the regions that this one is made of. */
  readonly parts?: readonly string[];
}

const ROWS: readonly RegionRow[] = table;

function countriesOf(row: RegionRow): CountryCode[] {
  const parts = ROWS.filter(({ id }) => row.parts?.includes(id));
  return [...row.countries, ...parts.flatMap(({ countries }) => countries)];
}

/**
 * Regions that a reader may name: the subregions of UN M49, and those that news speaks of (the
 * Caucasus, the Baltics, the Balkans, the Middle East, the EU, the CIS). Kosovo, which M49 leaves
 * out, stands with Southern Europe.
 */
export const REGIONS: readonly Region[] = ROWS.map((row) => ({
  id: row.id,
  names: row.names,
  countries: countriesOf(row),
}));

/** Each name of a region, aliases too, with its countries. */
export function regionNames(): { name: string; countries: readonly CountryCode[] }[] {
  return ROWS.flatMap((row) =>
    [...Object.values(row.names), ...row.aliases].map((name) => ({ name, countries: countriesOf(row) })),
  );
}
