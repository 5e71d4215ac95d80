/** Updates that are in memory, from when they were fetched until they have come to their end: so many, and no more. */
export interface InHand {
  /** False where the chat has its share already; it is then left where it is. */
  add(id: number, chatId: number): boolean;
  remove(id: number): void;
  ids(): number[];
  /** Chats that have their share. */
  fullChats(): number[];
  size(): number;
  /** How many more there is room for. */
  room(): number;
  /** True where a half of the room, or of a full chat's share, has just become free: time to fetch more. */
  isHalfFree(chatId: number): boolean;
}

const MOST = 500;
/** Who sends faster than he can be answered does not take the room of the others. */
const MOST_OF_CHAT = 20;

export function createInHand(): InHand {
  const chatOf = new Map<number, number>();
  const sizes = new Map<number, number>();
  const sizeOf = (chatId: number) => sizes.get(chatId) ?? 0;

  return {
    add(id, chatId) {
      if (sizeOf(chatId) >= MOST_OF_CHAT) return false;
      chatOf.set(id, chatId);
      sizes.set(chatId, sizeOf(chatId) + 1);
      return true;
    },
    remove(id) {
      const chatId = chatOf.get(id);
      if (chatId === undefined) return;
      chatOf.delete(id);
      if (sizeOf(chatId) > 1) sizes.set(chatId, sizeOf(chatId) - 1);
      else sizes.delete(chatId);
    },
    ids: () => [...chatOf.keys()],
    fullChats: () => [...sizes].flatMap(([chatId, size]) => (size >= MOST_OF_CHAT ? [chatId] : [])),
    size: () => chatOf.size,
    room: () => MOST - chatOf.size,
    isHalfFree: (chatId) => sizeOf(chatId) === MOST_OF_CHAT / 2 || chatOf.size === MOST / 2,
  };
}
