import type { InterfaceLanguage } from '../news/language.ts';
import type { Shelf } from './conversation.ts';
import { html } from './html.ts';
import { wordsIn } from './messages/words.ts';
import type { Talk } from './talk.ts';

export interface BudgetNoticeDeps {
  readonly talk: Talk;
  readonly owners: ReadonlySet<number>;
  /** By UTC day: set where the owners were told. */
  readonly told: Shelf<boolean>;
  readonly language: InterfaceLanguage;
}

/** Tells the owners once a UTC day that the model's money is spent. */
export async function tellBudgetSpent({ talk, owners, told, language }: BudgetNoticeDeps, day: string): Promise<void> {
  if (await told.get(day)) return;
  await told.set(day, true);
  const text = html`${wordsIn(language).writing.noAnswer['no-budget']}`;
  for (const id of owners)
    await talk.say({ id, kind: 'private', threadId: undefined }, { html: text.html, buttons: [] });
}
