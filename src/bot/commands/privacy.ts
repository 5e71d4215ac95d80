import type { Chats } from '../../delivery/chats.ts';
import { say, show, withButtons } from '../answer.ts';
import { html } from '../html.ts';
import type { Handler } from '../request.ts';

export function privacyCommand(): Handler {
  return async ({ words }) => say(words.privacy.text);
}

/** Asks once before everything about the chat is erased. */
export function forgetCommand(): Handler {
  return async ({ words }) =>
    say(
      withButtons(html`${words.privacy.forgetQuestion}`, [
        [{ label: words.privacy.forgetYes, action: 'forget yes' }],
        [{ label: words.privacy.forgetNo, action: 'forget no' }],
      ]),
    );
}

export function forgetAction({ chats }: { chats: Chats }): Handler {
  return async ({ chat, text, words }) => {
    if (text !== 'yes') return show(html`${words.privacy.kept}`);
    await chats.forget(chat.id);
    return show(html`${words.privacy.forgotten}`);
  };
}
