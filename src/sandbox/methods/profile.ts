import { accept, badRequest } from '../answer.ts';
import type { Method } from './method.ts';

/** What getMe tells beyond the user: privacy mode is on, inline mode too, as BotFather would have it for this bot. */
export const getMe: Method = ({ world }) =>
  accept({
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
  });

type Trait = { field: string; max: number; tooLong: string };

export const NAME: Trait = { field: 'name', max: 64, tooLong: 'BOT_NAME_TOO_LONG' };
export const DESCRIPTION: Trait = { field: 'description', max: 512, tooLong: 'BOT_DESCRIPTION_TOO_LONG' };
export const SHORT_DESCRIPTION: Trait = { field: 'short_description', max: 120, tooLong: 'ABOUT_TOO_LONG' };

export function setTrait({ field, max, tooLong }: Trait): Method {
  return ({ world, params }) => {
    const language = params.text('language_code') ?? '';
    if (!/^([a-z]{2})?$/.test(language)) return badRequest('invalid language code specified');
    const value = params.text(field) ?? '';
    if ([...value].length > max) return badRequest(tooLong);
    world.settings.set(`${field} ${language}`, value);
    return accept(true);
  };
}

export function getTrait({ field }: Trait): Method {
  return ({ world, params }) => {
    const language = params.text('language_code') ?? '';
    const value = world.settings.get(`${field} ${language}`) ?? world.settings.get(`${field} `);
    const usual = field === 'name' ? world.bot.first_name : '';
    return accept({ [field]: value === undefined || value === '' ? usual : value });
  };
}
