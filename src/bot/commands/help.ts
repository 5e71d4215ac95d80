import { say } from '../answer.ts';
import { html, joinHtml } from '../html.ts';
import type { Words } from '../messages/words.ts';
import type { Handler } from '../request.ts';
import { mayUse, type Role } from '../role.ts';

/** A command as /help lists it. */
export interface Listed {
  readonly name: keyof Words['commands'];
  readonly needs: Role;
  /** Not listed, because it means something only while something else is going on. */
  readonly hidden: boolean;
}

/** The commands that this person may use here, and what each does. */
export function helpCommand(commands: () => readonly Listed[]): Handler {
  return async ({ role, words, person }) => {
    const listOf = (title: string, needed: Role) => {
      if (!mayUse(needed, role)) return undefined;
      const lines = commands()
        .filter(({ needs, hidden }) => needs === needed && !hidden)
        .map(({ name }) => html`/${name}: ${words.commands[name]}`);
      return joinHtml([html`<b>${title}</b>`, ...lines], '\n');
    };
    const lists = [
      listOf(words.help.title, 'reader'),
      listOf(words.help.editors, 'editor'),
      listOf(words.help.owners, 'owner'),
    ];
    return say(joinHtml([...lists, person && html`<i>id ${person.id}</i>`], '\n\n'));
  };
}
