import type { Temporal } from 'temporal-polyfill';

/** Someone whom an owner let post articles. */
export interface Editor {
  /** Telegram user id. */
  readonly id: number;
  readonly addedBy: number;
  readonly addedAt: Temporal.Instant;
}

/** Port: who may post besides the owners, who are configured. */
export interface Editors {
  /** False where the person is an editor already. */
  add(id: number, by: number, at: Temporal.Instant): Promise<boolean>;
  /** False where the person is no editor. */
  remove(id: number): Promise<boolean>;
  isEditor(id: number): Promise<boolean>;
  /** In the order in which they were added. */
  list(): Promise<Editor[]>;
}
