// The browser host's doors for backups: one to save, one to hand the saved file back for its check, one to hand a file over for a restore. All are streamed.
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { BackupTransfers } from '../core/backup-transfers.ts';
import { assetHeaders } from './window-files.ts';

const OFFER = /^\/backups\/([0-9a-f]{32})$/;
const CHECK = /^\/backups\/([0-9a-f]{32})\/check$/;

/** Answers a request for one of these doors; false for any other address. Throws catalogue errors. */
export async function answerBackups(
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
  transfers: BackupTransfers,
): Promise<boolean> {
  const offered = OFFER.exec(pathname)?.[1];
  if (offered !== undefined && request.method === 'GET') {
    const { path, fileName, byteLength } = transfers.offered(offered);
    const headers = assetHeaders({ mediaType: 'application/octet-stream', fileName }, true);
    response.writeHead(200, { ...headers, 'content-length': byteLength });
    // A browser that stops the download closes the connection: nothing to tell anybody.
    await pipeline(createReadStream(path), response).catch(() => response.destroy());
    return true;
  }
  const checked = CHECK.exec(pathname)?.[1];
  if (checked !== undefined && request.method === 'POST') {
    // An answer that comes before the whole file did would break the connection, and be lost.
    await transfers.check(checked, request).finally(() => request.resume());
    sendJson(response, {});
    return true;
  }
  if (pathname === '/backups' && request.method === 'POST') {
    sendJson(response, { uploadId: await transfers.receive(request).finally(() => request.resume()) });
    return true;
  }
  return false;
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(value));
}
