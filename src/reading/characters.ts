/**
 * The same text without what nobody sees: invisible characters go, line ends become `\n`, every kind of space
 * becomes one plain space, letters and their accents are composed (NFC), and typesetters' ligatures become the
 * letters they show. Quotation marks, dashes, ellipses and every other visible character stay as they are.
 */
export function normaliseCharacters(raw: string): string {
  return raw
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(JOINERS_AFTER_UNJOINED_SCRIPTS, '$1')
    .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[ﬀ-ﬆ]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/ {2,}/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}

// Soft hyphens, zero-width spaces, direction marks, the byte order mark and control characters other than tab and line feed.
const INVISIBLE = /[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?!\t|\n)\p{Cc}/gu;

// The zero-width joiners carry meaning in Persian and in emoji, and none after a Latin or Cyrillic letter or a space.
const JOINERS_AFTER_UNJOINED_SCRIPTS = /([\p{Script=Latin}\p{Script=Cyrillic}\s])[\u200c\u200d]+/gu;
