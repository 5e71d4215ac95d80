import type { BotApi } from './bot-api.ts';
import { group, owner, subscriber } from './people.ts';

/** Where a visitor of the page can sit: whose hand writes, and in which chat. */
export type Seat = { name: 'owner' | 'subscriber' | 'group'; label: string; title: string; chat: number; user: number };

const fullName = ({ first_name, last_name }: { first_name: string; last_name: string }) => `${first_name} ${last_name}`;

export const SEATS: readonly Seat[] = [
  { name: 'owner', label: 'Owner', title: fullName(owner), chat: owner.id, user: owner.id },
  { name: 'subscriber', label: 'Subscriber', title: fullName(subscriber), chat: subscriber.id, user: subscriber.id },
  { name: 'group', label: 'Group', title: group.title, chat: group.id, user: subscriber.id },
];

/** Everything that the page needs to draw itself. */
export function pageState(api: BotApi) {
  return {
    bot: api.bot,
    seats: SEATS.map((seat) => ({
      ...seat,
      blocked: api.chat(seat.chat).bot === 'kicked',
      pinned: api.chat(seat.chat).pinned.at(-1) ?? null,
      commands: api.commandsFor(seat.chat, seat.user),
      messages: api.messages(seat.chat),
    })),
  };
}
