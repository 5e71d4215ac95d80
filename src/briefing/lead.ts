import type { CountryCode } from '../news/country.ts';
import { countryName } from '../news/country.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import { evidenceOf } from '../reading/evidence.ts';
import { checkAgainst } from '../reading/grounding.ts';
import { type AskingDeps, askChecked } from './ask-checked.ts';
import { articlesOf, type Section } from './edition.ts';
import type { LeadAnswer, Model } from './model.ts';
import { plainAnswer } from './plain-answer.ts';

/** So many articles on a country make more than a glance takes in. */
const FEWEST_ARTICLES = 4;
/** The newest ones tell what matters. */
const MOST_ARTICLES = 20;
const MOST_WORDS = 45;

/**
 * One sentence on what matters most in a country's stories, grounded in what they say in the reader's language;
 * undefined where there are fewer than four articles in it, or nothing came that passes the check.
 */
export async function leadOf(
  deps: AskingDeps & { readonly model: Model },
  { country, stories }: Section,
  language: InterfaceLanguage,
): Promise<string | undefined> {
  const articles = articlesOf(stories)
    .filter((article) => article.language === language || article.translatedQuotes !== undefined)
    .slice(0, MOST_ARTICLES)
    .map(({ headline, summary }) => ({ headline, summary }));
  if (articles.length < FEWEST_ARTICLES) return undefined;
  const evidence = evidenceOf(articles.flatMap(({ headline, summary }) => [headline, summary]).join('\n\n'));
  const checked = await askChecked<LeadAnswer, string>(
    deps,
    'lead',
    (again) => deps.model.lead({ country: countryName(country, 'en'), language, articles }, again),
    (answer) => {
      const sentence = plainAnswer(answer.sentence);
      return { value: sentence, rejected: faultsOf(sentence, () => checkAgainst(evidence, sentence)) };
    },
  );
  return checked.kind === 'good' ? checked.value : undefined;
}

function faultsOf(sentence: string, check: () => ReturnType<typeof checkAgainst>) {
  const words = sentence.split(' ').length;
  if (sentence === '' || words > MOST_WORDS)
    return [{ sentence, why: `form: not one sentence of up to ${MOST_WORDS} words` }];
  const grounding = check();
  return grounding.supported ? [] : [{ sentence, why: `${grounding.why}: ${grounding.claim}` }];
}

/** The leads of a briefing's sections, by country. */
export type Leads = ReadonlyMap<CountryCode, string>;
