import { createHash } from 'node:crypto';
import type { ArticleText } from '../news/article.ts';
import { foldedWords } from '../news/folded-words.ts';
import type { Reader } from './article-rows.ts';
import { storable } from './words.ts';

/** How many stored likenesses an editor is told of. */
const LIKENESSES = 10;

/** By these an article that was filed before is found again, whatever its letter case, accents and spacing. */
export function likenessKeys(text: Pick<ArticleText, 'headline' | 'url' | 'body'>) {
  return {
    headline_key: headlineKey(text.headline),
    url_key: text.url === undefined ? null : addressKey(text.url),
    body_key: digestOfWords(text.body),
  };
}

/** An address without its fragment and its last slash. */
export function addressKey(url: string): string {
  return storable(url).replace(/#.*$/s, '').replace(/\/$/, '');
}

function digestOfWords(body: string): string {
  const words = foldedWords(body).join(' ');
  return words === '' ? '' : createHash('sha256').update(words).digest('base64');
}

/** A headline without its letter case, accents, signs and spacing. */
export function headlineKey(headline: string): string {
  return foldedWords(headline).join(' ');
}

/** Stored articles with the same headline, address or text, newest first; retracted ones are left out. */
export function alike(reader: Reader, text: Pick<ArticleText, 'headline' | 'url' | 'body'>) {
  const { headline_key, url_key, body_key } = likenessKeys(text);
  return reader
    .selectFrom('articles')
    .innerJoin('article_revisions as text', (join) =>
      join.onRef('text.article_id', '=', 'articles.id').onRef('text.revision', '=', 'articles.revision'),
    )
    .select(['articles.id', 'text.headline', 'articles.status'])
    .where((article) =>
      article.or([
        // An article without a headline or a body is like no other.
        ...(headline_key === '' ? [] : [article('headline_key', '=', headline_key)]),
        ...(body_key === '' ? [] : [article('body_key', '=', body_key)]),
        ...(url_key === null ? [] : [article('url_key', '=', url_key)]),
      ]),
    )
    .where('articles.status', '<>', 'retracted')
    .orderBy('articles.id', 'desc')
    .limit(LIKENESSES)
    .execute();
}
