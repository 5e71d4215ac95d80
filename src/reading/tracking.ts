const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”«»()[\]]{1,2000}/giu;
const TRACKING =
  /^(?:utm_[a-z_]{1,20}|fbclid|gclid|gclsrc|dclid|yclid|ysclid|msclkid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_openstat|_hsenc|_hsmi|mkt_tok|ref_src|ref_url|spm|at_medium|at_campaign|cmpid|ocid|smid|fb_ref|_ga|_gl|wt_mc|xtor|srnd|traffic_source)(?:=|$)/iu;

/** A text without what its links carry to tell who follows them, and the parameters that were taken. */
export function withoutTracking(text: string): { readonly text: string; readonly taken: readonly string[] } {
  if (!text.includes('?')) return { text, taken: [] };
  const taken: string[] = [];
  const plain = text.replace(ADDRESS, (address) => {
    const query = address.indexOf('?');
    if (query < 0) return address;
    const hash = address.indexOf('#', query);
    const end = hash < 0 ? addressEnd(address) : hash;
    const parameters = address.slice(query + 1, end).split('&');
    const kept = parameters.filter((parameter) => !TRACKING.test(parameter));
    if (kept.length === parameters.length) return address;
    taken.push(parameters.filter((parameter) => TRACKING.test(parameter)).join('&'));
    return `${address.slice(0, query)}${kept.length > 0 ? `?${kept.join('&')}` : ''}${address.slice(end)}`;
  });
  return { text: plain, taken };
}

/** Behind an address stand the marks of the sentence around it. */
function addressEnd(address: string): number {
  let end = address.length;
  while (end > 0 && /[.,;:!?'’]/u.test(address.charAt(end - 1))) end -= 1;
  return end;
}
