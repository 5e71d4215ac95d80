import type { Telegram } from 'telegraf';

const FETCH_TIMEOUT_MS = 20_000;

/** The bytes of a file that was sent to the bot, at most `most` of them; undefined where Telegram does not give it. */
export function createFileFetcher(telegram: Telegram, most: number) {
  return async ({ id }: { readonly id: string }): Promise<Uint8Array | undefined> => {
    try {
      const link = await telegram.getFileLink(id);
      const response = await fetch(link, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
      if (!response.ok || response.body === null) return undefined;
      return await readUpTo(response.body, most);
    } catch {
      return undefined;
    }
  };
}

/** One byte more than `most` where there is more, so that the caller sees that it is too large. */
async function readUpTo(body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) break;
  }
  return Buffer.concat(chunks);
}
