import type { Reading } from '../reading/read-article.ts';

/** A summary, and who made it: the reading, out of the article's own sentences, or a model. */
export interface Summary {
  readonly text: string;
  readonly madeBy: 'extract' | 'model';
}

/** Port: writes about an article that was read. */
export interface Writer {
  summarise(reading: Reading): Promise<Summary>;
}

/** The writer that needs no model, and stands in for one that fails: the extract. */
export const extractWriter: Writer = {
  summarise: async ({ summary }) => ({ text: summary, madeBy: 'extract' }),
};
