import type { WhyNot } from '../../briefing/ask-checked.ts';
import type { Button, Message } from '../../delivery/outbox.ts';
import type { Article } from '../../news/article.ts';
import { clip, type Reader } from '../format.ts';
import { type Html, html, joinHtml } from '../html.ts';
import { wordsIn } from '../messages/words.ts';

/** What the model did about a draft. */
export type WritingNote =
  | { readonly kind: 'under-way' }
  | { readonly kind: 'model'; readonly by: string }
  | { readonly kind: 'extract'; readonly because: WhyNot };

/** Who wrote the summary above, where a model is asked at all. */
export function writingLine({ summaryBy }: Article, writing: WritingNote | undefined, reader: Reader): Html[] {
  const words = wordsIn(reader.language).writing;
  if (writing === undefined) return [];
  if (writing.kind === 'under-way' && summaryBy === 'extract') return [html`<i>✍️ ${words.underWay}</i>`];
  switch (summaryBy) {
    case 'model':
      return [html`<i>${words.byModel}</i>`];
    case 'editor':
      return [html`<i>${words.byEditor}</i>`];
    case 'extract':
      return [html`<i>${words.byExtract}</i>`];
    default:
      return summaryBy satisfies never;
  }
}

/** *Write again*, and *Why an extract?* where the model's answer did not come or did not pass. */
export function writingButtons(id: number, writing: WritingNote | undefined, reader: Reader): Button[][] {
  const words = wordsIn(reader.language).writing;
  if (writing === undefined || writing.kind === 'under-way') return [];
  const again = { label: words.again, action: `rewrite ${id}` };
  return [writing.kind === 'extract' ? [{ label: words.why, action: `why ${id}` }, again] : [again]];
}

/** Sentences of a rejected answer that are shown; the first ones tell enough. */
const MOST_REJECTED = 4;
const LONGEST_REJECTED = 300;

/** Why the extract stands: what went wrong with the service, or which sentences the check did not let pass. */
export function whyScreen(id: number, because: WhyNot, reader: Reader): Message {
  const words = wordsIn(reader.language);
  const text =
    because.kind === 'no-answer'
      ? html`${words.writing.noAnswer[because.why]}`
      : joinHtml(
          [
            html`${words.writing.rejected}`,
            ...because.rejected
              .slice(0, MOST_REJECTED)
              .map(
                ({ sentence, why }) =>
                  html`<blockquote>${sentence.slice(0, LONGEST_REJECTED)}</blockquote>\n${reasonOf(why, reader)}`,
              ),
          ],
          '\n\n',
        );
  return { html: text.html, buttons: [[{ label: words.preview.back, action: `preview ${id}` }]] };
}

/** `number: 42 million` in the reader's words. */
function reasonOf(why: string, reader: Reader): string {
  const words = wordsIn(reader.language).writing;
  const [kind = '', ...claim] = why.split(': ');
  const said = clip(claim.join(': '));
  switch (kind) {
    case 'name':
      return words.badName(said);
    case 'number':
      return words.badNumber(said);
    case 'date':
      return words.badDate(said);
    case 'quote':
      return words.badQuote(said);
    case 'form':
      return words.badForm;
    default:
      return words.badDeed(said);
  }
}
