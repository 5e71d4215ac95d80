import { withoutTracking } from '../../news/web-address.ts';
import { markdownToText } from '../markdown.ts';
import { htmlToText } from '../web-page.ts';
import { decodePage } from './decode-page.ts';
import type { FetchFault, PublicFetch } from './fetch-public.ts';

const HTML = new Set(['text/html', 'application/xhtml+xml']);
const TYPES: ReadonlySet<string> = new Set([...HTML, 'text/plain', 'text/markdown']);

export type FetchedArticle =
  | { readonly kind: 'text'; readonly url: string; readonly text: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'fault'; readonly fault: FetchFault };

/** The article at an address as an editor would paste it, and its address without what tracks readers. Never throws. */
export function createArticleFetcher(fetchPublic: PublicFetch): (url: string) => Promise<FetchedArticle> {
  return async (url) => {
    const fetched = await fetchPublic(url, { types: TYPES });
    switch (fetched.kind) {
      case 'page': {
        const decoded = decodePage(fetched);
        if (decoded.kind !== 'text') return { kind: 'fault', fault: 'wrong-type' };
        return { kind: 'text', url: withoutTracking(fetched.url), text: plainText(fetched.type, decoded.text) };
      }
      case 'unchanged':
        return { kind: 'status', status: 304 };
      case 'status':
        return { kind: 'status', status: fetched.status };
      case 'fault':
        return fetched;
      default:
        return fetched satisfies never;
    }
  };
}

function plainText(type: string, text: string): string {
  if (HTML.has(type)) return htmlToText(text);
  return type === 'text/markdown' ? markdownToText(text) : text;
}
