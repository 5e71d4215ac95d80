import type { Telegram } from 'telegraf';
import type { Log } from '../../delivery/log.ts';

export interface MenuEntry {
  readonly command: string;
  readonly description: string;
}

/** Tells Telegram the commands: everyone's in every chat, and in an editor's own chat also those of the newsroom. */
export async function publishMenu(
  telegram: Telegram,
  everyone: readonly MenuEntry[],
  newsroom: readonly MenuEntry[],
  editors: readonly number[],
  log: Log,
): Promise<void> {
  try {
    await telegram.setMyCommands(everyone);
    for (const id of editors) {
      // An editor who has not written to the bot yet has no chat to set a menu in.
      await telegram
        .setMyCommands([...newsroom, ...everyone], { scope: { type: 'chat', chat_id: id } })
        .catch(() => undefined);
    }
  } catch (error) {
    log.warn({ error: String(error) }, 'the menu of commands could not be set');
  }
}
