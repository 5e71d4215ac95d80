import type { Message } from '../../delivery/outbox.ts';
import { nextDues } from '../../delivery/schedule.ts';
import { changeSettings } from '../../delivery/settings.ts';
import { parseTopicPayload } from '../../news/topic.ts';
import { type Answer, say } from '../answer.ts';
import { countryList } from '../format.ts';
import { html } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { statusScreen } from '../screens/settings.ts';
import { type TopicsDeps, topicsCommand } from './topics.ts';

/**
 * Greets and offers topics; a payload such as `KZ-BY` subscribes at once. A chat that has chosen already sees its
 * settings, never loses them; one that had ended its briefings or blocked the bot goes on.
 */
export function startCommand(deps: TopicsDeps): Handler {
  return async (request) => {
    const ended = request.chat.state === 'stopped' || request.chat.state === 'gone';
    const chat = ended
      ? await changeSettings(deps.chats, request.chat, { state: 'active' }, request.now)
      : request.chat;
    const countries = parseTopicPayload(request.text);
    if (countries.length > 0) return subscribeAtOnce(deps, { ...request, chat }, countries);
    if (chat.topics.length === 0) return topicsCommand(deps, true)({ ...request, chat });
    return say(status({ ...request, chat }));
  };
}

export function statusCommand(): Handler {
  return async (request) => say(status(request));
}

function status({ chat, now }: Request): Message {
  const next = chat.state === 'active' && chat.schedule ? nextDues(chat.schedule, chat.timeZone, now, 3) : [];
  return statusScreen(chat, next, now);
}

async function subscribeAtOnce({ chats }: TopicsDeps, request: Request, countries: readonly string[]): Promise<Answer> {
  const added = await chats.subscribe(request.chat.id, countries);
  const chat = (await chats.find(request.chat.id)) ?? request.chat;
  const { topics } = request.words;
  const word =
    added.length > 0
      ? topics.added(countryList(added, chat.language))
      : topics.alreadyAdded(countryList(countries, chat.language));
  return say(html`${word}`, status({ ...request, chat }));
}
