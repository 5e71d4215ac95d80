/** What somebody may do: everyone reads; editors file and publish; owners appoint editors. */
export type Role = 'reader' | 'editor' | 'owner';

const RANKS: readonly Role[] = ['reader', 'editor', 'owner'];

/** An owner may do all that an editor may, and an editor all that a reader may. */
export function mayUse(needed: Role, role: Role): boolean {
  return RANKS.indexOf(role) >= RANKS.indexOf(needed);
}
