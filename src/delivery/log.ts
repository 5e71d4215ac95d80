/** What is written of an event: ids and counts, never texts. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Port: one line an event. A pino logger is one. */
export interface Log {
  info(fields: LogFields, event: string): void;
  warn(fields: LogFields, event: string): void;
  error(fields: LogFields, event: string): void;
}
