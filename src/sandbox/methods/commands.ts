import { z } from 'zod';
import { type Accepted, accept, badRequest, type Refusal } from '../answer.ts';
import type { Params } from '../params.ts';
import type { Chat, World } from '../world.ts';
import { chatOf } from '../world.ts';
import type { Method } from './method.ts';

export type Command = { command: string; description: string };

const list = z.array(z.looseObject({ command: z.string(), description: z.string() }));
const SIMPLE = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'];
const OF_A_CHAT = ['chat', 'chat_administrators', 'chat_member'];
const COMMANDS_MAX = 100;

export const setMyCommands: Method = ({ world, params }) => {
  const read = list.safeParse(params.text('commands') === undefined ? [] : params.json('commands'));
  if (!read.success) return badRequest("can't parse commands JSON object");
  if (read.data.length > COMMANDS_MAX) return badRequest('BOT_COMMANDS_TOO_MUCH');
  const place = placeOf(world, params);
  if (!place.ok) return place;
  const commands: Command[] = [];
  for (const { command, description } of read.data) {
    const name = command.trim().replace(/^\//, '');
    const refusal = checkCommand(name, description.trim());
    if (refusal) return refusal;
    commands.push({ command: name, description: description.trim() });
  }
  if (commands.length === 0) world.settings.delete(place.result);
  else world.settings.set(place.result, commands);
  world.tell({ kind: 'commands' });
  return accept(true);
};

function checkCommand(name: string, description: string): Refusal | undefined {
  if (name === '') return badRequest('command must be non-empty');
  if (name.length > 32) return badRequest('command length must not exceed 32');
  if (!/^[a-z0-9_]+$/.test(name)) return badRequest('BOT_COMMAND_INVALID');
  if (description === '') return badRequest('command description must be non-empty');
  if ([...description].length > 256) return badRequest('command description length must not exceed 256');
  return undefined;
}

export const getMyCommands: Method = ({ world, params }) => {
  const place = placeOf(world, params);
  return place.ok ? accept(world.settings.get(place.result) ?? []) : place;
};

export const deleteMyCommands: Method = ({ world, params }) => {
  const place = placeOf(world, params);
  if (!place.ok) return place;
  world.settings.delete(place.result);
  world.tell({ kind: 'commands' });
  return accept(true);
};

/** Where a list of commands is kept: one place for each scope and language. */
function placeOf(world: World, params: Params): Accepted<string> | Refusal {
  const language = params.text('language_code') ?? '';
  if (!/^([a-z]{2})?$/.test(language)) return badRequest('invalid language code specified');
  const given = params.json('scope');
  const scope = typeof given === 'object' && given !== null ? { ...given } : {};
  const type = 'type' in scope ? String(scope.type) : 'default';
  if (SIMPLE.includes(type)) return accept(place(type, language));
  if (!OF_A_CHAT.includes(type)) return badRequest("can't parse BotCommandScope: Unsupported type specified");
  const chat = 'chat_id' in scope ? chatOf(world, Number(scope.chat_id)) : undefined;
  if (!chat) return badRequest('chat not found');
  if (type === 'chat_member' && !('user_id' in scope))
    return badRequest('can\'t parse BotCommandScope: Can\'t find field "user_id"');
  const member = type === 'chat_member' && 'user_id' in scope ? ` ${scope.user_id}` : '';
  return accept(place(`${type} ${chat.id}${member}`, language));
}

function place(scope: string, language: string): string {
  return `commands ${scope} ${language}`;
}

/** The menu that a person sees in a chat: the narrowest scope that has one, his language before none. */
export function commandsFor(world: World, chat: Chat, person: { id: number; language: string }): Command[] {
  const status = chat.members[person.id];
  const leads = status === 'creator' || status === 'administrator';
  const scopes =
    chat.type === 'private'
      ? [`chat ${chat.id}`, 'all_private_chats', 'default']
      : [
          `chat_member ${chat.id} ${person.id}`,
          ...(leads ? [`chat_administrators ${chat.id}`] : []),
          `chat ${chat.id}`,
          ...(leads ? ['all_chat_administrators'] : []),
          'all_group_chats',
          'default',
        ];
  for (const scope of scopes) {
    for (const language of [person.language, '']) {
      const found = list.safeParse(world.settings.get(place(scope, language)));
      if (found.success) return found.data;
    }
  }
  return [];
}
