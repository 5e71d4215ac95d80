import type { Telegram } from 'telegraf';
import type { Log } from '../../delivery/log.ts';
import { explainFault } from './updates.ts';

interface Menu {
  readonly language: string | undefined;
  readonly chatId: number | undefined;
  readonly commands: readonly { readonly command: string; readonly description: string }[];
}

/** Tells Telegram which commands to offer where. A person who has not written to the bot yet has no chat to set them in. */
export async function publishMenus(telegram: Telegram, menus: readonly Menu[], log: Log): Promise<void> {
  for (const { language, chatId, commands } of menus) {
    try {
      await telegram.setMyCommands(commands, {
        ...(language !== undefined && { language_code: language }),
        ...(chatId !== undefined && { scope: { type: 'chat', chat_id: chatId } }),
      });
    } catch (error) {
      if (chatId === undefined) log.warn({ error: explainFault(error) }, 'the menu of commands could not be set');
    }
  }
}
