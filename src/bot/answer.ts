import type { Message } from '../delivery/outbox.ts';
import type { Html } from './html.ts';
import { MESSAGE_LENGTH, splitHtml, visibleLength } from './split.ts';

/** What a person is answered. */
export type Answer =
  /** New messages, in order. */
  | { readonly kind: 'say'; readonly messages: readonly Message[] }
  /** In place of the message whose button was pressed; a new message where no button was. */
  | {
      readonly kind: 'show';
      readonly message: Message;
      readonly toast: string | undefined;
      /** New messages below it. */
      readonly after: readonly Message[];
    }
  /** A short word over the chat; a message where no button was pressed. */
  | { readonly kind: 'toast'; readonly text: string }
  /** All was said already, or nothing is to be said. */
  | { readonly kind: 'nothing' };

export const NOTHING: Answer = { kind: 'nothing' };

export function say(...texts: readonly (Html | Message)[]): Answer {
  return { kind: 'say', messages: texts.flatMap(asMessages) };
}

export function show(text: Html | Message, toast?: string): Answer {
  const messages = asMessages(text);
  return {
    kind: 'show',
    message: { html: messages[0]?.html ?? '', buttons: messages.at(-1)?.buttons ?? [] },
    toast,
    after: [],
  };
}

/** The same, and new messages below it. */
export function showAnd(text: Html | Message, after: readonly Message[]): Answer {
  const shown = show(text);
  return shown.kind === 'show' ? { ...shown, after } : shown;
}

export function toast(text: string): Answer {
  return { kind: 'toast', text };
}

/** A message whose text is followed by buttons. */
export function withButtons(text: Html, buttons: Message['buttons']): Message {
  return { html: text.html, buttons };
}

/** What a person typed and what his chat follows may fill more than a message: the rest is the next, with the buttons. */
function asMessages(text: Html | Message): Message[] {
  const buttons = 'buttons' in text ? text.buttons : [];
  const parts = visibleLength(text) <= MESSAGE_LENGTH ? [text] : splitHtml(text);
  return parts.map((part, index) => withButtons(part, index === parts.length - 1 ? buttons : []));
}
