/** HTML as Telegram takes it. Made by the `html` tag and by nothing else. */
export interface Html {
  readonly html: string;
}

export type HtmlValue = string | number | Html | readonly HtmlValue[] | undefined;

/**
 * The one way to write a message: everything put into the template is escaped, except what the tag
 * itself made. Lists are joined as they are; undefined is nothing.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += render(value) + (strings[index + 1] ?? '');
  });
  return { html: text };
}

/** Joins pieces with a separator, leaving out what is undefined. */
export function joinHtml(pieces: readonly (Html | undefined)[], separator: string): Html {
  const kept = pieces.filter((piece) => piece !== undefined);
  return { html: kept.map((piece) => piece.html).join(escapeHtml(separator)) };
}

/** A message's tags may not fill it: an address that is longer than browsers take is none. */
const LONGEST_ADDRESS = 2048;

/** A link where the address is one that Telegram links to; else the words alone. */
export function link(url: string | undefined, words: HtmlValue): Html {
  return url !== undefined && url.length <= LONGEST_ADDRESS && /^https?:\/\/[^\s/]+\.[^\s/]\S*$/i.test(url)
    ? html`<a href="${url}">${words}</a>`
    : html`${words}`;
}

function render(value: HtmlValue): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value);
  if ('html' in value) return value.html;
  return value.map(render).join('');
}

/**
 * Escapes what HTML gives a meaning to; lone surrogates, which no UTF-8 can carry, become U+FFFD, and control
 * characters, which Telegram drops, are dropped here already so that lengths agree.
 */
function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
