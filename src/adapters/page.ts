import { parseHTML } from 'linkedom';
import { tamePage } from './tame-page.ts';

/** linkedom builds no document around a fragment, and none where the root's tag stands inside something else. */
export function parsePage(page: string): Document {
  const tame = tamePage(page).replace(/<\/?html(?=[\s>/])[^<>]*>?/gi, '');
  return parseHTML(`<html>${/<body[\s>]/i.test(tame) ? tame : `<body>${tame}</body>`}</html>`).document;
}
