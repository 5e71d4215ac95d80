import { parseTopics } from '../../news/topic.ts';
import { NOTHING, say } from '../answer.ts';
import type { Handler } from '../request.ts';
import { mayUse } from '../role.ts';
import type { AmendDeps } from './amend.ts';
import { digestCommand } from './digest.ts';
import { type PostDeps, takePiece } from './post.ts';
import type { ReadingDeps } from './reading-deps.ts';
import { takeAnswer } from './revise.ts';
import { type SetUpDeps, takeSetUp } from './set-up.ts';

/** A text this long, sent by an editor outside of a paste, was most likely meant for /post. */
const ARTICLE_LENGTH = 300;
/** More than this is no list of countries. */
const LONGEST_LIST = 200;

/**
 * A message that is no command: an editor's answer to a question, his next piece of a paste, or, in a private chat,
 * the name of a country to be told about. In a group it is not for Dateline.
 */
export function plainText(deps: PostDeps & AmendDeps & ReadingDeps & SetUpDeps): Handler {
  return async (request) => {
    const { chat, role, text, words } = request;
    if (mayUse('editor', role)) {
      const taken = (await takeAnswer(deps, request)) ?? (await takePiece(deps, request));
      if (taken !== undefined) return taken;
    }
    if (chat.kind !== 'private') return NOTHING;
    if (mayUse('editor', role) && text.length >= ARTICLE_LENGTH) return say(words.help.looksLikeArticle);
    const setUp = await takeSetUp(deps, request);
    if (setUp !== undefined) return setUp;
    const { countries, unknown } = parseTopics(text.slice(0, LONGEST_LIST));
    const named = countries.length > 0 || unknown.some(({ nearest }) => nearest.length > 0);
    return named ? digestCommand(deps)(request) : say(words.help.plainText);
  };
}
