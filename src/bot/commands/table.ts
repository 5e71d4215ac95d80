import type { Chats } from '../../delivery/chats.ts';
import type { Outbox } from '../../delivery/outbox.ts';
import type { Editors } from '../../news/editors.ts';
import type { Handler } from '../request.ts';
import type { Role } from '../role.ts';
import {
  type AmendDeps,
  correctAction,
  correctCommand,
  holdAction,
  holdCommand,
  releaseAction,
  releaseCommand,
  retractCommand,
  tellNowAction,
} from './amend.ts';
import { articleAction, articleCommand, latestCommand, searchAction, searchCommand } from './archive.ts';
import { draftsCommand, editCommand, editorCommand, editorsCommand, historyCommand, type OnRole } from './desk.ts';
import { digestCommand } from './digest.ts';
import type { DraftDeps } from './draft.ts';
import { rewriteAction, whyAction } from './draft-writing.ts';
import { type FeedDeps, feedAction, feedCommand, feedRemoveAction, feedSetAction, feedsCommand } from './feeds.ts';
import { helpCommand, type Listed } from './help.ts';
import { languageAction, languageCommand, languagesAction } from './language.ts';
import { pauseCommand, resumeCommand, stopCommand } from './pause.ts';
import { cancelAction, doneCommand, type PostDeps, postCommand } from './post.ts';
import { dayAction, quietHoursAction, setAction, settingsCommand, timeAction, timesAction } from './preferences.ts';
import { discardAction, dropAction, placeAction, previewAction } from './preview.ts';
import { forgetAction, forgetCommand, privacyCommand } from './privacy.ts';
import { breakingAction, publishAction, publishAnywayAction, pushAction } from './publish.ts';
import { quotesCommand } from './quotes.ts';
import type { ReadingDeps } from './reading-deps.ts';
import { askAction } from './revise.ts';
import {
  arrangedAction,
  atAction,
  hourAction,
  otherTimeAction,
  quietAction,
  scheduleCommand,
  setZoneAction,
  timeZoneCommand,
  zoneAction,
  zonesAction,
} from './schedule.ts';
import { startCommand, statusCommand } from './start.ts';
import { type StatsDeps, statsCommand } from './stats.ts';
import {
  countriesAction,
  followAction,
  pickAction,
  regionAction,
  regionsAction,
  subscribeCommand,
  tickAction,
  topicsCommand,
  unsubscribeCommand,
} from './topics.ts';

/** Who may do it, and when it changes the chat's settings, which in a group only its administrators may. */
interface Access {
  readonly needs: Role;
  /** A setting that is asked for without saying what it shall be is only shown: `with-text`. */
  readonly changesChat: 'never' | 'with-text' | 'always';
  readonly run: Handler;
}

export interface Command extends Access, Listed {}

/** What a button does; its name is the first word of the button's action. */
export interface Action extends Access {
  readonly name: string;
}

export interface BotDeps extends PostDeps, DraftDeps, FeedDeps, ReadingDeps, AmendDeps, StatsDeps {
  readonly chats: Chats;
  readonly outbox: Outbox;
  readonly editors: Editors;
  readonly defaultTimeZone: string;
  readonly onRole: OnRole;
}

export function commandTable(deps: BotDeps): readonly Command[] {
  const anyone = (name: Command['name'], run: Handler): Command => ({
    name,
    run,
    needs: 'reader',
    changesChat: 'never',
    hidden: false,
  });
  const setting = (name: Command['name'], run: Handler): Command => ({
    ...anyone(name, run),
    changesChat: 'with-text',
  });
  const order = (name: Command['name'], run: Handler): Command => ({ ...anyone(name, run), changesChat: 'always' });
  const newsroom = (name: Command['name'], run: Handler): Command => ({ ...anyone(name, run), needs: 'editor' });
  const owner = (name: Command['name'], run: Handler): Command => ({ ...anyone(name, run), needs: 'owner' });
  const commands: readonly Command[] = [
    order('start', startCommand(deps)),
    setting('subscribe', subscribeCommand(deps)),
    setting('unsubscribe', unsubscribeCommand(deps)),
    anyone('topics', topicsCommand(deps)),
    setting('schedule', scheduleCommand(deps)),
    setting('timezone', timeZoneCommand(deps)),
    setting('language', languageCommand(deps)),
    anyone('status', statusCommand()),
    anyone('settings', settingsCommand()),
    order('pause', pauseCommand(deps)),
    order('resume', resumeCommand(deps)),
    order('stop', stopCommand(deps)),
    anyone('digest', digestCommand(deps)),
    anyone('quotes', quotesCommand(deps)),
    anyone('latest', latestCommand(deps)),
    anyone('article', articleCommand(deps)),
    anyone('search', searchCommand(deps)),
    anyone(
      'help',
      helpCommand(() => commands),
    ),
    anyone('privacy', privacyCommand()),
    order('forget', forgetCommand()),
    newsroom('post', postCommand(deps)),
    { ...newsroom('done', doneCommand(deps)), hidden: true },
    newsroom('drafts', draftsCommand(deps)),
    newsroom('edit', editCommand(deps)),
    newsroom('history', historyCommand(deps)),
    newsroom('correct', correctCommand(deps)),
    newsroom('hold', holdCommand(deps)),
    newsroom('release', releaseCommand(deps)),
    newsroom('retract', retractCommand(deps)),
    newsroom('feeds', feedsCommand(deps)),
    newsroom('feed', feedCommand(deps)),
    newsroom('stats', statsCommand(deps)),
    owner('editors', editorsCommand(deps)),
    owner('editor', editorCommand(deps)),
  ];
  return commands;
}

export function actionTable(deps: BotDeps): readonly Action[] {
  const anyone = (name: string, run: Handler): Action => ({ name, run, needs: 'reader', changesChat: 'never' });
  const setting = (name: string, run: Handler): Action => ({ ...anyone(name, run), changesChat: 'always' });
  const newsroom = (name: string, run: Handler): Action => ({ ...anyone(name, run), needs: 'editor' });
  return [
    setting('tick', tickAction(deps)),
    setting('countries', countriesAction(deps)),
    setting('follow', followAction(deps)),
    setting('unfollow', unsubscribeCommand(deps)),
    setting('hour', hourAction(deps)),
    setting('othertime', otherTimeAction(deps)),
    setting('arranged', arrangedAction(deps)),
    setting('pick', pickAction(deps)),
    setting('region', regionAction(deps)),
    setting('regions', regionsAction()),
    setting('at', atAction(deps)),
    setting('quiet', quietAction(deps)),
    setting('zones', zonesAction(deps)),
    setting('setzone', setZoneAction(deps)),
    setting('zone', zoneAction(deps)),
    setting('languages', languagesAction()),
    setting('language', languageAction(deps)),
    setting('forget', forgetAction(deps)),
    setting('set', setAction(deps)),
    setting('hours', quietHoursAction()),
    setting('times', timesAction()),
    setting('time', timeAction(deps)),
    setting('day', dayAction(deps)),
    anyone('settings', settingsCommand()),
    anyone('digest', digestCommand(deps)),
    anyone('quotes', quotesCommand(deps)),
    anyone('latest', latestCommand(deps)),
    anyone('article', articleAction(deps)),
    anyone('search', searchAction(deps)),
    newsroom('done', doneCommand(deps)),
    newsroom('cancel', cancelAction(deps)),
    newsroom('preview', previewAction(deps)),
    newsroom('history', historyCommand(deps)),
    newsroom('drafts', draftsCommand(deps)),
    newsroom('feed', feedAction(deps)),
    newsroom('feedset', feedSetAction(deps)),
    newsroom('feedrm', feedRemoveAction(deps)),
    newsroom('edit', editCommand(deps)),
    newsroom('publish', publishAction(deps)),
    newsroom('publishanyway', publishAnywayAction(deps)),
    newsroom('breaking', breakingAction(deps)),
    newsroom('push', pushAction(deps)),
    newsroom('embargo', askAction(deps, 'embargo')),
    newsroom('places', askAction(deps, 'places')),
    newsroom('place', placeAction(deps)),
    newsroom('headline', askAction(deps, 'headline')),
    newsroom('summary', askAction(deps, 'summary')),
    newsroom('correct', correctAction(deps)),
    newsroom('tellnow', tellNowAction(deps)),
    newsroom('hold', holdAction(deps)),
    newsroom('release', releaseAction(deps)),
    newsroom('why', whyAction(deps)),
    newsroom('rewrite', rewriteAction(deps)),
    newsroom('discard', discardAction(deps)),
    newsroom('drop', dropAction(deps)),
  ];
}
