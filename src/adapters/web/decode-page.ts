import { type DecodedText, decodeText } from '../../news/text-encoding.ts';

/** A page says its encoding near its beginning (HTML: within the first 1,024 bytes), in letters of ASCII. */
const HEAD_BYTES = 2048;
const META = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i;
const XML = /^[^<]{0,16}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i;

/** The text of a page or a feed, by the encoding of its HTTP header, else by the one that it names itself. */
export function decodePage({ bytes, encoding }: { bytes: Uint8Array; encoding: string | undefined }): DecodedText {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  return decodeText(bytes, encoding ?? XML.exec(head)?.[1] ?? META.exec(head)?.[1]);
}
