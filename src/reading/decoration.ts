/** Signs that a channel puts ahead of a headline ("⚡️", "❗"). */
const SIGNS = /^(?:(?![©®™#*\d])\p{Extended_Pictographic}|\p{Emoji_Component}(?<![#*\d])|\s)+(?=[\p{L}\p{N}"“«„‘'(])/u;
const MARKDOWN = /^(?:#{1,6} |> )+(?=\S)/u;
const AROUND = /^(\*{1,3}|_{1,3})(?=[^\s*_])([^*_]{1,2000}[^\s*_])\1$/u;

/** A paragraph without what Markdown or quoted mail puts around all of it; what stands inside the paragraph stays. */
export function undecorated(paragraph: string): string {
  const plain = paragraph.replace(MARKDOWN, '');
  return AROUND.exec(plain)?.[2] ?? plain;
}

/** A headline without the signs that a channel puts ahead of it. */
export function withoutSigns(headline: string): string {
  return headline.replace(SIGNS, '');
}
