// Plane geometry of pictures and pages: affine maps and boxes.

/** The map x' = a·x + c·y + e, y' = b·x + d·y + f. */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** An upright rectangle: left, top, width, height. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The map that scales both axes about the origin. */
export function scaling(sx: number, sy: number): Affine {
  return { a: sx, b: 0, c: 0, d: sy, e: 0, f: 0 };
}

/** The map that does `first`, then `second`. */
export function chain(first: Affine, second: Affine): Affine {
  return {
    a: second.a * first.a + second.c * first.b,
    b: second.b * first.a + second.d * first.b,
    c: second.a * first.c + second.c * first.d,
    d: second.b * first.c + second.d * first.d,
    e: second.a * first.e + second.c * first.f + second.e,
    f: second.b * first.e + second.d * first.f + second.f,
  };
}

/** The map that undoes `map`. Throws a RangeError when the map folds the plane onto a line. */
export function inverse(map: Affine): Affine {
  const determinant = map.a * map.d - map.b * map.c;
  if (Math.abs(determinant) < 1e-12) throw new RangeError('the map has no inverse');
  return {
    a: map.d / determinant,
    b: -map.b / determinant,
    c: -map.c / determinant,
    d: map.a / determinant,
    e: (map.c * map.f - map.d * map.e) / determinant,
    f: (map.b * map.e - map.a * map.f) / determinant,
  };
}

/** Where a point goes. */
export function mapPoint(map: Affine, point: Point): Point {
  return { x: map.a * point.x + map.c * point.y + map.e, y: map.b * point.x + map.d * point.y + map.f };
}

/** The upright rectangle around the four mapped corners of a box. */
export function mapBox(map: Affine, box: Box): Box {
  const corners = [
    mapPoint(map, box),
    mapPoint(map, { x: box.x + box.w, y: box.y }),
    mapPoint(map, { x: box.x, y: box.y + box.h }),
    mapPoint(map, { x: box.x + box.w, y: box.y + box.h }),
  ];
  const left = Math.min(...corners.map((corner) => corner.x));
  const top = Math.min(...corners.map((corner) => corner.y));
  const right = Math.max(...corners.map((corner) => corner.x));
  const bottom = Math.max(...corners.map((corner) => corner.y));
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** The part of a box that lies on a page of the given size. */
export function clipBox(box: Box, width: number, height: number): Box {
  const x = Math.min(Math.max(box.x, 0), width);
  const y = Math.min(Math.max(box.y, 0), height);
  return {
    x,
    y,
    w: Math.max(0, Math.min(box.x + box.w, width) - x),
    h: Math.max(0, Math.min(box.y + box.h, height) - y),
  };
}

/**
 * The map of a `width`×`height` picture turned clockwise by `degrees` onto a canvas that holds it whole, with the size of that canvas.
 * The centre of the picture goes to the centre of the canvas.
 */
export function turning(
  width: number,
  height: number,
  degrees: number,
): { readonly map: Affine; readonly width: number; readonly height: number } {
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.abs(degrees % 90) < 1e-9 ? Math.round(Math.cos(angle)) : Math.cos(angle);
  const sin = Math.abs(degrees % 90) < 1e-9 ? Math.round(Math.sin(angle)) : Math.sin(angle);
  const newWidth = Math.ceil(Math.abs(width * cos) + Math.abs(height * sin) - 1e-6);
  const newHeight = Math.ceil(Math.abs(width * sin) + Math.abs(height * cos) - 1e-6);
  return {
    map: {
      a: cos,
      b: sin,
      c: -sin,
      d: cos,
      e: newWidth / 2 - (cos * width) / 2 + (sin * height) / 2,
      f: newHeight / 2 - (sin * width) / 2 - (cos * height) / 2,
    },
    width: newWidth,
    height: newHeight,
  };
}
