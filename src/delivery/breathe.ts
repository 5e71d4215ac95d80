/** Lets whatever else waits have its turn: SQLite works in the program's own thread, and never waits by itself. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
