// How far a page was tilted when it was scanned or photographed.
import { type Grey, shrinkGrey } from './grey.ts';

const COARSE_STEP = 0.5;
const FINE_STEP = 0.05;
const MOST_DEGREES = 5;
const INK_BELOW = 150;
const SEARCH_WIDTH = 850;

/**
 * Degrees (clockwise positive, −5 to 5) by which the lines of an evened-out page fall to the right: turning the page by the negative of it makes them level.
 * Shear projection: for each candidate angle the ink is projected along the lines; level lines give the sharpest profile. 0 for a page with hardly any ink.
 */
export function findSkew(page: Grey): number {
  const small = shrinkGrey(page, Math.max(1, Math.floor(page.width / SEARCH_WIDTH)));
  const ink = inkPoints(small);
  if (ink.x.length < 200) return 0;
  const coarse = best(ink, small, -MOST_DEGREES, MOST_DEGREES, COARSE_STEP);
  const fine = best(ink, small, coarse - COARSE_STEP, coarse + COARSE_STEP, FINE_STEP);
  return Math.abs(fine) > MOST_DEGREES - 1e-9 ? 0 : Math.round(fine / FINE_STEP) * FINE_STEP;
}

interface Ink {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Ink pixels with paper below them: the lower edges of strokes, which line up on baselines, without filling from dark areas. */
function inkPoints(image: Grey): Ink {
  const { pixels, width, height } = image;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y + 1 < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (pixels[at]! >= INK_BELOW || pixels[at + width]! < INK_BELOW) continue;
      xs.push(x - width / 2);
      ys.push(y);
    }
  }
  return { x: Float32Array.from(xs), y: Float32Array.from(ys) };
}

function best(ink: Ink, image: Grey, from: number, to: number, step: number): number {
  let bestAngle = 0;
  let bestScore = -1;
  const steps = Math.round((to - from) / step);
  for (let i = 0; i <= steps; i += 1) {
    const angle = from + i * step;
    const score = sharpness(ink, image, angle);
    if (score > bestScore || (score === bestScore && Math.abs(angle) < Math.abs(bestAngle))) {
      bestScore = score;
      bestAngle = angle;
    }
  }
  return bestAngle;
}

function sharpness(ink: Ink, image: Grey, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const margin = Math.ceil((Math.abs(slope) * image.width) / 2) + 2;
  const profile = new Float64Array(image.height + 2 * margin);
  for (let i = 0; i < ink.x.length; i += 1) {
    // Shared between the two nearest rows, so that the score is smooth in the angle.
    const row = ink.y[i]! - ink.x[i]! * slope + margin;
    const floor = Math.floor(row);
    const share = row - floor;
    profile[floor]! += 1 - share;
    profile[floor + 1]! += share;
  }
  let sum = 0;
  for (const value of profile) sum += value * value;
  return sum;
}
