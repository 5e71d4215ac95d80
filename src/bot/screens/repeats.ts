import type { Button, Message } from '../../delivery/outbox.ts';
import type { Article } from '../../news/article.ts';
import type { Likeness } from '../../news/likeness.ts';
import type { Reader } from '../format.ts';
import { type Html, html, joinHtml } from '../html.ts';
import { wordsIn } from '../messages/words.ts';

/** More would push the preview itself off a phone's screen. */
const MOST_SHOWN = 3;

/** "⚠️ Published № 12, “Bridge Closed”: same address, 92 % the same words." */
export function likenessWarnings(alike: readonly Likeness[], reader: Reader): Html[] {
  const words = wordsIn(reader.language).preview;
  return alike.slice(0, MOST_SHOWN).map((likeness) => {
    const which = `${words.standing[likeness.status]} № ${likeness.id}`;
    return words.alike(which, likeness.headline, whatIsAlike(likeness, reader).join(', '));
  });
}

function whatIsAlike({ sameAddress, sameText, sameHeadline, sharedPercent }: Likeness, reader: Reader): string[] {
  const words = wordsIn(reader.language).preview;
  return [
    ...(sameAddress ? [words.sameAddress] : []),
    ...(sameText ? [words.sameText] : []),
    ...(sharedPercent === undefined ? [] : [words.sameWords(sharedPercent)]),
    ...(sameHeadline ? [words.sameHeadline] : []),
  ];
}

/** Buttons that open the stored articles below. */
export function likenessButtons(alike: readonly Likeness[], reader: Reader): Button[][] {
  const buttons = alike.slice(0, MOST_SHOWN).map(({ id }) => ({
    label: wordsIn(reader.language).article.number(id),
    action: `edit ${id}`,
  }));
  return buttons.length === 0 ? [] : [buttons];
}

/** Asks whether a text that is stored already, or nearly, shall be published all the same. */
export function repeatScreen(article: Article, repeats: readonly Likeness[], reader: Reader): Message {
  const words = wordsIn(reader.language).preview;
  const text = joinHtml(
    [html`<b>${article.headline}</b>`, ...likenessWarnings(repeats, reader), html`${words.confirmRepeat}`],
    '\n\n',
  );
  return {
    html: text.html,
    buttons: [
      [{ label: words.publishAnyway, action: `publishanyway ${article.id}` }],
      ...likenessButtons(repeats, reader),
      [{ label: words.back, action: `preview ${article.id}` }],
    ],
  };
}
