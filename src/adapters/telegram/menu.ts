import type { Telegram } from 'telegraf';
import type { Log } from '../../delivery/log.ts';

export interface MenuEntry {
  readonly command: string;
  readonly description: string;
}

/** The commands in one language. */
export interface Menu {
  /** ISO 639-1, for people whose Telegram speaks it; undefined for everybody else. */
  readonly languageCode: string | undefined;
  readonly everyone: readonly MenuEntry[];
  readonly newsroom: readonly MenuEntry[];
}

/** Tells Telegram the commands: everyone's in every chat, and in an editor's own chat also those of the newsroom. */
export async function publishMenus(
  telegram: Telegram,
  menus: readonly Menu[],
  editors: readonly number[],
  log: Log,
): Promise<void> {
  try {
    for (const { languageCode, everyone, newsroom } of menus) {
      const language = languageCode === undefined ? {} : { language_code: languageCode };
      await telegram.setMyCommands(everyone, language);
      for (const id of editors) {
        // An editor who has not written to the bot yet has no chat to set a menu in.
        await telegram
          .setMyCommands([...newsroom, ...everyone], { ...language, scope: { type: 'chat', chat_id: id } })
          .catch(() => undefined);
      }
    }
  } catch (error) {
    log.warn({ error: String(error) }, 'the menu of commands could not be set');
  }
}
