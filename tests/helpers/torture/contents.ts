// Pages whose content uses every means of drawing a PDF has: patterns, masks, blends, odd fonts, every image coding.
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { HELVETICA, type RawFile, type RawStream, rawFile } from './raw-pdf.ts';
import type { Torture } from './torture.ts';

const PAGE = '/MediaBox [0 0 612 792]';

/** A page that draws one image under its name. */
function imagePage(file: RawFile, font: string, label: string, image: RawStream): void {
  const ref = file.add({ ...image, dict: `/Type /XObject /Subtype /Image ${image.dict}` });
  file.page(
    `${PAGE} /Resources << /Font << /F1 ${font} >> /XObject << /I ${ref} >> >>`,
    `q 400 0 0 400 100 250 cm 0.1 0.3 0.6 rg /I Do Q BT /F1 24 Tf 72 700 Td (${label}) Tj ET`,
  );
}

/** A photo-like picture, 64 by 64. */
const photo = () =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: '#c8c8c8' } }).composite([
    { input: { create: { width: 30, height: 20, channels: 3, background: '#e02020' } }, left: 0, top: 0 },
    { input: { create: { width: 20, height: 30, channels: 3, background: '#2030e0' } }, left: 44, top: 34 },
  ]);

/** CCITT group 4 data of a black-and-white picture, 64 by 64, as libtiff codes it. */
async function group4(): Promise<Buffer> {
  const grey = await photo().removeAlpha().greyscale().threshold(150).png().toBuffer();
  const tiff = await sharp(grey).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer();
  return stripOf(tiff);
}

/** The only strip of a little TIFF: tags 273 (offset) and 279 (length). */
function stripOf(tiff: Buffer): Buffer {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const start = u32(4);
  const tags = new Map(
    Array.from({ length: u16(start) }, (_, index) => {
      const at = start + 2 + index * 12;
      return [u16(at), u16(at + 2) === 3 ? u16(at + 8) : u32(at + 8)] as const;
    }),
  );
  return tiff.subarray(tags.get(273)!, tags.get(273)! + tags.get(279)!);
}

/** A JBIG2 segment (ITU-T T.88, 7.2): header and data. */
function segment(number: number, type: number, page: number, data: Buffer): Buffer {
  const head = Buffer.alloc(11);
  head.writeUInt32BE(number, 0);
  head[4] = type;
  head[6] = page;
  head.writeUInt32BE(data.length, 7);
  return Buffer.concat([head, data]);
}

/** A JBIG2 page of one generic region coded in MMR, as PDF embeds it; the page's information stands apart, as globals may. */
function jbig2(mmr: Buffer): { readonly globals: Buffer; readonly data: Buffer } {
  const info = Buffer.alloc(19);
  info.writeUInt32BE(64, 0);
  info.writeUInt32BE(64, 4);
  const region = Buffer.alloc(18);
  region.writeUInt32BE(64, 0);
  region.writeUInt32BE(64, 4);
  region[17] = 1;
  return {
    globals: segment(0, 52, 0, Buffer.from([0, 0, 0, 0])),
    data: Buffer.concat([segment(1, 48, 1, info), segment(2, 38, 1, Buffer.concat([region, mmr]))]),
  };
}

/** A JPEG 2000 codestream of 48 by 48 pixels in four colours, written by OpenJPEG 2.5. */
const JPX = [
  '/0//UQAvAAAAAAAwAAAAMAAAAAAAAAAAAAAAMAAAADAAAAAAAAAAAAADBwEBBwEBBwEB/1IADAACAAEBAgQEAAH/XAAKQEBISFBI',
  'SFD/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjT/kAAKAAAAAAJ5AAH/k8+1UGgSD2L7YvrQ32Dysp/3RdY4',
  'aAiHSRHtQnoCSM3o9gHmLgLMpZ0jKsfHMU0Rmz7zgWXnimbtJSMqw/dEZT4LuKMRSZXtdBTen6QalWiq4vGDgASlJ9+DEFLl0QCZ',
  'B+QA7sBqOCki6q+Wg9egY0YR8ITZBKZAeX+/AuIBhGFE4zyGgvoHYRtKw5FdRu/Uuv9FtdwKvBDmtH/ex/xfU7rTYfSCo9i9DCUf',
  '+ksjEzkHfp0EJ5qS2dzNMZOf/xroaL4RYvti+oKp1KLbn0/474AMG1aEoCPciTr8Xh/zA7iX/lw2g4RKPANrgYy0WJ33VDD4BgTh',
  'Zm5VYh1kHIoIqdF1jhWyKTQb01noFI1LDzKjVYumA29hJjp/uWm/w+oQh9QjB9QOa/DwjiXUwC30xSg3WgMeJ05a5+jaczByP6+h',
  'pUKP0AY/aBWOszH/f8/AYn4C0fgEAGqDvugsUuRQe8cOE/EATgpGcU4XyyMRh3JCDTb3QDv+gUOma1C+y/g8J+ZeE99owZMDgoxU',
  'wc/AWj7RaH2hACxcZv8gTYs7eP3+padNGDs2EFtkoq9PBuTzNv5S1RSuzp/mIaSISfXS20g/aMGE908F0cfD6hSH1CcD5wjAslZ4',
  'SZdMz0+3zeYYkeMdgO7/f52WpW5F3aZgkPmjNKzui5lECB+pUX3tz8BafgKw+0FAwKeWWEmXTM9Pt83mGJHgrRibwkYtf6ttKK0B',
  'eJVsJyk/FExCkMIHkjH/f6lm/jC/z8BSPtE4faCgSyLGoiG/uGbA++rY0whkGQ1AoKmdrCWuU4Nr4cUEceDaSoGBvKe/qWcJ8t//',
  '2Q==',
].join('');

/** Every way to code an image. */
export const images: Torture = {
  name: 'images of every coding',
  pages: [
    'flate rgb',
    'dct',
    'dct cmyk',
    'ccitt',
    'jbig2',
    'jpx',
    'indexed',
    'stencil',
    'sixteen bit',
    'soft mask',
    'colour key',
    'runlength ascii',
    'inline',
  ],
  make: async () => {
    const file = rawFile();
    const font = file.add(HELVETICA);
    const raw = await photo().removeAlpha().raw().toBuffer();
    const size = '/Width 64 /Height 64';
    const rgb = `${size} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
    const fax = await group4();
    imagePage(file, font, 'flate rgb', { dict: `${rgb} /Filter /FlateDecode`, data: deflateSync(raw) });
    imagePage(file, font, 'dct', { dict: `${rgb} /Filter /DCTDecode`, data: await photo().jpeg().toBuffer() });
    imagePage(file, font, 'dct cmyk', {
      dict: `${size} /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /DCTDecode /Decode [1 0 1 0 1 0 1 0]`,
      data: await photo().toColourspace('cmyk').jpeg().toBuffer(),
    });
    imagePage(file, font, 'ccitt', {
      dict: `${size} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 /Rows 64 >>`,
      data: fax,
    });
    const { globals, data } = jbig2(fax);
    const shared = file.add({ dict: '', data: globals });
    imagePage(file, font, 'jbig2', {
      dict: `${size} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode /DecodeParms << /JBIG2Globals ${shared} >>`,
      data,
    });
    imagePage(file, font, 'jpx', {
      dict: '/Width 48 /Height 48 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode',
      data: Buffer.from(JPX, 'base64'),
    });
    imagePage(file, font, 'indexed', {
      dict: `${size} /ColorSpace [/Indexed /DeviceRGB 3 <e0202020a040f0c8282030e0>] /BitsPerComponent 2`,
      data: Buffer.from(Array.from({ length: 64 * 16 }, (_, at) => (at >> 4 < 32 ? 0x1b : 0xe4))),
    });
    imagePage(file, font, 'stencil', {
      dict: `${size} /ImageMask true /Decode [1 0] /BitsPerComponent 1`,
      data: Buffer.from(Array.from({ length: 64 * 8 }, (_, at) => (at % 3 === 0 ? 0xf0 : 0x3c))),
    });
    imagePage(file, font, 'sixteen bit', {
      dict: `${size} /ColorSpace /DeviceGray /BitsPerComponent 16`,
      data: Buffer.from(Array.from({ length: 64 * 64 * 2 }, (_, at) => (at % 2 === 0 ? ((at >> 1) % 64) << 2 : 0x7f))),
    });
    const mask = file.add({
      dict: `/Type /XObject /Subtype /Image ${size} /ColorSpace /DeviceGray /BitsPerComponent 8`,
      data: Buffer.from(Array.from({ length: 64 * 64 }, (_, at) => (at % 64) * 4)),
    });
    imagePage(file, font, 'soft mask', { dict: `${rgb} /SMask ${mask}`, data: raw });
    imagePage(file, font, 'colour key', { dict: `${rgb} /Mask [190 210 190 210 190 210]`, data: raw });
    imagePage(file, font, 'runlength ascii', {
      dict: `${size} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter [/ASCIIHexDecode /RunLengthDecode]`,
      data: `${Array.from({ length: 64 }, (_, row) => `c1${(row * 4).toString(16).padStart(2, '0')}`).join('')}80>`,
    });
    const grey = Array.from({ length: 16 }, (_, at) => String.fromCharCode(at * 16)).join('');
    file.page(
      `${PAGE} /Resources << /Font << /F1 ${font} >> >>`,
      `BT /F1 24 Tf 72 700 Td (inline) Tj ET q 300 0 0 300 100 300 cm BI /W 4 /H 4 /CS /G /BPC 8 ID ${grey} EI Q`,
    );
    return file.build();
  },
};

/** Patterns, shadings, masks, blends, odd fonts, contents cut anywhere. */
export const drawings: Torture = {
  name: 'drawings of every kind',
  pages: [
    'tiling',
    'shading',
    'soft mask group',
    'blend',
    'type three',
    'separation',
    'cut inside a text',
    'left open',
    'empty',
    'nested forms',
    'invisible words',
  ],
  make: async () => {
    const file = rawFile();
    const font = file.add(HELVETICA);
    const fonts = `/Font << /F1 ${font} >>`;
    const label = (text: string) => `BT 0 g /F1 24 Tf 72 700 Td (${text}) Tj ET`;
    const tile = file.add({
      dict: '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 20 20] /XStep 20 /YStep 20 /Resources << >> /Matrix [1 0.3 0 1 5 5]',
      data: '0.8 0.2 0.2 rg 0 0 10 10 re f 0.2 0.2 0.8 rg 10 10 10 10 re f',
    });
    file.page(
      `${PAGE} /Resources << ${fonts} /Pattern << /P ${tile} >> >>`,
      `${label('tiling')} /Pattern cs /P scn 100 200 400 400 re f`,
    );
    const shading =
      '<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [100 0 500 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >> >>';
    file.page(
      `${PAGE} /Resources << ${fonts} /Shading << /S ${shading} >> >>`,
      `${label('shading')} q 100 200 400 400 re W n /S sh Q`,
    );
    const group = file.add({
      dict: '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Group << /S /Transparency /CS /DeviceGray >> /Resources << >>',
      data: '0.4 g 100 200 200 400 re f 1 g 300 200 200 400 re f',
    });
    file.page(
      `${PAGE} /Resources << ${fonts} /ExtGState << /G << /SMask << /S /Luminosity /G ${group} >> >> >> >>`,
      `${label('soft mask group')} q /G gs 0.1 0.6 0.3 rg 50 150 500 500 re f Q`,
    );
    file.page(
      `${PAGE} /Group << /S /Transparency /CS /DeviceRGB /K true >> /Resources << ${fonts} /ExtGState << /M << /BM /Multiply /ca 0.7 >> >> >>`,
      `${label('blend')} 1 1 0 rg 100 200 250 400 re f q /M gs 0 0.6 1 rg 250 250 250 300 re f Q`,
    );
    const glyph = file.add({ dict: '', data: '1000 0 0 0 750 750 d1 0 0 750 750 re f' });
    const three = file.add(
      `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /sq ${glyph} >> /Encoding << /Differences [97 /sq] >> /FirstChar 97 /LastChar 97 /Widths [1000] /Resources << >> >>`,
    );
    file.page(
      `${PAGE} /Resources << /Font << /F1 ${font} /F3 ${three} >> >>`,
      `${label('type three')} BT /F3 48 Tf 100 400 Td (aaa) Tj ET`,
    );
    const spot =
      '[/Separation /Spot /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0.8 0.6 0.1] /N 1 >>]';
    file.page(
      `${PAGE} /Resources << ${fonts} /ColorSpace << /C ${spot} >> >>`,
      `${label('separation')} /C cs 0.7 scn 100 200 400 400 re f`,
    );
    file.page(`${PAGE} /Resources << ${fonts} >>`, [
      'q 0.5 0 0 0.5 50 100 cm BT /F1 48 Tf 0 600 Td',
      '(cut inside a text) Tj ET Q 0 0 1 r',
      'g 100 100 50 50 re f',
    ]);
    file.page(
      `${PAGE} /Resources << ${fonts} >>`,
      `${label('left open')} q q 2 0 0 2 40 40 cm 1 0 0 rg q 0 0 100 100 re f BT /F1 9 Tf`,
    );
    file.page(`${PAGE} /Resources << >>`, '');
    const inner = file.add({
      dict: `/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [0.9 0.2 -0.2 0.9 10 10] /Resources << ${fonts} >>`,
      data: '0 0.5 0.2 rg 0 0 90 90 re f',
    });
    const outer = file.add({
      dict: `/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Resources << /XObject << /X ${inner} >> >>`,
      data: 'q 2 0 0 2 20 20 cm /X Do Q',
    });
    file.page(
      `${PAGE} /Resources << ${fonts} /XObject << /X ${outer} >> >>`,
      `${label('nested forms')} q 1 0 0 1 150 250 cm /X Do Q`,
    );
    file.page(
      `${PAGE} /Resources << ${fonts} >>`,
      `BT 3 Tr /F1 14 Tf 72 500 Td (invisible words) Tj ET 0.9 g 100 200 300 200 re f`,
    );
    return file.build();
  },
};
