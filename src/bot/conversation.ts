import type { Piece } from '../news/intake.ts';
import type { PreviewNotes } from './screens/preview.ts';

/** What may expire: a Keyv, or anything like it. */
export interface Shelf<T> {
  get(key: string): Promise<T | undefined>;
  set(key: string, value: T): Promise<unknown>;
  delete(key: string): Promise<unknown>;
}

/** A paste that is open: its pieces so far, and the draft made of them once there is one. */
export interface Paste {
  readonly pieces: readonly Piece[];
  /** Where the text was fetched from. */
  readonly url?: string;
  /** Sent by itself, after a text that had none. */
  readonly headline: string | undefined;
  /** True where the text was read and had no headline: what comes next is one, or the article once more. */
  readonly lacksHeadline: boolean;
  readonly draftId: number | undefined;
  /** The message that says how much has come. */
  readonly screenId: number | undefined;
  /** The preview, which a piece that comes later changes. */
  readonly previewId: number | undefined;
}

/** A question that the next message answers. */
export interface Question {
  readonly about: 'headline' | 'summary' | 'embargo' | 'places' | 'correction';
  readonly articleId: number;
  /** The preview to edit when the answer has come. */
  readonly previewId: number;
}

/** What somebody was last asked while he sets his chat up; a message that answers it is taken so. */
export type SetUpStep = 'countries' | 'time' | 'city';

/** Where conversations are kept; `pastes`, `questions` and `setUps` by chat and person, `notes` by draft. */
export interface Conversations {
  readonly pastes: Shelf<Paste>;
  readonly questions: Shelf<Question>;
  readonly notes: Shelf<PreviewNotes>;
  readonly setUps: Shelf<SetUpStep>;
}

export function conversationKey(chatId: number, personId: number): string {
  return `${chatId}:${personId}`;
}
