// Small pictures of one line of writing in many formats, made while the tests run, and a BMP writer, for nothing else here writes that.
import sharp from 'sharp';

const [WIDTH, HEIGHT] = [900, 240];

/** The line as a picture: dark on white, in colour where it says so. */
export function lineOf(text: string, ink = '#222'): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="DejaVu Sans" font-size="40"><rect width="100%" height="100%" fill="#fff"/><text x="60" y="140" fill="${ink}">${text}</text></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** Pages of lines as a TIFF, black and white as a fax machine keeps them. */
export async function tiffOfLines(texts: readonly string[]): Promise<Buffer> {
  const pages = await Promise.all(
    texts.map(async (text) =>
      sharp(await lineOf(text))
        .flatten()
        .threshold(140)
        .toColourspace('b-w')
        .raw()
        .toBuffer(),
    ),
  );
  const raw = { width: WIDTH, height: HEIGHT * pages.length, channels: 1, pageHeight: HEIGHT } as const;
  return sharp(Buffer.concat(pages), { raw })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1 })
    .toBuffer();
}

/** A GIF that shows one line after the other. */
export async function gifOfLines(texts: readonly string[]): Promise<Buffer> {
  const pages = await Promise.all(texts.map((text) => lineOf(text)));
  return sharp(pages, { join: { animated: true } })
    .gif({ delay: texts.map(() => 500) })
    .toBuffer();
}

/** A picture as a BMP of 24 bits, rows from the bottom, at so many pixels to the inch. */
export async function bmpOf(picture: Buffer, dpi = 100): Promise<Buffer> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const rowBytes = Math.ceil((info.width * 3) / 4) * 4;
  const out = Buffer.alloc(54 + rowBytes * info.height);
  out.write('BM', 'latin1');
  out.writeUInt32LE(out.length, 2);
  out.writeUInt32LE(54, 10);
  out.writeUInt32LE(40, 14);
  out.writeInt32LE(info.width, 18);
  out.writeInt32LE(info.height, 22);
  out.writeUInt16LE(1, 26);
  out.writeUInt16LE(24, 28);
  out.writeInt32LE(Math.round(dpi * 39.37), 38);
  for (let y = 0; y < info.height; y += 1) {
    for (let x = 0; x < info.width; x += 1) {
      const from = (y * info.width + x) * 3;
      const to = 54 + (info.height - 1 - y) * rowBytes + x * 3;
      for (let channel = 0; channel < 3; channel += 1) out[to + channel] = data[from + 2 - channel]!;
    }
  }
  return out;
}
