import { Temporal } from 'temporal-polyfill';
import { breathe } from './breathe.ts';
import type { Chat, SkipReason } from './chat.ts';
import type { Chats } from './chats.ts';
import type { DueDecision, DueGroup } from './due.ts';
import { createEditionDesk, type EditionDeskDeps, type StoredEdition } from './edition-desk.ts';
import type { Log } from './log.ts';
import { createMemory } from './memory.ts';
import { createPlanner } from './planner.ts';

export interface DeciderDeps extends EditionDeskDeps {
  readonly chats: Pick<Chats, 'findSample'>;
  readonly log: Log;
}

export interface Decided {
  readonly group: DueGroup;
  readonly decision: DueDecision;
  /** Messages for each chat. */
  readonly parts: number;
}

export interface Decider {
  /** Undefined where the group's sample has changed its settings since it was counted: the next tick finds it. */
  decide(group: DueGroup, allowing: { readonly quietNotes: boolean }): Promise<Decided | undefined>;
}

type Ruling = Omit<DueDecision, 'group'> & { readonly parts: number };

/** Groups remembered: they come again page after page. */
const REMEMBERED = 20_000;

/** What could not be composed may be mended by then. */
const TRIED_AGAIN_AFTER = { minutes: 15 };

/** Decides what due chats get, and when they are due next, once for all that are alike. */
export function createDecider(
  deps: DeciderDeps,
  { upTo, now }: { readonly upTo: number; readonly now: Temporal.Instant },
): Decider {
  const desk = createEditionDesk(deps, { upTo, now });
  const planner = createPlanner(now);
  const rulings = createMemory<Ruling>(REMEMBERED);

  async function rule(group: DueGroup, quietNotes: boolean): Promise<Ruling | undefined> {
    await breathe();
    try {
      const chat = await deps.chats.findSample(group);
      return chat && (await ruling(chat, group, quietNotes));
    } catch (error) {
      return putOff(group, undefined, error);
    }
  }

  async function ruling(chat: Chat, group: DueGroup, quietNotes: boolean): Promise<Ruling> {
    const nextDueAt = planner.next(chat);
    try {
      const { edition, skipped } = await choose(chat, quietNotes);
      const briefedUpTo = Math.max(group.briefedTo, upTo);
      return { nextDueAt, briefedUpTo, editionId: edition?.id, skipped, parts: edition?.parts ?? 0 };
    } catch (error) {
      return putOff(group, nextDueAt, error);
    }
  }

  async function choose(
    chat: Chat,
    quietNotes: boolean,
  ): Promise<{ edition: StoredEdition | undefined; skipped: SkipReason | undefined }> {
    if (chat.topics.length === 0) return { edition: undefined, skipped: 'no-topics' };
    const edition = await desk.editionFor(chat);
    if (edition !== undefined) return { edition, skipped: undefined };
    const note = quietNotes && chat.quietNotes ? await desk.quietNoteFor(chat) : undefined;
    return { edition: note, skipped: 'nothing-new' };
  }

  /** Nothing is lost: the chats stay briefed to where they were. */
  function putOff(group: DueGroup, nextDueAt: Temporal.Instant | undefined, error: unknown): Ruling {
    deps.log.error({ chat: group.sample, chats: group.chats, error: String(error) }, 'a briefing is put off');
    const again = now.add(TRIED_AGAIN_AFTER);
    const isSooner = nextDueAt !== undefined && Temporal.Instant.compare(nextDueAt, again) < 0;
    const dueAt = isSooner ? nextDueAt : again;
    return { nextDueAt: dueAt, briefedUpTo: group.briefedTo, editionId: undefined, skipped: 'not-composed', parts: 0 };
  }

  return {
    async decide(group, { quietNotes }) {
      const key = `${quietNotes} ${group.briefedTo} ${group.audience}`;
      const ruled = await rulings.recall(key, () => rule(group, quietNotes));
      if (ruled === undefined) return undefined;
      const { parts, ...decision } = ruled;
      return { group, decision: { group, ...decision }, parts };
    },
  };
}
