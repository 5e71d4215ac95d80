import { type Telegram, TelegramError } from 'telegraf';
import { pause } from '../../delivery/pause.ts';
import { delayAfter, explainFault, within } from './patience.ts';
import type { ReceivingDeps } from './updates.ts';

interface Menu {
  readonly language: string | undefined;
  readonly chatId: number | undefined;
  readonly commands: readonly { readonly command: string; readonly description: string }[];
}

const CALL_MS = 30_000;
const MOST_TRIES = 5;

/**
 * Tells Telegram which commands to offer where; what it cannot be told after a few tries is left to the next start. A
 * person who has not written to the bot yet has no chat to set them in.
 */
export async function publishMenus(deps: ReceivingDeps, menus: readonly Menu[], signal: AbortSignal): Promise<void> {
  for (const menu of menus) {
    if (signal.aborted) return;
    const fault = await publish(deps, menu, signal);
    if (fault !== undefined && menu.chatId === undefined)
      deps.log.warn({ error: fault }, 'the menu of commands could not be set');
  }
}

/** What stood in the way at the last of its tries; undefined where it is set. */
async function publish(
  { telegram, timer, random }: ReceivingDeps,
  menu: Menu,
  signal: AbortSignal,
): Promise<string | undefined> {
  for (let faults = 0; ; faults++) {
    try {
      await setMyCommands(telegram, menu, signal);
      return undefined;
    } catch (error) {
      if (faults + 1 === MOST_TRIES || signal.aborted || isRefusal(error)) return explainFault(error);
      await pause(delayAfter(faults, error, random), timer, signal);
    }
  }
}

async function setMyCommands(telegram: Telegram, menu: Menu, signal: AbortSignal): Promise<void> {
  const payload = {
    commands: menu.commands,
    ...(menu.language !== undefined && { language_code: menu.language }),
    ...(menu.chatId !== undefined && { scope: { type: 'chat' as const, chat_id: menu.chatId } }),
  };
  await within(CALL_MS, signal, (cut) => telegram.callApi('setMyCommands', payload, { signal: cut }));
}

/** Telegram has understood, and will not: asking again changes nothing. */
function isRefusal(error: unknown): boolean {
  return error instanceof TelegramError && error.code >= 400 && error.code < 500 && error.code !== 429;
}
