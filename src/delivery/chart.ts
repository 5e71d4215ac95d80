/** What a picture of the figures shows; its words are in the reader's language. */
export interface Chart {
  readonly title: string;
  readonly chats: string;
  readonly delivered: string;
  readonly byCountry: string;
  /** Oldest first, a day each; `chats` undefined where nobody counted. */
  readonly days: readonly { readonly label: string; readonly chats: number | undefined; readonly delivered: number }[];
  /** Most followed first. */
  readonly countries: readonly { readonly label: string; readonly chats: number }[];
}
