import { INTERFACE_LANGUAGES } from '../news/language.ts';
import type { Command } from './commands/table.ts';
import { wordsIn } from './messages/words.ts';
import { mayUse, type Role } from './role.ts';

/** The commands that Telegram offers in a chat, in one language. */
export interface Menu {
  /** ISO 639-1, for people whose Telegram speaks it; undefined for everybody else. */
  readonly language: string | undefined;
  /** The private chat that it is for; undefined for every other chat. */
  readonly chatId: number | undefined;
  readonly commands: readonly { readonly command: string; readonly description: string }[];
}

/** Everybody's menu, in each language, and nothing in it that he may not use. */
export function commonMenus(commands: readonly Command[]): Menu[] {
  return menus(commands, 'reader', undefined);
}

/** The menus of one person's own chat: what his role adds comes first. */
export function menusOf(commands: readonly Command[], role: Role, chatId: number): Menu[] {
  return menus(commands, role, chatId);
}

function menus(commands: readonly Command[], role: Role, chatId: number | undefined): Menu[] {
  const usable = commands.filter(({ needs, hidden }) => !hidden && mayUse(needs, role));
  const ordered = [
    ...usable.filter(({ needs }) => needs !== 'reader'),
    ...usable.filter(({ needs }) => needs === 'reader'),
  ];
  return INTERFACE_LANGUAGES.map((language) => ({
    language: language === 'en' ? undefined : language,
    chatId,
    commands: ordered.map(({ name }) => ({ command: name, description: wordsIn(language).commands[name] })),
  }));
}
