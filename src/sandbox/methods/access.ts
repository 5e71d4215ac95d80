import { type Accepted, accept, badRequest, forbidden, type Refusal } from '../answer.ts';
import type { Params } from '../params.ts';
import { type Chat, chatOf, type World } from '../world.ts';

/** The chat that `chat_id` names, by number or by @username. */
export function chatNamed(world: World, params: Params): Accepted<Chat> | Refusal {
  const given = params.text('chat_id')?.trim() ?? '';
  if (given === '') return badRequest('chat_id is empty');
  const found = given.startsWith('@') ? byUsername(world, given.slice(1)) : chatOf(world, Number(given));
  if (!found) return badRequest('chat not found');
  return found.type === 'private' && !found.started ? notYetStarted(world, found.id) : accept(found);
}

/** Why a person who never wrote cannot be written to: the bot has seen him in a group, or does not know him at all. */
function notYetStarted(world: World, person: number): Refusal {
  const isKnown = [...world.chats.values()].some(
    (chat) => chat.type !== 'private' && chat.members[person] !== undefined,
  );
  return isKnown ? forbidden("bot can't initiate conversation with a user") : badRequest('chat not found');
}

function byUsername(world: World, username: string): Chat | undefined {
  const wanted = username.toLowerCase();
  return [...world.chats.values()].find((chat) => chat.type !== 'private' && chat.username?.toLowerCase() === wanted);
}

/** The named chat, if the bot may write there. */
export function chatToWriteIn(world: World, params: Params): Accepted<Chat> | Refusal {
  const named = chatNamed(world, params);
  if (!named.ok) return named;
  return mayWrite(named.result) ?? named;
}

/** Why the bot may not write in the chat, or undefined where it may. */
function mayWrite(chat: Chat): Refusal | undefined {
  if (chat.type === 'private') {
    return chat.bot === 'kicked' ? forbidden('bot was blocked by the user') : undefined;
  }
  if (chat.bot === 'kicked') return forbidden(`bot was kicked from the ${kindName(chat)} chat`);
  if (chat.bot === 'left') return forbidden(`bot is not a member of the ${kindName(chat)} chat`);
  if (chat.type === 'channel' && chat.bot !== 'administrator')
    return badRequest('need administrator rights in the channel chat');
  return undefined;
}

function kindName(chat: Chat): string {
  return chat.type;
}

/** The named chat, if the bot can look into it: it is there, and not thrown out. */
export function chatToRead(world: World, params: Params): Accepted<Chat> | Refusal {
  const named = chatNamed(world, params);
  if (!named.ok || named.result.type === 'private') return named;
  return named.result.bot === 'kicked' || named.result.bot === 'left' ? (mayWrite(named.result) ?? named) : named;
}
