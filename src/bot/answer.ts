import type { Message } from '../delivery/outbox.ts';
import type { Html } from './html.ts';

/** What a person is answered. */
export type Answer =
  /** New messages, in order. */
  | { readonly kind: 'say'; readonly messages: readonly Message[] }
  /** In place of the message whose button was pressed; a new message where no button was. */
  | { readonly kind: 'show'; readonly message: Message; readonly toast: string | undefined }
  /** A short word over the chat; a message where no button was pressed. */
  | { readonly kind: 'toast'; readonly text: string }
  /** All was said already, or nothing is to be said. */
  | { readonly kind: 'nothing' };

export const NOTHING: Answer = { kind: 'nothing' };

export function say(...texts: readonly (Html | Message)[]): Answer {
  return { kind: 'say', messages: texts.map(asMessage) };
}

export function show(text: Html | Message, toast?: string): Answer {
  return { kind: 'show', message: asMessage(text), toast };
}

export function toast(text: string): Answer {
  return { kind: 'toast', text };
}

/** A message whose text is followed by buttons. */
export function withButtons(text: Html, buttons: Message['buttons']): Message {
  return { html: text.html, buttons };
}

function asMessage(text: Html | Message): Message {
  return 'buttons' in text ? text : withButtons(text, []);
}
