import type { Chats } from '../../delivery/chats.ts';
import { say, show, withButtons } from '../answer.ts';
import type { Conversations } from '../conversation.ts';
import { html } from '../html.ts';
import type { Handler } from '../request.ts';
import { keyOf } from './draft.ts';

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

/** Erases the chat, and what of a conversation with this person in it is kept. */
export function forgetAction({ chats, conversations }: { chats: Chats; conversations: Conversations }): Handler {
  return async (request) => {
    const { chat, text, words } = request;
    if (text !== 'yes') return show(html`${words.privacy.kept}`);
    await conversations.pastes.delete(keyOf(request));
    await conversations.questions.delete(keyOf(request));
    await conversations.setUps.delete(keyOf(request));
    await chats.forget(chat.id);
    return show(html`${words.privacy.forgotten}`);
  };
}
