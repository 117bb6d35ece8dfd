// The files of the built window and the headers they and the vault's assets are answered with, the same in every host.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** Only our own scripts run and nothing is fetched from anywhere else. Mantine sets inline styles, hence the one exception. */
const WINDOW_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'none'; frame-ancestors 'none'; frame-src 'none'; base-uri 'none'";

/** Headers of every answer that carries one of the window's own files. */
export const WINDOW_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': WINDOW_CSP,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Headers of an asset from the vault. An original may be anything a stranger made: it must not run in our origin. */
export function assetHeaders(
  asset: { readonly mediaType: string; readonly fileName?: string | undefined },
  isDownload: boolean,
): Record<string, string> {
  const name = asset.fileName === undefined ? '' : `; filename*=UTF-8''${encodeURIComponent(asset.fileName)}`;
  return {
    'content-type': asset.mediaType,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'content-disposition': `${isDownload ? 'attachment' : 'inline'}${name}`,
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
  };
}

/** Reads a file of the window by the path of its address; undefined when there is none. Nothing outside the folder can be reached. */
export async function readWindowFile(
  windowDir: string,
  pathname: string,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string } | undefined> {
  const name = decode(pathname === '/' ? '/index.html' : pathname);
  if (name === undefined) return undefined;
  const path = join(windowDir, normalize(name).replace(/^[/\\]+/, ''));
  const mediaType = TYPES[extname(path)];
  if (!path.startsWith(windowDir + sep) || mediaType === undefined) return undefined;
  try {
    return { bytes: new Uint8Array(await readFile(path)), mediaType };
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'EISDIR'))
      return undefined;
    throw cause;
  }
}

/** The name an address means; undefined for one no browser makes of a real name. */
function decode(pathname: string): string | undefined {
  if (/%(?![0-9a-f]{2})|%00/i.test(pathname)) return undefined;
  try {
    return decodeURIComponent(pathname);
  } catch (cause) {
    if (cause instanceof URIError) return undefined;
    throw cause;
  }
}
