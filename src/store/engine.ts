/** The two databases that Dateline runs on. */
export type Engine = 'sqlite' | 'postgres';
