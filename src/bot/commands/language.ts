import type { Chats } from '../../delivery/chats.ts';
import { changeSettings } from '../../delivery/settings.ts';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../news/language.ts';
import { type Answer, say, show, toast, withButtons } from '../answer.ts';
import { html } from '../html.ts';
import { wordsIn } from '../messages/words.ts';
import type { Handler, Request } from '../request.ts';
import { preferencesScreen } from '../screens/preferences.ts';
import { backRow } from '../screens/times.ts';

const OWN_NAMES = { en: 'English', ru: 'Русский', kk: 'Қазақша' } as const;

/** `/language ru`, `/language русский`; alone, it shows the languages, each by its own name. */
export function languageCommand({ chats }: { chats: Chats }): Handler {
  return async (request) => {
    if (request.text === '') return say(languagesScreen(request));
    return say(await changeLanguage(chats, request));
  };
}

export function languagesAction(): Handler {
  return async (request): Promise<Answer> => show(languagesScreen(request));
}

export function languageAction({ chats }: { chats: Chats }): Handler {
  return async (request) => {
    const language = languageNamed(request.text);
    if (language === undefined) return toast(request.words.help.gone);
    const { chat, now } = request;
    const changed = await changeSettings(chats, chat, { language }, now);
    return show(preferencesScreen(changed, now), wordsIn(language).language.changed);
  };
}

async function changeLanguage(chats: Chats, { chat, text, words, now }: Request) {
  const language = languageNamed(text);
  if (language === undefined) return words.language.unknown;
  await changeSettings(chats, chat, { language }, now);
  return html`${wordsIn(language).language.changed}`;
}

function languageNamed(text: string): InterfaceLanguage | undefined {
  const typed = text.toLowerCase();
  return INTERFACE_LANGUAGES.find((known) => known === typed || OWN_NAMES[known].toLowerCase() === typed);
}

function languagesScreen({ chat, words }: Request) {
  const buttons = INTERFACE_LANGUAGES.map((language) => [
    { label: `${language === chat.language ? '✅ ' : ''}${OWN_NAMES[language]}`, action: `language ${language}` },
  ]);
  return withButtons(html`${words.language.which}`, [...buttons, backRow(chat.language)]);
}
