import { arrangeBriefing } from '../../briefing/edition.ts';
import type { Edition } from '../../delivery/outbox.ts';
import type { Article } from '../../news/article.ts';
import type { Reader } from '../format.ts';
import { wordsIn } from '../messages/words.ts';
import { composeBriefing } from './briefing.ts';

/** One article, pushed at once to everyone who follows its countries; dated when it was released. */
export function breakingEdition(article: Article, reader: Reader): Edition {
  const briefing = arrangeBriefing([article], article.countries);
  return {
    key: `breaking:${article.id}:${article.revision}:${reader.language}:${reader.timeZone}`,
    kind: 'breaking',
    parts: composeBriefing(
      briefing,
      { title: wordsIn(reader.language).briefing.breaking, at: article.releasedAt ?? article.filedAt },
      reader,
    ),
  };
}
