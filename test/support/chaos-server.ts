import { setTimeout as sleep } from 'node:timers/promises';
import type { Trouble } from '../../src/sandbox/calls.ts';
import { BRIEFING } from './chaos-plan.ts';
import { startTelegram, textOf } from './telegram.ts';

/** Who is there: people and groups with a briefing due, and some who ask meanwhile. */
export const PEOPLE = Array.from({ length: 120 }, (_, place) => 5001 + place);
export const GROUPS = Array.from({ length: 8 }, (_, place) => -(6001 + place));
export const ASKING = [7001, 7002, 7003];
const MOVED_BY = 1_000_000;

export type ChaosServer = Awaited<ReturnType<typeof startChaosServer>>;

/**
 * A Bot API server on which things go wrong by chance: calls take a while; connections are cut before and after a call
 * is applied; 429, 500 and 502 are answered; people block the bot, and groups become supergroups of another id.
 */
export async function startChaosServer(chance: () => number) {
  const telegram = await startTelegram();
  const { api } = telegram;
  for (const id of [...PEOPLE, ...ASKING]) api.addUser({ id, first_name: 'Reader', started: true });
  for (const id of GROUPS) api.addGroup({ id, title: 'Lake', type: 'group', members: {} });
  const blocked = new Set<number>();
  const moved = new Map<number, number>();
  let cutAfterApplying = 0;
  let underWay = 0;
  let onSend = () => {};

  function troubleOf(chatId: number): Trouble | undefined {
    const supergroup = moved.get(chatId);
    if (supergroup !== undefined)
      return {
        status: 400,
        description: 'Bad Request: group chat was upgraded to a supergroup chat',
        parameters: { migrate_to_chat_id: supergroup },
      };
    if (ASKING.includes(chatId)) return undefined;
    const kinds: Trouble[] = ['drop', 'reset', { retryAfter: 1 }, { status: 500 }, { status: 502 }];
    return chance() < 0.15 ? kinds[Math.floor(chance() * kinds.length)] : undefined;
  }

  api.setFault(async (method, { chat_id }) => {
    if (method === 'getUpdates') return chance() < 0.1 ? (chance() < 0.5 ? 'reset' : 'drop') : undefined;
    if (method !== 'sendMessage') return undefined;
    onSend();
    const trouble = troubleOf(Number(chat_id));
    underWay++;
    await sleep(5 + chance() * 35);
    underWay--;
    if (trouble === 'drop') cutAfterApplying++;
    return trouble;
  });

  const messagesOf = (chatId: number) =>
    [chatId, moved.get(chatId)].flatMap((id) => (id === undefined ? [] : telegram.botMessages(id)));

  return {
    ...telegram,
    blocked,
    /** How often a chat got the text. */
    copies: (chatId: number, text: string) => messagesOf(chatId).filter((message) => textOf(message) === text).length,
    block(chatId: number): void {
      blocked.add(chatId);
      api.block(chatId);
    },
    move(chatId: number): void {
      const supergroup = chatId - MOVED_BY;
      api.addGroup({ id: supergroup, title: 'Lake', members: {} });
      moved.set(chatId, supergroup);
    },
    cutAfterApplying: () => cutAfterApplying,
    /** Calls that have come in and are not answered yet. */
    underWay: () => underWay,
    /** Resolves at the next call that sends a message. */
    nextSend: () =>
      new Promise<void>((resolve) => {
        onSend = resolve;
      }),
    /** What the bot wrote in a chat, in order, under all of its ids. */
    texts: (chatId: number) => messagesOf(chatId).map(textOf),
    partsOfBriefing: BRIEFING.map(({ message }) => message.html),
  };
}
