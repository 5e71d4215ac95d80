/** Width and height in pixels of a PNG or JPEG image; undefined where it is neither. */
export function imageSize(image: Buffer): { width: number; height: number } | undefined {
  if (image.length >= 24 && image.toString('latin1', 1, 4) === 'PNG') {
    return { width: image.readUInt32BE(16), height: image.readUInt32BE(20) };
  }
  if (image.length > 4 && image.readUInt16BE(0) === 0xffd8) return jpegSize(image);
  return undefined;
}

/** Walks a JPEG's segments to the frame header (markers C0 to CF but C4, C8, CC), which holds the size. */
function jpegSize(image: Buffer): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 < image.length && image[at] === 0xff) {
    const marker = image[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: image.readUInt16BE(at + 5), width: image.readUInt16BE(at + 7) };
    at += 2 + image.readUInt16BE(at + 2);
  }
  return undefined;
}
