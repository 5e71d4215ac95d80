/** Parameters that tell a server where a reader came from, and nothing of the article. */
const TRACKING =
  /^(utm_.+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|ysclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|_openstat|cmpid|ref_src|ref_url|s_cid|smid|srnd|soc_src|soc_trk|vero_id|wt_mc)$/i;

/** An address without what only tracks who opened it, and without its fragment; what is no address stays as it is. */
export function withoutTracking(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.hash = '';
  return url.href;
}

/** The one http or https address that a text is, or has beside a few words; undefined where it has none or several. */
export function onlyAddress(text: string): string | undefined {
  const found = text.match(/\bhttps?:\/\/[^\s<>"]+/gi) ?? [];
  const [address] = found;
  if (found.length !== 1 || address === undefined || !URL.canParse(address)) return undefined;
  return text.trim().length <= address.length + MOST_WORDS_BESIDE ? address : undefined;
}

/** Clients add a title to a link that is shared; an article is longer. */
const MOST_WORDS_BESIDE = 200;
