import { COUNTRY_CODES, type CountryCode } from './country.ts';
import { countriesNamed, nearestCountries } from './country-lookup.ts';
import { REGIONS } from './region.ts';

export interface UnknownTopic {
  /** As the person wrote it. */
  readonly text: string;
  /** At most three, nearest first; empty where nothing is near. */
  readonly nearest: CountryCode[];
}

export interface ParsedTopics {
  /** In the order written, each once. */
  readonly countries: CountryCode[];
  readonly unknown: UnknownTopic[];
}

/** Longer lists of unknown names are no misspellings; measuring each would only cost time. */
const ASKED_BACK = 10;

/**
 * The countries that a person's list names: parted by commas, semicolons, line breaks or "and";
 * each a name, a demonym, an ISO code or a flag in any interface language and letter case, or a
 * region, which stands for its countries. A misspelt name is never taken for a country: it is
 * `unknown`, with what it may have meant.
 */
export function parseTopics(text: string): ParsedTopics {
  const countries = new Set<CountryCode>();
  const unknown: UnknownTopic[] = [];
  // Copied text carries characters that nobody sees, such as zero-width spaces and marks of direction.
  const visible = text.replace(/\p{Cf}/gu, '');
  for (const piece of visible.split(/[,;\n،、]/u).map((part) => part.trim())) {
    if (piece === '') continue;
    for (const name of namesIn(piece)) {
      const found = countriesNamed(name);
      if (found === undefined)
        unknown.push({ text: name, nearest: unknown.length < ASKED_BACK ? nearestCountries(name) : [] });
      else for (const code of found) countries.add(code);
    }
  }
  return { countries: [...countries], unknown };
}

/** The countries of a deep link's payload: ISO codes or region ids parted by hyphens (`KZ-BY`); what is neither is passed over. */
export function parseTopicPayload(payload: string): CountryCode[] {
  const countries = payload.split('-').flatMap((part) => {
    const region = REGIONS.find(({ id }) => id === part.toLowerCase());
    const code = part.toUpperCase();
    return region?.countries ?? (COUNTRY_CODES.includes(code) ? [code] : []);
  });
  return [...new Set(countries)];
}

/** A piece is one name where that is known; else it is parted at "and", or at spaces where each word is known. */
function namesIn(piece: string): string[] {
  const spaced = piece.replace(/[\u{1F1E6}-\u{1F1FF}]{2}/gu, ' $& ').trim();
  if (countriesNamed(spaced) !== undefined) return [spaced];
  const joined = spaced.split(/\s+(?:and|и|және|&|\+)\s+/iu);
  if (joined.length > 1) return joined;
  const words = spaced.split(/\s+/u);
  return words.every((word) => countriesNamed(word) !== undefined) ? words : [spaced];
}
