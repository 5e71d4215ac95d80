import type { Temporal } from 'temporal-polyfill';
import type { Amendment } from '../news/amendment.ts';
import type { Article } from '../news/article.ts';
import type { Articles } from '../news/articles.ts';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../news/language.ts';
import type { Amendments, ShownPart } from './amendments.ts';
import { breathe } from './breathe.ts';
import type { Chats, Follower } from './chats.ts';
import type { Log } from './log.ts';
import type { Edition, Message, Outbox } from './outbox.ts';

/** Puts a message together anew, from its articles as they are now. */
export interface Recomposed {
  /** For whom it is still to be sent; undefined where nothing is left to say. */
  readonly unsent: Message | undefined;
  /** For whom it was sent: with a notice in the place of what was withdrawn. */
  readonly sent: Message;
}

export interface AmendDeps {
  readonly articles: Pick<Articles, 'find'>;
  readonly amendments: Amendments;
  readonly chats: Pick<Chats, 'following'>;
  readonly outbox: Pick<Outbox, 'send'>;
  readonly recompose: (part: ShownPart, amendment: Amendment) => Promise<Recomposed>;
  /** A message of its own that tells of a correction or a kill. */
  readonly composeNotice: (article: Article, amendment: Amendment, language: InterfaceLanguage) => Edition;
  /** A single article for those who missed it while it was held. */
  readonly composeCatchUp: (article: Article, amendment: Amendment, reader: Follower) => Promise<Edition>;
  readonly now: () => Temporal.Instant;
  readonly log: Log;
}

const PARTS_AT_ONCE = 50;
const ROWS_AT_ONCE = 5000;
const CHATS_AT_ONCE = 1000;
/** What was on its way when an article changed has arrived by then. */
const ON_ITS_WAY = { minutes: 1 };
/** What was being composed or sent in that moment is seen to with a later look. */
const LOOKED_AFTER = { minutes: 2 };

/**
 * Carries what was changed of published articles to all who got them, and to all who are still to get them, through the
 * outbox. It may be cut off anywhere and begins anew: nothing is written twice. One that fails holds up no other.
 */
export async function amend(deps: AmendDeps, signal: AbortSignal): Promise<void> {
  for (const amendment of await deps.amendments.open()) {
    try {
      await carry(deps, amendment, signal);
      const isOld = deps.now().since(amendment.at).total('seconds') > 60 * LOOKED_AFTER.minutes;
      if (isOld && !signal.aborted) await deps.amendments.close(amendment.id);
    } catch (error) {
      deps.log.error({ article: amendment.articleId, error: String(error) }, 'an amendment could not be carried');
    }
    if (signal.aborted) return;
  }
}

async function carry(deps: AmendDeps, amendment: Amendment, signal: AbortSignal): Promise<void> {
  const article = await deps.articles.find(amendment.articleId);
  if (article === undefined) return;
  for await (const part of partsOf(deps, amendment)) {
    await carryToPart(deps, amendment, part);
    if (signal.aborted) return;
    await breathe();
  }
  if (amendment.tells) await tell(deps, article, amendment, signal);
  if (amendment.kind === 'release' && article.status === 'published') await catchUp(deps, article, amendment, signal);
}

async function* partsOf({ amendments }: AmendDeps, { articleId }: Amendment): AsyncGenerator<ShownPart> {
  for (let after: ShownPart | undefined; ; ) {
    const page = await amendments.partsShowing(articleId, after, PARTS_AT_ONCE);
    yield* page;
    after = page.at(-1);
    if (page.length < PARTS_AT_ONCE) return;
  }
}

/** A hold and its release leave what was delivered as it stands. */
async function carryToPart(
  { amendments, recompose, now }: AmendDeps,
  amendment: Amendment,
  part: ShownPart,
): Promise<void> {
  const { unsent, sent } = await recompose(part, amendment);
  await amendments.rewrite(part, unsent);
  if (amendment.kind === 'hold' || amendment.kind === 'release') return;
  const until = amendment.at.add(ON_ITS_WAY);
  for (let after: number | undefined = 0; after !== undefined; ) {
    after = await amendments.writeEdits(part, sent, amendment, until, now(), after, ROWS_AT_ONCE);
    await breathe();
  }
}

async function tell(deps: AmendDeps, article: Article, amendment: Amendment, signal: AbortSignal): Promise<void> {
  for (const language of INTERFACE_LANGUAGES) {
    const notice = deps.composeNotice(article, amendment, language);
    let after: number | undefined;
    do {
      after = await deps.amendments.tell(article.id, notice, language, deps.now(), after, ROWS_AT_ONCE);
      await breathe();
    } while (after !== undefined && !signal.aborted);
  }
}

/** Those who were briefed while the article was held, and so passed over it. */
async function catchUp(deps: AmendDeps, article: Article, amendment: Amendment, signal: AbortSignal): Promise<void> {
  for (let after: number | undefined; ; ) {
    const page = await deps.chats.following(article.countries, after, CHATS_AT_ONCE);
    const missed = await deps.amendments.missed(article.id, page);
    for (const alike of Map.groupBy(missed, ({ language, timeZone }) => `${language} ${timeZone}`).values()) {
      const [reader] = alike;
      if (reader === undefined) continue;
      const edition = await deps.composeCatchUp(article, amendment, reader);
      await deps.outbox.send(
        edition,
        alike.map(({ id }) => id),
        deps.now(),
      );
    }
    after = page.at(-1)?.id;
    if (after === undefined || page.length < CHATS_AT_ONCE || signal.aborted) return;
    await breathe();
  }
}
