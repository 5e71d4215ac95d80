/** The address of a call to Telegram holds the token, and faults quote the address. */
export function withoutToken(text: string): string {
  return text.replace(/\d+:[\w-]{10,}/g, '<token>');
}
