// The browser host's door: the core on 127.0.0.1, for one browser that holds the one-time link. No CORS, Host and Origin checked.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { RPCHandler } from '@orpc/server/node';
import { parseAssetPath } from '../../shared/contract/assets.ts';
import { AppError, sentenceOf } from '../../shared/errors.ts';
import type { Core } from '../core/core.ts';
import { toAppError } from '../core/to-app-error.ts';
import { MAX_FILE_BYTES } from '../readers/limits.ts';
import { answerBackups } from './backup-doors.ts';
import { createGate, type Gate } from './gate.ts';
import { serveStatic } from './static.ts';
import { assetHeaders } from './window-files.ts';

export interface HttpHostOptions {
  readonly core: Core;
  /** Folder of the built window. */
  readonly windowDir: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Secret of the session cookie; it survives a lock, so that the window can come back. */
  readonly sessionSecret: string;
  /** The token of the one-time link; undefined once it has been used. */
  readonly oneTimeToken: string | undefined;
  /** Called when the one-time link was used. */
  readonly onTokenUsed: () => void;
  /** Called when a window says that it is being closed or loaded anew. */
  readonly onWindowClosed?: () => void;
}

export interface HttpHost {
  readonly port: number;
  /** Makes another one-time link valid. */
  issueToken(token: string): void;
  close(): Promise<void>;
}

/** Starts listening on 127.0.0.1 only. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const rpc = new RPCHandler(options.core.router);
  const gate = createGate(options);
  const server = createServer((request, response) => {
    answer(request, response, { ...options, rpc, gate }).catch((cause) => sendError(response, toAppError(cause)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const port = portOf(server);
  gate.setPort(port);
  return {
    port,
    issueToken: (token) => gate.issueToken(token),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Vault bytes and the window's own built files share this prefix; their paths can't be confused. */
const ASSETS = '/assets/';

interface Doors extends HttpHostOptions {
  readonly rpc: RPCHandler<Record<never, never>>;
  readonly gate: Gate;
}

async function answer(request: IncomingMessage, response: ServerResponse, doors: Doors): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (!doors.gate.isOurHost(request)) return send(response, 421, 'text/plain', 'Unknown host.');
  if (url.pathname === '/healthz') return send(response, 200, 'text/plain', 'ok');
  if (url.pathname === '/' && url.searchParams.has('token')) return enter(url, response, doors.gate);
  if (!doors.gate.hasSession(request)) return send(response, 403, 'text/plain', sentenceOf('host-refused'));
  if (!doors.gate.isOurOrigin(request)) return send(response, 403, 'text/plain', sentenceOf('host-refused'));
  if (url.pathname.startsWith('/rpc/')) {
    const { matched } = await doors.rpc.handle(request, response, { prefix: '/rpc' });
    if (!matched) send(response, 404, 'text/plain', 'Not found.');
    return;
  }
  if (url.pathname === '/files' && request.method === 'POST') return receiveFile(request, response, doors.core);
  if (url.pathname === '/closed' && request.method === 'POST') {
    doors.onWindowClosed?.();
    return send(response, 200, 'text/plain', '');
  }
  if (await answerBackups(url.pathname, request, response, doors.core.transfers)) return;
  if (request.method !== 'GET') return send(response, 405, 'text/plain', 'Not allowed.');
  const assetPath = url.pathname.startsWith(ASSETS) ? url.pathname.slice(ASSETS.length) : '';
  if (parseAssetPath(assetPath) !== undefined)
    return sendAsset(assetPath, url.searchParams.has('download'), response, doors.core);
  return serveStatic(doors.windowDir, url.pathname, response);
}

/** The one-time link: sets the session cookie and drops the token from the address bar. */
function enter(url: URL, response: ServerResponse, gate: Gate): void {
  const cookie = gate.redeem(url.searchParams.get('token') ?? '');
  if (cookie === undefined) return send(response, 403, 'text/plain', sentenceOf('host-refused'));
  response.writeHead(303, { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' });
  response.end();
}

async function receiveFile(request: IncomingMessage, response: ServerResponse, core: Core): Promise<void> {
  const fileName = decodeURIComponent(String(request.headers['x-file-name'] ?? 'unnamed')).slice(0, 255);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MAX_FILE_BYTES)
      throw new AppError('file-too-large', { details: { limitMb: MAX_FILE_BYTES / 1024 / 1024 } });
    pieces.push(piece);
  }
  const token = core.addFile({ kind: 'bytes', fileName, bytes: new Uint8Array(Buffer.concat(pieces)) });
  send(response, 200, 'application/json', JSON.stringify({ token }));
}

async function sendAsset(path: string, isDownload: boolean, response: ServerResponse, core: Core): Promise<void> {
  const asset = await core.asset(path);
  response.writeHead(200, { ...assetHeaders(asset, isDownload), 'content-length': asset.bytes.byteLength });
  response.end(asset.bytes);
}

function sendError(response: ServerResponse, error: AppError): void {
  if (response.headersSent) return void response.destroy();
  const status = error.code.endsWith('-not-found') ? 404 : error.code === 'vault-locked' ? 423 : 422;
  send(response, status, 'application/json', JSON.stringify({ code: error.code, details: error.details }));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new AppError('internal', { details: { reference: 'port' } });
  return address.port;
}
