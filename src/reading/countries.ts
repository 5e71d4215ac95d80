import type { CountryCode } from '../news/country.ts';
import { type CountryMention, countryMentions } from './country-mentions.ts';
import { topicsOfHeadline } from './headline-topics.ts';
import { type StandingMention, settleNamesakes } from './namesakes.ts';
import { lexiconFor } from './place-words.ts';
import { standingInBody } from './salience.ts';
import { topicsOfText } from './topics.ts';

/** What of an article tells which countries it is about. */
export interface CountryEvidence {
  readonly headline: string;
  /** Place and date that open the text, where the reading has parted them from the body. */
  readonly dateline: string | undefined;
  readonly body: string;
  /** ISO 639-1. */
  readonly language: string;
}

/** No article is longer, in UTF-16 units; what would follow is its tail in any case. */
const LONGEST = 250_000;

/** A headline has no full stop at its end. */
const SENTENCE = /[.!?…]["”»’')\]]{0,2}$/u;

/**
 * The countries an article is about, most salient first. Names, demonyms, capitals, cities, offices
 * and leaders count by kind and by place: the headline, the dateline and the lede more than the
 * tail. A country far below the first is mentioned in passing and left out. Linear in the text's length,
 * of which the first 250,000 characters are read.
 */
export function rankCountries(article: CountryEvidence): CountryCode[] {
  const headline = article.headline.slice(0, LONGEST).trim();
  const body = bodyProper(headline, article.body.slice(0, LONGEST).trim());
  const mentions = settleNamesakes(mentionsOf({ ...article, headline, body }));
  if (body === '') return topicsOfHeadline(mentions, SENTENCE.test(headline));
  return topicsOfText(mentions, { length: body.length, hasHeadline: headline !== '' });
}

/** The body without the headline where it opens with that again, as a post without a headline of its own does. */
function bodyProper(headline: string, body: string): string {
  return headline !== '' && body.startsWith(headline) ? body.slice(headline.length).trim() : body;
}

const inDateline = (mention: CountryMention): StandingMention => ({ ...mention, standing: 'dateline' });

function mentionsOf({ headline, dateline, body, language }: CountryEvidence): StandingMention[] {
  const lexicon = lexiconFor(language);
  return [
    ...countryMentions(headline, lexicon).map((mention) => ({ ...mention, standing: 'headline' as const })),
    ...countryMentions(dateline ?? '', lexicon, { isDateline: true }).map(inDateline),
    ...countryMentions(body, lexicon).map((mention) => ({ ...mention, standing: standingInBody(mention) })),
  ];
}
