// Forms, annotations and layers: what a viewer draws over a page must stay on it, what it hides must stay hidden.
import { HELVETICA, rawFile } from './raw-pdf.ts';
import type { Torture } from './torture.ts';

const PAGE = '/MediaBox [0 0 612 792]';

/** Annotations with their looks drawn by whoever made them. */
export const drawnAnnotations: Torture = {
  name: 'annotations with looks of their own',
  pages: ['stamp matrix', 'highlight multiply', 'states', 'print only'],
  never: ['hiddennote', 'noviewnote', 'popupnote'],
  make: async () => {
    const file = rawFile();
    const font = file.add(HELVETICA);
    const look = (data: string, more = '', box = '0 0 100 40') =>
      file.add({
        dict: `/Type /XObject /Subtype /Form /BBox [${box}] /Resources << /Font << /F1 ${font} >> >> ${more}`,
        data,
      });
    const page = (label: string, annotations: readonly string[], turn = 0) =>
      file.page(
        `${PAGE} /Rotate ${turn} /Resources << /Font << /F1 ${font} >> >> /Annots [${annotations.map((each) => file.add(`<< /Type /Annot ${each} >>`)).join(' ')}]`,
        `BT /F1 24 Tf 72 500 Td (${label}) Tj ET`,
      );
    const green = look('0.1 0.6 0.2 rg 0 0 100 40 re f 1 g BT /F1 12 Tf 8 14 Td (PAID STAMP) Tj ET');
    const turned = look('0.6 0.1 0.2 rg 0 0 100 40 re f 1 g 10 10 30 10 re f', '/Matrix [0 1 -1 0 0 0]');
    page('stamp matrix', [
      `/Subtype /Stamp /F 4 /Rect [100 600 350 700] /AP << /N ${green} >>`,
      `/Subtype /Stamp /F 4 /Rect [400 560 470 720] /AP << /N ${turned} >>`,
      `/Subtype /Stamp /F 2 /Rect [100 300 350 400] /AP << /N ${look('BT /F1 12 Tf 8 14 Td (hiddennote) Tj ET')} >>`,
      `/Subtype /Stamp /F 32 /Rect [100 200 350 300] /AP << /N ${look('BT /F1 12 Tf 8 14 Td (noviewnote) Tj ET')} >>`,
      '/Subtype /Popup /Rect [300 300 400 400] /Contents (popupnote) /Open true',
    ]);
    const multiply = file.add({
      dict: '/Type /XObject /Subtype /Form /BBox [0 0 200 30] /Group << /S /Transparency >> /Resources << /ExtGState << /M << /BM /Multiply >> >> >>',
      data: '/M gs 1 0.9 0.2 rg 0 0 200 30 re f',
    });
    page(
      'highlight multiply',
      [
        `/Subtype /Highlight /F 4 /Rect [70 494 270 524] /QuadPoints [70 524 270 524 70 494 270 494] /C [1 0.9 0.2] /AP << /N ${multiply} >>`,
      ],
      90,
    );
    const on = look('0 g 2 w 5 5 30 30 re S 5 5 m 35 35 l S', '', '0 0 40 40');
    const off = look('0 g 2 w 5 5 30 30 re S', '', '0 0 40 40');
    page('states', [
      `/Subtype /Widget /FT /Btn /T (a) /F 4 /Rect [100 600 140 640] /AS /Yes /V /Yes /AP << /N << /Yes ${on} /Off ${off} >> >>`,
      `/Subtype /Widget /FT /Btn /T (b) /F 4 /Rect [200 600 240 640] /AS /Off /AP << /N << /Yes ${on} /Off ${off} >> >>`,
    ]);
    page(
      'print only',
      [`/Subtype /Stamp /F 4 /Rect [100 600 350 700] /AP << /N ${green} /R ${turned} /D ${turned} >>`],
      180,
    );
    return file.build();
  },
};

/** Annotations that leave their looks to the viewer. */
export const plainAnnotations: Torture = {
  name: 'annotations whose looks the viewer makes up',
  pages: [
    'highlight',
    'underline and strike',
    'square and circle',
    'line and ink',
    'polygon',
    'link border',
    'typed text',
  ],
  madeUp: ['underline and strike', 'typed text'],
  make: async () => {
    const file = rawFile();
    const font = file.add(HELVETICA);
    const page = (label: string, annotations: readonly string[]) =>
      file.page(
        `${PAGE} /Resources << /Font << /F1 ${font} >> >> /Annots [${annotations.map((each) => file.add(`<< /Type /Annot /F 4 ${each} >>`)).join(' ')}]`,
        `BT /F1 24 Tf 72 500 Td (${label}) Tj ET`,
      );
    const quad = '/Rect [70 494 270 524] /QuadPoints [70 524 270 524 70 494 270 494]';
    page('highlight', [`/Subtype /Highlight ${quad} /C [1 0.9 0.2]`]);
    page('underline and strike', [
      `/Subtype /Underline ${quad} /C [0 0.5 0]`,
      `/Subtype /StrikeOut /Rect [70 400 270 430] /QuadPoints [70 430 270 430 70 400 270 400] /C [1 0 0]`,
    ]);
    page('square and circle', [
      '/Subtype /Square /Rect [100 550 300 680] /C [0.8 0 0] /IC [1 0.9 0.9] /BS << /W 4 >>',
      '/Subtype /Circle /Rect [320 550 520 680] /C [0 0 0.8] /BS << /W 3 >>',
    ]);
    page('line and ink', [
      '/Subtype /Line /Rect [90 590 510 710] /L [100 600 500 700] /C [0 0.4 0.8] /BS << /W 3 >>',
      '/Subtype /Ink /Rect [90 300 510 460] /InkList [[100 310 200 450 300 320 400 440 500 320]] /C [0.7 0 0.5] /BS << /W 4 >>',
    ]);
    page('polygon', [
      '/Subtype /Polygon /Rect [90 550 400 710] /Vertices [100 560 390 580 250 700] /C [0 0.5 0.3] /IC [0.9 1 0.9] /BS << /W 2 >>',
      '/Subtype /PolyLine /Rect [90 300 510 460] /Vertices [100 310 200 450 300 320] /C [0.2 0.2 0.2] /BS << /W 2 >>',
    ]);
    page('link border', [
      '/Subtype /Link /Rect [70 494 270 524] /Border [0 0 2] /C [0 0 1] /A << /S /URI /URI (https://example.test/) >>',
    ]);
    page('typed text', [
      '/Subtype /FreeText /Rect [100 600 400 640] /DA (/Helv 14 Tf 0.7 0 0 rg) /Contents (typed by hand)',
    ]);
    return file.build();
  },
};

/** Layers: shown, hidden, by membership, by state; on contents, on forms, on annotations. */
export const layers: Torture = {
  name: 'layers',
  pages: ['hidden layer', 'membership', 'layer on a form', 'layer on an annotation'],
  make: async () => {
    const file = rawFile();
    const font = file.add(HELVETICA);
    const shown = file.add('<< /Type /OCG /Name (Shown) >>');
    const hidden = file.add('<< /Type /OCG /Name (Hidden) >>');
    const both = (policy: string) => file.add(`<< /Type /OCMD /OCGs [${shown} ${hidden}] /P /${policy} >>`);
    const label = (text: string) => `BT 0 g /F1 24 Tf 72 700 Td (${text}) Tj ET`;
    const resources = (more: string) => `${PAGE} /Resources << /Font << /F1 ${font} >> ${more} >>`;
    file.page(
      resources(`/Properties << /A ${shown} /B ${hidden} >>`),
      `${label('hidden layer')} /OC /A BDC 0 0 1 rg 100 400 200 200 re f EMC /OC /B BDC 1 0 0 rg 300 300 200 200 re f EMC`,
    );
    file.page(
      resources(`/Properties << /A ${both('AnyOn')} /B ${both('AllOn')} /C ${both('AnyOff')} /D ${both('AllOff')} >>`),
      `${label('membership')} /OC /A BDC 0 0 1 rg 50 400 100 100 re f EMC /OC /B BDC 1 0 0 rg 150 400 100 100 re f EMC /OC /C BDC 0 1 0 rg 250 400 100 100 re f EMC /OC /D BDC 0 1 1 rg 350 400 100 100 re f EMC`,
    );
    const form = (layer: string) =>
      file.add({
        dict: `/Type /XObject /Subtype /Form /BBox [0 0 100 100] /OC ${layer} /Resources << >>`,
        data: '0 0.5 0 rg 0 0 100 100 re f',
      });
    file.page(
      resources(`/XObject << /X ${form(shown)} /Y ${form(hidden)} >>`),
      `${label('layer on a form')} q 1 0 0 1 100 400 cm /X Do Q q 1 0 0 1 300 400 cm /Y Do Q`,
    );
    const look = file.add({
      dict: '/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << >>',
      data: '0.5 0 0.5 rg 0 0 100 100 re f',
    });
    const notes = [shown, hidden].map((layer, at) =>
      file.add(
        `<< /Type /Annot /Subtype /Stamp /F 4 /Rect [${100 + at * 200} 400 ${200 + at * 200} 500] /OC ${layer} /AP << /N ${look} >> >>`,
      ),
    );
    file.page(`${resources('')} /Annots [${notes.join(' ')}]`, label('layer on an annotation'));
    return file.build({
      catalog: `/OCProperties << /OCGs [${shown} ${hidden}] /D << /BaseState /OFF /ON [${shown}] /Order [${shown} ${hidden}] >> >>`,
    });
  },
};

/** A form filled in with and without drawn values, turned fields, and what a form must never bring along. */
export const form: Torture = {
  name: 'a filled form',
  pages: ['fields', 'turned page'],
  never: ['secretscript', 'secretvalue'],
  madeUp: ['fields'],
  make: async () => {
    const file = rawFile();
    const font = file.add(HELVETICA);
    const fields: string[] = [];
    const widget = (entries: string) => {
      const ref = file.add(`<< /Type /Annot /Subtype /Widget /F 4 ${entries} >>`);
      fields.push(ref);
      return ref;
    };
    const drawn = (text: string, w: number) =>
      file.add({
        dict: `/Type /XObject /Subtype /Form /BBox [0 0 ${w} 24] /Resources << /Font << /Helv ${font} >> >>`,
        data: `/Tx BMC q BT /Helv 12 Tf 0 g 2 7 Td (${text}) Tj ET Q EMC`,
      });
    const first = [
      widget(
        `/FT /Tx /T (name) /V (Rowan Drawn) /DA (/Helv 12 Tf 0 g) /Rect [72 600 300 624] /AP << /N ${drawn('Rowan Drawn', 228)} >>`,
      ),
      widget('/FT /Tx /T (town) /V (Undrawn Town) /DA (/Helv 12 Tf 0 g) /Rect [72 550 300 574]'),
      widget('/FT /Tx /T (hidden) /V (secretvalue) /DA (/Helv 12 Tf 0 g) /Rect [72 500 300 524] /F 2'),
      widget(
        `/FT /Ch /T (choice) /Ff 131072 /Opt [(One) (Two)] /V (Two) /DA (/Helv 12 Tf 0 g) /Rect [72 450 300 474] /AP << /N ${drawn('Two', 228)} >>`,
      ),
    ];
    file.page(
      `${PAGE} /Resources << /Font << /F1 ${font} >> >> /Annots [${first.join(' ')}]`,
      'BT /F1 24 Tf 72 700 Td (fields) Tj ET',
    );
    const second = [
      widget(
        `/FT /Tx /T (side) /V (Sideways) /MK << /R 90 >> /DA (/Helv 12 Tf 0 g) /Rect [400 300 424 528] /AP << /N ${file.add(
          {
            dict: `/Type /XObject /Subtype /Form /BBox [0 0 228 24] /Matrix [0 1 -1 0 24 0] /Resources << /Font << /Helv ${font} >> >>`,
            data: '/Tx BMC q BT /Helv 12 Tf 0 g 2 7 Td (Sideways) Tj ET Q EMC',
          },
        )} >>`,
      ),
    ];
    file.page(
      `${PAGE} /Rotate 90 /Resources << /Font << /F1 ${font} >> >> /Annots [${second.join(' ')}]`,
      'BT /F1 24 Tf 72 700 Td (turned page) Tj ET',
    );
    const script = file.add('<< /S /JavaScript /JS (secretscript) >>');
    return file.build({
      catalog: `/OpenAction ${script} /AcroForm << /Fields [${fields.join(' ')}] /DR << /Font << /Helv ${font} >> >> /DA (/Helv 12 Tf 0 g) >>`,
    });
  },
};
