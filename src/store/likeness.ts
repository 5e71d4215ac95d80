import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { ArticleText } from '../news/article.ts';
import { foldedWords } from '../news/folded-words.ts';
import { withoutTracking } from '../news/web-address.ts';
import { likenessBands } from '../reading/near-duplicates.ts';
import { storyTraits } from '../reading/story-traits.ts';
import type { Schema } from './schema.ts';
import { storable } from './words.ts';

/** What is compared of an article. */
export type ComparedText = Pick<ArticleText, 'headline' | 'url' | 'body'>;

/** By these an article that was filed before is found again, whatever its letter case, accents and spacing. */
export function likenessKeys(text: ComparedText) {
  return {
    headline_key: headlineKey(text.headline),
    url_key: text.url === undefined ? null : addressKey(text.url),
    body_key: digestOfWords(text.body),
  };
}

/** An address without its scheme, `www.`, its fragment, its last slash, and what only tracks who opened it. */
export function addressKey(url: string): string {
  return withoutTracking(storable(url))
    .replace(/#.*$/s, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');
}

function digestOfWords(body: string): string {
  const words = foldedWords(body).join(' ');
  return words === '' ? '' : createHash('sha256').update(words).digest('base64');
}

/** A headline without its letter case, accents, signs and spacing. */
function headlineKey(headline: string): string {
  return foldedWords(headline).join(' ');
}

/** Stores by what a text is found again and grouped, in the place of what was stored of an earlier one. */
export async function noteLikeness(
  trx: Transaction<Schema>,
  id: number,
  text: ComparedText & Pick<ArticleText, 'language'>,
): Promise<void> {
  await trx
    .updateTable('articles')
    .set({ ...likenessKeys(text), likeness: 1 })
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('article_bands').where('article_id', '=', id).execute();
  const rows = likenessBands(text.body).map((band) => ({ band, article_id: id }));
  if (rows.length > 0) await trx.insertInto('article_bands').values(rows).execute();
  const traits = JSON.stringify(storyTraits(text));
  await trx
    .insertInto('article_traits')
    .values({ article_id: id, traits })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet({ traits }))
    .execute();
}
