// The app's own scheme: the files of the built window, and below /assets/ bytes of the vault, which only the core can decrypt.
import { protocol, type Session } from 'electron';
import { parseAssetPath } from '../../shared/contract/assets.ts';
import { AppError } from '../../shared/errors.ts';
import { assetHeaders, readWindowFile, WINDOW_HEADERS } from '../hosts/window-files.ts';
import type { CoreHost } from './core-host.ts';
import { WINDOW_DIR } from './paths.ts';
import { APP_ORIGIN, APP_SCHEME } from './security.ts';

/** Below this path lie the vault's bytes; the window's built files share it and can't be confused with them. */
const ASSETS = '/assets/';

/** Must run before Electron is ready. No CSP bypass, no service workers, no code cache. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Answers the scheme in the window's session. */
export function serveScheme(own: Session, host: () => CoreHost): void {
  own.protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return notFound();
    if (request.method !== 'GET') return new Response(null, { status: 405, headers: WINDOW_HEADERS });
    const path = url.pathname.startsWith(ASSETS) ? url.pathname.slice(ASSETS.length) : '';
    return parseAssetPath(path) === undefined ? windowFile(url.pathname) : asset(path, host());
  });
}

async function windowFile(pathname: string): Promise<Response> {
  // A screen's address has no ending: the window itself knows what to show there.
  const isScreen = !pathname.startsWith(ASSETS) && !/\.\w+$/.test(pathname);
  const file = await readWindowFile(WINDOW_DIR, isScreen ? '/' : pathname);
  if (file === undefined) return notFound();
  return new Response(file.bytes, { headers: { ...WINDOW_HEADERS, 'content-type': file.mediaType } });
}

async function asset(path: string, host: CoreHost): Promise<Response> {
  try {
    const found = await host.asset(path);
    // Copied into a buffer of its own kind: what arrives by message may sit in a larger one.
    return new Response(new Uint8Array(found.bytes), { headers: assetHeaders(found, false) });
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    const status = cause.code.endsWith('-not-found') ? 404 : cause.code === 'vault-locked' ? 423 : 422;
    return Response.json({ code: cause.code, details: cause.details }, { status, headers: WINDOW_HEADERS });
  }
}

function notFound(): Response {
  return new Response('Not found.', {
    status: 404,
    headers: { ...WINDOW_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  });
}
