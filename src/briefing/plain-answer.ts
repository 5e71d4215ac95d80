const LINK = /(?:\b(?:https?|ftp|tg):\/\/|\bwww\.|\bt\.me\/)\S+/giu;
const MARKUP = /<\/?[a-z][^<>]{0,200}>/giu;
/** `[text](address)`, of which the text stays. */
const MARKDOWN_LINK = /\[([^[\]]{1,200})\]\([^()\s]{1,500}\)/gu;

/**
 * A line of what a model wrote as it may be shown: one line, without characters that cannot be seen, markup and links
 * (an article may have asked for them). Nothing else is changed.
 */
export function plainAnswer(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(MARKDOWN_LINK, '$1')
    .replace(MARKUP, '')
    .replace(LINK, '')
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[.,;:!?])/gu, '')
    .trim();
}
