import type { CountryCode } from '../news/country.ts';

/** What of an article tells which countries it is about. */
export interface CountryEvidence {
  readonly headline: string;
  readonly dateline: string | undefined;
  readonly body: string;
  readonly language: string;
}

export function rankCountries(_article: CountryEvidence): CountryCode[] {
  return [];
}
