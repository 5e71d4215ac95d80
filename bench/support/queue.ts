import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Edition } from '../../src/delivery/outbox.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createOutbox } from '../../src/store/outbox.ts';

/** A text of about 900 characters, as a briefing of three articles has. */
export const TEXT = Array.from(
  { length: 3 },
  (_, place) =>
    `<b>${place + 1}. The lake is shared by three districts</b>\n${'The council of Ilmar said on Monday that the water would be measured every spring. '.repeat(3)}`,
).join('\n\n');

const CHATS_AT_ONCE = 1000;
const FIRST_CHAT = 7_000_001;
/** One chat in so many is a group. */
const GROUP_EVERY = 20;

/** The ids of the chats, private ones and groups. */
export function chatIds(count: number): number[] {
  return Array.from({ length: count }, (_, place) => (FIRST_CHAT + place) * (place % GROUP_EVERY === 0 ? -1 : 1));
}

/** A SQLite database in which a message of so many parts waits for each of so many chats. Erase it afterwards. */
export async function fillQueue(chats: number, parts: number): Promise<{ url: string; erase(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const url = `sqlite:${join(folder, 'bench.sqlite')}`;
  const database = await openDatabase(url);
  const ids = chatIds(chats);
  await writeChats(database, ids);
  await createOutbox(database).send(anEdition(parts), ids, Temporal.Now.instant());
  await database.close();
  return { url, erase: () => rm(folder, { recursive: true, force: true }) };
}

function anEdition(parts: number): Edition {
  return {
    key: 'bench',
    kind: 'briefing',
    parts: Array.from({ length: parts }, (_, part) => ({
      message: { html: `${TEXT}\n\n${part + 1}`, buttons: [[{ label: 'Article 1', action: 'article 1' }]] },
      articleIds: [],
    })),
  };
}

async function writeChats({ kysely }: Database, ids: readonly number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += CHATS_AT_ONCE) {
    const rows = ids.slice(from, from + CHATS_AT_ONCE).map((id) => ({
      id,
      kind: id < 0 ? ('group' as const) : ('private' as const),
      title: '',
      language: 'en' as const,
      time_zone: 'UTC',
      state: 'active' as const,
      briefed_to: 0,
    }));
    await kysely.insertInto('chats').values(rows).execute();
  }
}
