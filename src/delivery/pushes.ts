/** A breaking article on its way into the outbox: chats are written there in id order. */
export interface Push {
  readonly articleId: number;
  /** The last chat that was written; undefined before the first. */
  readonly afterChat: number | undefined;
}

/** Port: pushes that are under way. Publishing as breaking opens one, in the same transaction. */
export interface Pushes {
  open(): Promise<Push[]>;
  /** Notes how far a push has come. */
  advance(articleId: number, afterChat: number): Promise<void>;
  close(articleId: number): Promise<void>;
}
