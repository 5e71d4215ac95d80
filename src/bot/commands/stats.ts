import type { ModelBook } from '../../briefing/model-book.ts';
import type { Chart } from '../../delivery/chart.ts';
import type { Figures } from '../../delivery/figures.ts';
import type { Feeds } from '../../news/feeds.ts';
import { NOTHING } from '../answer.ts';
import type { Html } from '../html.ts';
import type { Handler } from '../request.ts';
import { statsChart, statsText } from '../screens/stats.ts';
import type { Place, Talk } from '../talk.ts';

export interface StatsDeps {
  readonly figures: Pick<Figures, 'since' | 'countChats' | 'countFollowers'>;
  readonly book: Pick<ModelBook, 'since'>;
  readonly feeds: Feeds;
  readonly drawChart: (chart: Chart) => Promise<Uint8Array>;
  /** Sends a picture with a caption; false where it could not be sent. */
  readonly showPicture: (place: Place, png: Uint8Array, caption: Html) => Promise<boolean>;
  /** Does slow work beside what the bot does. */
  readonly aside: (work: () => Promise<unknown>) => void;
  readonly talk: Talk;
}

const DAYS = 30;

/** `/stats`: a picture of 30 days, and below it who follows what, what was delivered, what failed and why, and what the model cost. */
export function statsCommand(deps: StatsDeps): Handler {
  return async ({ chat, threadId, now }) => {
    const place = { id: chat.id, kind: chat.kind, threadId };
    deps.aside(async () => {
      const today = now.toZonedDateTimeISO('UTC').toPlainDate();
      const days = Array.from({ length: DAYS }, (_, ago) => today.subtract({ days: DAYS - 1 - ago }).toString());
      const from = days[0] ?? today.toString();
      const numbers = {
        days,
        figures: await deps.figures.since(from),
        chats: await deps.figures.countChats(),
        followers: await deps.figures.countFollowers(),
        model: await deps.book.since(from),
        feeds: await deps.feeds.list(),
      };
      const caption = statsText(numbers, chat);
      const png = await deps.drawChart(statsChart(numbers, chat));
      const isShown = await deps.showPicture(place, png, caption);
      if (!isShown) await deps.talk.say(place, { html: caption.html, buttons: [] });
    });
    return NOTHING;
  };
}
