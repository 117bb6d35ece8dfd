// Pages of every turn, box, unit and size a scanner, a phone or a CAD program has ever written.
import { HELVETICA, rawFile } from './raw-pdf.ts';
import type { Torture } from './torture.ts';

/** Marks that tell corners and directions apart, inside a box. */
function marks(x: number, y: number, w: number, h: number, label: string): string {
  const s = Math.min(w, h) / 612;
  return [
    `0.9 0.3 0.2 rg ${x + 0.03 * w} ${y + h * 0.88} ${w * 0.2} ${h * 0.08} re f`,
    `0.2 0.5 0.9 rg ${x + w * 0.85} ${y + h * 0.4} ${w * 0.1} ${h * 0.25} re f`,
    `0 g BT /F1 ${30 * s} Tf ${x + w * 0.1} ${y + h * 0.5} Td (${label}) Tj ET`,
  ].join('\n');
}

interface Shape {
  readonly label: string;
  readonly entries: string;
  /** What of the page is seen, in its own coordinates. */
  readonly seen: readonly [number, number, number, number];
}

const box = (label: string, entries: string, ...seen: [number, number, number, number]): Shape => ({
  label,
  entries,
  seen,
});

const SHAPES: readonly Shape[] = [
  ...[0, 90, 180, 270, -90, 450, -630].map((turn) =>
    box(`turned ${turn}`, `/MediaBox [0 0 612 792] /Rotate ${turn}`, 0, 0, 612, 792),
  ),
  box('corners reversed', '/MediaBox [612 792 0 0]', 0, 0, 612, 792),
  box('offset', '/MediaBox [-300 -400 312 392]', -300, -400, 612, 792),
  box('offset far', '/MediaBox [10000 20000 10612 20792] /Rotate 90', 10000, 20000, 612, 792),
  box('cropped', '/MediaBox [0 0 700 900] /CropBox [50 60 600 800]', 50, 60, 550, 740),
  box('cropped beyond', '/MediaBox [0 0 612 792] /CropBox [-50 -30 700 1000] /Rotate 270', 0, 0, 612, 792),
  box('other boxes', '/MediaBox [0 0 612 792] /TrimBox [90 90 400 400] /ArtBox [100 100 200 200]', 0, 0, 612, 792),
  box('user unit', '/MediaBox [0 0 306 396] /UserUnit 2', 0, 0, 306, 396),
  box('user unit turned', '/MediaBox [10 10 316 406] /UserUnit 2.5 /Rotate 90', 10, 10, 306, 396),
  box('largest', '/MediaBox [0 0 14400 14400]', 0, 0, 14400, 14400),
  box('wide', '/MediaBox [0 0 14400 612]', 0, 0, 14400, 612),
  box('card', '/MediaBox [0 0 243 153]', 0, 0, 243, 153),
  box('fractions', '/MediaBox [0.5 0.25 595.276 841.89]', 0.5, 0.25, 594.776, 841.64),
];

/** One page of each geometry. */
export const geometries: Torture = {
  name: 'turns, boxes, units and sizes',
  pages: SHAPES.map(({ label }) => label),
  make: async () => {
    const file = rawFile();
    const font = file.add(HELVETICA);
    for (const { label, entries, seen } of SHAPES) {
      file.page(`${entries} /Resources << /Font << /F1 ${font} >> >>`, marks(...seen, label));
    }
    return file.build();
  },
};

/** Size, turn, crop and resources handed down by the page tree. */
export const inherited: Torture = {
  name: 'entries inherited from the page tree',
  pages: ['inherited all', 'own turn', 'no resources'],
  make: async () => {
    const file = rawFile();
    const font = file.add(HELVETICA);
    file.page('', marks(30, 40, 500, 700, 'inherited all'));
    file.page('/Rotate 0', marks(30, 40, 500, 700, 'own turn'));
    file.page('/Resources << >>', marks(30, 40, 500, 700, '').replace(/BT.*ET/, ''));
    return file.build({
      pages: `/MediaBox [0 0 612 792] /CropBox [30 40 530 740] /Rotate 90 /Resources << /Font << /F1 ${font} >> >>`,
    });
  },
};
