// What happens to a page on its way: scanner, fax, fax of a fax, telephone camera. Repeatable by seed; a page comes as grey pixels at 300 dots to the inch.
import sharp, { type Sharp } from 'sharp';

/** Random numbers from 0 to 1 (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Grey pixels, row by row. */
export interface Sheet {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
}

type Effect = (sheet: Sheet, chance: () => number) => Promise<Buffer>;

/** The classes, each with what becomes of a page: a picture file. */
export const CLASSES: Readonly<Record<string, Effect>> = {
  clean: (sheet) => opened(sheet).jpeg({ quality: 90 }).toBuffer(),
  office: async (sheet, chance) => {
    const turned = await turn(await resized(sheet, 200 / 300), (chance() - 0.5) * 3, 238);
    return opened(noisy(turned, 6, chance))
      .linear(0.82, 26)
      .jpeg({ quality: 50 })
      .toBuffer();
  },
  fax: async (sheet, chance) => bilevel(await faxed(sheet, chance)),
  'fax of a fax': async (sheet, chance) =>
    bilevel(await faxed(await resized(await faxed(sheet, chance), 300 / 204), chance)),
  'phone, tilt and shadow': async (sheet, chance) => {
    const turned = await turn(await resized(sheet, 0.62), (chance() - 0.5) * 7, 110);
    return opened(noisy(shaded(turned, chance), 9, chance))
      .jpeg({ quality: 72 })
      .toBuffer();
  },
  'phone, perspective and blur': async (sheet, chance) => {
    const seen = inPerspective(await resized(sheet, 0.62), chance);
    return opened(noisy(shaded(seen, chance), 9, chance))
      .blur(0.6 + chance() * 0.6)
      .jpeg({ quality: 65 })
      .toBuffer();
  },
};

const opened = ({ pixels, width, height }: Sheet) =>
  sharp(pixels, { raw: { width, height, channels: 1 } }).toColourspace('b-w');

async function sheetOf(image: Sharp): Promise<Sheet> {
  const { data, info } = await image.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

const resized = (sheet: Sheet, scale: number) =>
  sheetOf(opened(sheet).resize({ width: Math.round(sheet.width * scale) }));

const turn = (sheet: Sheet, degrees: number, around: number) =>
  sheetOf(opened(sheet).rotate(degrees, { background: { r: around, g: around, b: around } }));

/** Every pixel a little lighter or darker. */
function noisy({ pixels, width, height }: Sheet, most: number, chance: () => number): Sheet {
  const out = Buffer.from(pixels);
  for (let at = 0; at < out.length; at += 1)
    out[at] = Math.min(255, Math.max(0, (out[at] ?? 0) + (chance() + chance() - 1) * most));
  return { pixels: out, width, height };
}

/** Light from one side, and the shadow of a hand. */
function shaded({ pixels, width, height }: Sheet, chance: () => number): Sheet {
  const out = Buffer.from(pixels);
  const angle = chance() * Math.PI * 2;
  const [x0, y0, reach] = [chance() * width, chance() * height, (0.25 + chance() * 0.25) * width];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const side = ((x / width - 0.5) * Math.cos(angle) + (y / height - 0.5) * Math.sin(angle)) * 0.4;
      const hand = 0.35 * Math.exp(-((x - x0) ** 2 + (y - y0) ** 2) / reach ** 2);
      const at = y * width + x;
      out[at] = Math.max(0, Math.min(255, (out[at] ?? 0) * (0.82 - side - hand)));
    }
  return { pixels: out, width, height };
}

/** Seen from below or the side: the far edge is up to a tenth shorter. */
function inPerspective({ pixels, width, height }: Sheet, chance: () => number): Sheet {
  const out = Buffer.alloc(width * height, 105);
  const [narrow, lean] = [0.04 + chance() * 0.06, (chance() - 0.5) * 0.06];
  for (let y = 0; y < height; y += 1) {
    const far = 1 - y / height;
    const scale = 1 - narrow * far;
    // Rows far away are nearer to each other, too.
    const from = (y * (1 + (narrow * far) / 2)) | 0;
    if (from >= height) continue;
    for (let x = 0; x < width; x += 1) {
      const source = (x - width / 2 - lean * far * width) / scale + width / 2;
      const left = Math.floor(source);
      if (left < 0 || left >= width - 1) continue;
      const [a, b] = [pixels[from * width + left] ?? 0, pixels[from * width + left + 1] ?? 0];
      out[y * width + x] = a + (b - a) * (source - left);
    }
  }
  return { pixels: out, width, height };
}

/** What a fax machine makes of it: 204 dots to the inch, black or white, dirt, a slight turn. */
async function faxed(sheet: Sheet, chance: () => number): Promise<Sheet> {
  const turned = await turn(await resized(sheet, 204 / 300), (chance() - 0.5) * 1.2, 255);
  const { pixels, width, height } = noisy(turned, 60, chance);
  const cut = 140 + chance() * 35;
  return { pixels: Buffer.from(pixels.map((value) => (value < cut ? 0 : 255))), width, height };
}

const bilevel = (sheet: Sheet) => opened(sheet).png({ palette: true, colours: 2 }).toBuffer();
