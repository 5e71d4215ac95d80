import type { Silence } from '../../briefing/silence.ts';
import type { EditionReader } from '../../delivery/composing.ts';
import type { Message } from '../../delivery/outbox.ts';
import type { CountryCode } from '../../news/country.ts';
import { countryList, formatMoment } from '../format.ts';
import { html } from '../html.ts';
import { wordsIn } from '../messages/words.ts';

/** One line for a chat that wants to hear that there is nothing new, and whether that is as usual. */
export function quietNote(
  topics: readonly CountryCode[],
  { newestAt, isLate }: Silence,
  reader: EditionReader,
): Message {
  const words = wordsIn(reader.language).briefing;
  const said = [
    words.quiet(countryList(topics, reader.language)),
    newestAt === undefined ? words.quietEver : words.quietNewest(formatMoment(newestAt, reader)),
    isLate ? words.quietLate : '',
  ];
  return {
    html: html`${said.filter((sentence) => sentence !== '').join(' ')}`.html,
    buttons: [[{ label: words.settings, action: 'settings' }]],
  };
}
