import { type Markup, MOST_ARTICLE_BYTES, readTextFile } from '../../news/intake.ts';
import { onlyAddress } from '../../news/web-address.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../messages/words.ts';
import type { Incoming, IncomingFile } from '../request.ts';

/** What it takes to read a file that was sent to the bot. */
export interface FileDeps {
  /** The file's bytes; undefined where Telegram does not give it. */
  readonly fetchFile: (file: IncomingFile) => Promise<Uint8Array | undefined>;
  /** Take the markup away. */
  readonly toPlainText: Readonly<Record<Exclude<Markup, 'none'>, (text: string) => string>>;
}

export type IncomingText =
  | { readonly kind: 'text'; readonly text: string }
  /** The article stands at an address. */
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'fault'; readonly text: Html };

/** The article that a message holds, as its text or as its file, or what to send instead. */
export async function textOf(incoming: Incoming, deps: FileDeps, words: Words['post']): Promise<IncomingText> {
  if (incoming.file !== undefined) return textOfFile(incoming.file, deps, words);
  const text = incoming.text.trim();
  if (text === '') return fault(words.noText);
  const url = onlyAddress(text);
  return url === undefined ? { kind: 'text', text: incoming.text } : { kind: 'address', url };
}

async function textOfFile(
  file: IncomingFile,
  { fetchFile, toPlainText }: FileDeps,
  words: Words['post'],
): Promise<IncomingText> {
  if (file.size !== undefined && file.size > MOST_ARTICLE_BYTES) return fault(words.tooLarge);
  const bytes = await fetchFile(file);
  if (bytes === undefined) return fault(words.fileFailed);
  const read = readTextFile(file.name, bytes);
  switch (read.kind) {
    case 'text':
      return { kind: 'text', text: read.markup === 'none' ? read.text : toPlainText[read.markup](read.text) };
    case 'not-text':
      return fault(words.notText);
    case 'unknown-encoding':
      return fault(words.unknownEncoding);
    case 'too-large':
      return fault(words.tooLarge);
    default:
      return read satisfies never;
  }
}

function fault(text: string): IncomingText {
  return { kind: 'fault', text: html`${text}` };
}
