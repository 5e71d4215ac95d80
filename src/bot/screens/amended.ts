import { arrangeBriefing, storyOf } from '../../briefing/edition.ts';
import type { Recomposed } from '../../delivery/amend.ts';
import type { ShownPart } from '../../delivery/amendments.ts';
import type { Edition, LaidStory, Message, PartLayout } from '../../delivery/outbox.ts';
import type { Amendment } from '../../news/amendment.ts';
import type { Article } from '../../news/article.ts';
import type { InterfaceLanguage } from '../../news/language.ts';
import { formatMoment, type Reader } from '../format.ts';
import { type Html, html, joinHtml } from '../html.ts';
import { wordsIn } from '../messages/words.ts';
import { splitHtml } from '../split.ts';
import { composeBriefing } from './briefing.ts';
import { headlineLink, storyBlock } from './story.ts';

/** The articles of a message as they are now, and the kill that took one of them back. */
export interface Present {
  readonly articles: ReadonlyMap<number, Article>;
  readonly kill: Amendment | undefined;
}

/**
 * Puts a message together anew from its articles as they are now. One that is withdrawn leaves a notice where it was
 * delivered, and nothing where it was not. Undefined where no story is left.
 */
export function recomposePart(
  { message, layout }: { readonly message: Message; readonly layout: PartLayout },
  present: Present,
): Message | undefined {
  const stories = layout.stories.flatMap((story) => retold(story, present, layout));
  if (stories.length === 0 && layout.stories.length > 0) return undefined;
  const blocks = [{ html: layout.head }, ...stories, { html: layout.foot }].filter(({ html: text }) => text !== '');
  const [whole] = splitHtml(joinHtml(blocks, '\n\n'));
  const isOpened = (id: number) => present.articles.get(id)?.status === 'published';
  return { html: whole?.html ?? '', buttons: withoutButtonsOf(message.buttons, isOpened) };
}

function retold({ opening, articleIds }: LaidStory, { articles, kill }: Present, reader: Reader): Html[] {
  const told = articleIds.flatMap((id) => articles.get(id) ?? []);
  const standing = told.filter(({ status }) => status === 'published');
  const killed = told.flatMap((article) =>
    kill?.articleId === article.id ? [killedLine(article.id, kill, reader)] : [],
  );
  const block = standing.length === 0 ? undefined : storyBlock(storyOf(standing), reader);
  if (block === undefined && killed.length === 0) return [];
  return [joinHtml([opening === '' ? undefined : { html: opening }, block, ...killed], '\n\n')];
}

/** "⚠️ № 12 was withdrawn 25 Nov, 14:05: the minister did not say this." Nothing of the article is told again. */
function killedLine(id: number, { note, at }: Amendment, reader: Reader): Html {
  return html`⚠️ <b>${wordsIn(reader.language).amended.killed(id, formatMoment(at, reader))}</b> ${note ?? ''}`;
}

/** A button that opens an article which is no longer there would only disappoint. */
function withoutButtonsOf(buttons: Message['buttons'], isOpened: (id: number) => boolean): Message['buttons'] {
  return buttons
    .map((row) =>
      row.filter((button) => {
        const id = 'action' in button ? /^article (\d+)$/.exec(button.action)?.[1] : undefined;
        return id === undefined || isOpened(Number(id));
      }),
    )
    .filter((row) => row.length > 0);
}

/**
 * A message that cannot be put together anew: a correction stands above what it said. A kill takes the place of all of
 * it, and what is withdrawn or on hold is not sent: the text of one article cannot be parted from the others'.
 */
export function withoutLayout({ message }: ShownPart, amendment: Amendment, reader: Reader): Recomposed {
  const { kind, articleId, at, note } = amendment;
  switch (kind) {
    case 'kill':
      return { unsent: undefined, sent: { html: killedLine(articleId, amendment, reader).html, buttons: [] } };
    case 'hold':
      return { unsent: undefined, sent: message };
    case 'release':
      return { unsent: message, sent: message };
    case 'correction': {
      const said = wordsIn(reader.language).amended.corrected(formatMoment(at, reader));
      const line = html`✏️ <i>${said} ${note ?? ''}</i> (№ ${articleId})`;
      const [first] = splitHtml(joinHtml([line, { html: message.html }], '\n\n'));
      const corrected = { html: first?.html ?? '', buttons: message.buttons };
      return { unsent: corrected, sent: corrected };
    }
    default:
      return kind satisfies never;
  }
}

/** A message of its own that tells of a correction or a kill. */
export function noticeEdition(article: Article, amendment: Amendment, language: InterfaceLanguage): Edition {
  const words = wordsIn(language).amended;
  const text =
    amendment.kind === 'kill'
      ? joinHtml(
          [html`⚠️ <b>${words.killNotice(article.id)}</b>`, html`${amendment.note ?? ''}`, html`${words.doNotUse}`],
          '\n\n',
        )
      : joinHtml(
          [html`✏️ <b>${words.correctionNotice}</b>`, headlineLink(article), html`${amendment.note ?? ''}`],
          '\n\n',
        );
  const open = { label: wordsIn(language).briefing.article(article.id), action: `article ${article.id}` };
  return {
    key: `notice/${amendment.id}/${language}`,
    kind: 'correction',
    parts: [{ message: { html: text.html, buttons: amendment.kind === 'kill' ? [] : [[open]] }, articleIds: [] }],
  };
}

/** A single article for those who were briefed while it was held. */
export function catchUpEdition(article: Article, amendment: Amendment, reader: Reader): Edition {
  const title = wordsIn(reader.language).briefing.title;
  return {
    key: `catch-up/${amendment.id}/${reader.language}/${reader.timeZone}`,
    kind: 'briefing',
    parts: composeBriefing(arrangeBriefing([article], article.countries), { title, at: amendment.at }, reader),
  };
}
