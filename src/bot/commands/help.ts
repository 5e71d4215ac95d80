import { say } from '../answer.ts';
import { html, joinHtml } from '../html.ts';
import type { Handler, Role } from '../request.ts';
import type { Command } from './table.ts';

/** The commands that this person may use here, and what each does. */
export function helpCommand(commands: () => readonly Command[]): Handler {
  return async ({ role, words, person }) => {
    const group = (title: string, needed: Role) => {
      const lines = commands()
        .filter((command) => command.needs === needed && !command.hidden)
        .map(({ name }) => html`/${name}: ${words.commands[name]}`);
      return joinHtml([html`<b>${title}</b>`, ...lines], '\n');
    };
    return say(
      joinHtml(
        [
          group(words.help.title, 'reader'),
          mayUse('editor', role) ? group(words.help.editors, 'editor') : undefined,
          mayUse('owner', role) ? group(words.help.owners, 'owner') : undefined,
          person && html`<i>id ${person.id}</i>`,
        ],
        '\n\n',
      ),
    );
  };
}

const RANKS: readonly Role[] = ['reader', 'editor', 'owner'];

/** An owner may do all that an editor may, and an editor all that a reader may. */
export function mayUse(needed: Role, role: Role): boolean {
  return RANKS.indexOf(role) >= RANKS.indexOf(needed);
}
