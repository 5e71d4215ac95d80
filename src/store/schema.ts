import type { Generated } from 'kysely';
import type { BriefingLength } from '../briefing/style.ts';
import type { ChatKind, ChatState, SkipReason } from '../delivery/chat.ts';
import type { DeliveryKind, DeliveryState } from '../delivery/outbox.ts';
import type { AmendmentKind } from '../news/amendment.ts';
import type { ArticleStatus } from '../news/article.ts';
import type { AuditEntry } from '../news/articles.ts';
import type { InterfaceLanguage } from '../news/language.ts';

/** Epoch milliseconds: both engines order and compare them alike, and neither adds a zone. */
type Milliseconds = number;

/** JSON as text: read by this program, never by the database. */
type Json = string;

interface ArticlesTable {
  id: Generated<number>;
  status: ArticleStatus;
  revision: number;
  sequence: number | null;
  filed_by: number;
  filed_at: Milliseconds;
  released_at: Milliseconds | null;
  embargoed_until: Milliseconds | null;
  /** Folded headline, URL and digest of the folded body, by which a second filing is recognised. */
  headline_key: string;
  url_key: string | null;
  body_key: string;
  /** Null until its bands and traits are made: they are of an article that was stored before there were any. */
  likeness: 1 | null;
}

/** Under each of its bands a near-duplicate of an article's newest text may be found. */
interface ArticleBandsTable {
  band: number;
  article_id: number;
}

interface ArticleTraitsTable {
  article_id: number;
  traits: Json;
}

interface ArticleRevisionsTable {
  article_id: number;
  revision: number;
  headline: string;
  byline: string | null;
  dateline: string | null;
  source: string | null;
  /** A day or an instant, as ISO 8601 writes it: what the source says. */
  published_at: string | null;
  url: string | null;
  language: string;
  body: string;
  raw: string;
  note: string | null;
  made_at: Milliseconds;
}

interface ArticleCountriesTable {
  article_id: number;
  country: string;
  rank: number;
  /** Copies of the article's own, set only while it is published: they make a digest one range of one index. */
  sequence: number | null;
  released_at: Milliseconds | null;
}

interface QuotesTable {
  article_id: number;
  revision: number;
  ordinal: number;
  /** Places in the body. The words are nowhere stored a second time. */
  spans: Json;
  speaker: string | null;
  /** The speaker's words, folded, with a space on either side of each. */
  speaker_words: string | null;
  role: string | null;
  rank: number | null;
}

interface SummariesTable {
  article_id: number;
  revision: number;
  language: string;
  text: string;
  made_by: 'extract' | 'editor' | 'model';
  prompt: string | null;
}

interface PublishSequenceTable {
  id: 1;
  last: number;
}

/** SQLite: an FTS5 table of words under the article's id. */
interface ArticleSearchTable {
  rowid: number;
  headline: string;
  body: string;
  speakers: string;
}

/** PostgreSQL: one weighted tsvector an article. */
interface ArticleWordsTable {
  article_id: number;
  words: string;
}

interface AuditTable {
  id: Generated<number>;
  /** No foreign key: the trail outlives a discarded article. */
  article_id: number;
  at: Milliseconds;
  editor: number;
  action: AuditEntry['action'];
  note: string | null;
}

interface ChatsTable {
  id: number;
  kind: ChatKind;
  title: string;
  language: InterfaceLanguage;
  time_zone: string;
  times: Json | null;
  days: Json | null;
  state: ChatState;
  paused_until: Milliseconds | null;
  next_due_at: Milliseconds | null;
  briefed_to: number;
  last_due_at: Milliseconds | null;
  last_skipped: SkipReason | null;
  thread_id: number | null;
  /** Names all that a briefing of this chat depends on; see `audience.ts`. */
  audience: Generated<string>;
  quiet_notes: Generated<0 | 1>;
  gone_at: Milliseconds | null;
  briefing_length: Generated<BriefingLength>;
  with_quotes: Generated<0 | 1>;
  /** Whether breaking news comes; between `quiet_from` and `quiet_until`, local times of day, without a sound. */
  breaking: Generated<0 | 1>;
  quiet_from: string | null;
  quiet_until: string | null;
  /** Whether briefings sound. */
  sound: Generated<0 | 1>;
}

interface SubscriptionsTable {
  /** Rises with each subscription, so topics stay in the order in which they were chosen. */
  id: Generated<number>;
  chat_id: number;
  topic: string;
}

/** Breaking articles that are not yet in the outbox for every chat. */
interface PushesTable {
  article_id: number;
  after_chat: number | null;
}

interface EditionsTable {
  id: Generated<number>;
  key: string;
  kind: DeliveryKind;
  composed_at: Milliseconds;
}

interface EditionPartsTable {
  edition_id: number;
  part: number;
  html: string;
  buttons: Json;
  /** Null for a message that cannot be put together anew. */
  layout: Json | null;
}

interface EditionArticlesTable {
  edition_id: number;
  part: number;
  article_id: number;
}

interface DeliveriesTable {
  id: Generated<number>;
  edition_id: number;
  chat_id: number;
  part: number;
  /** The kind's place in the queue: 0 breaking, 1 correction, 2 briefing. */
  urgency: number;
  silent: 0 | 1;
  state: DeliveryState;
  attempts: Generated<number>;
  queued_at: Milliseconds;
  /** Equals `queued_at` until a retry puts it off. */
  not_before: Milliseconds;
  leased_until: Milliseconds | null;
  sent_at: Milliseconds | null;
  message_id: number | null;
  error: string | null;
  possible_double: Generated<0 | 1>;
  /** The message that this one is to take the place of. */
  edits: Generated<number | null>;
}

interface EditorsTable {
  id: number;
  added_by: number;
  added_at: Milliseconds;
}

interface LeasesTable {
  name: string;
  owner: string;
  token: number;
  until: Milliseconds;
}

/** What has come from Telegram; of what is handled only the number stays. */
interface InboxTable {
  /** The order in which it came. */
  id: Generated<number>;
  update_id: number;
  chat_id: number;
  body: Json | null;
  /** The first is counted when it is stored: it may be begun from then on. */
  attempts: Generated<number>;
  received_at: Milliseconds;
  handled_at: Milliseconds | null;
}

/** An article in another language than its own; without words where what the model made of it was not let pass. */
interface RenderingsTable {
  article_id: number;
  revision: number;
  language: string;
  headline: string | null;
  summary: string | null;
  quotes: Json | null;
  made_by: string | null;
}

/** What the model was asked on a UTC day, added up. */
interface ModelCallsTable {
  day: string;
  prompt: string;
  outcome: string;
  count: number;
  tokens_in: number;
  tokens_out: number;
  micro_usd: number;
}

/** What was changed of a published article; `open` until it is carried to all who got it. */
interface AmendmentsTable {
  id: Generated<number>;
  article_id: number;
  kind: AmendmentKind;
  note: string | null;
  at: Milliseconds;
  /** A correction's place on the publish sequence: the next briefing behind it tells of it. */
  sequence: number | null;
  tells: 0 | 1;
  open: Generated<0 | 1>;
}

/** What happened on a UTC day, counted. */
interface FiguresTable {
  day: string;
  name: string;
  count: number;
}

interface FeedsTable {
  id: Generated<number>;
  url: string;
  title: string | null;
  country: string | null;
  publishes: Generated<0 | 1>;
  added_by: number;
  added_at: Milliseconds;
  polled_at: Milliseconds | null;
  /** Null where it is read no more. */
  next_poll_at: Milliseconds | null;
  failures: Generated<number>;
  error: string | null;
  etag: string | null;
  last_modified: string | null;
  took_ms: number | null;
  filed: Generated<number>;
}

interface FeedEntriesTable {
  feed_id: number;
  key: string;
  seen_at: Milliseconds;
}

/** Messages of the bot that are to be deleted, and when. */
interface PassingNoticesTable {
  chat_id: number;
  message_id: number;
  until: Milliseconds;
}

interface KeyvTable {
  namespace: string;
  key: string;
  value: string;
  expires: Milliseconds | null;
}

export interface Schema {
  articles: ArticlesTable;
  article_revisions: ArticleRevisionsTable;
  article_bands: ArticleBandsTable;
  article_traits: ArticleTraitsTable;
  article_countries: ArticleCountriesTable;
  quotes: QuotesTable;
  summaries: SummariesTable;
  publish_sequence: PublishSequenceTable;
  article_search: ArticleSearchTable;
  article_words: ArticleWordsTable;
  audit: AuditTable;
  chats: ChatsTable;
  subscriptions: SubscriptionsTable;
  pushes: PushesTable;
  editions: EditionsTable;
  edition_parts: EditionPartsTable;
  edition_articles: EditionArticlesTable;
  deliveries: DeliveriesTable;
  editors: EditorsTable;
  leases: LeasesTable;
  inbox: InboxTable;
  keyv: KeyvTable;
  renderings: RenderingsTable;
  model_calls: ModelCallsTable;
  amendments: AmendmentsTable;
  figures: FiguresTable;
  feeds: FeedsTable;
  feed_entries: FeedEntriesTable;
  passing_notices: PassingNoticesTable;
}
