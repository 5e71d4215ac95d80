import type { Summary } from '../news/article.ts';
import type { Reading } from '../reading/read-article.ts';

/** Port: writes about an article that was read. */
export interface Writer {
  summarise(reading: Reading): Promise<Summary>;
}

/** The writer that needs no model, and stands in for one that fails: the extract. */
export const extractWriter: Writer = {
  summarise: async ({ summary }) => ({ text: summary, madeBy: 'extract' }),
};
