// The browser host: calls by fetch to /rpc, files by POST /files, bytes from /assets.
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { Client } from '../../shared/contract/contract.ts';
import { MAX_FILE_BYTES } from '../../shared/contract/limits.ts';
import { AppError } from '../../shared/errors.ts';
import type { FileToken } from '../../shared/ids.ts';
import { fromBody, fromWire, HostLostError, isHostLost, sentenceFor } from './errors.ts';
import type { Host, UploadedFile } from './host.ts';

/** How often a fresh core is looked for after a lock, in milliseconds. */
const LOOK_AGAIN_MS = 150;
/** When nobody was seen missing for so long, the exchange was too quick to be seen, in milliseconds. */
const SURELY_FRESH_MS = 4000;

/** The host behind the page's own address. */
export function createHttpHost(): Host {
  const link = new RPCLink({
    url: `${location.origin}/rpc`,
    fetch: (request, init) => reach(request, { ...init, credentials: 'same-origin' }),
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (cause) {
          throw fromWire(cause);
        }
      },
    ],
  });
  const client: Client = createORPCClient(link);
  return {
    kind: 'browser',
    client,
    assetUrl: (path) => `/assets/${path}`,
    downloadUrl: (path) => `/assets/${path}?download`,
    upload: async (files, onProgress) => {
      const uploaded: UploadedFile[] = [];
      for (const file of files) {
        onProgress(uploaded.length, files.length);
        uploaded.push(await uploadOne(file));
      }
      return uploaded;
    },
    onMenu: () => () => undefined,
    onLeave: () => () => undefined,
    backups: {
      saveUrl: (downloadId) => `/backups/${downloadId}`,
      check: async (downloadId, file) => void (await sendFile(`/backups/${downloadId}/check`, file)),
      // The host's own answer; the name is checked by the core when it is used.
      handOver: async (file, signal) => ((await sendFile('/backups', file, signal)) as { uploadId: string }).uploadId,
    },
    waitForFreshCore: () => waitForFreshCore(client),
  };
}

/** Fetches; a host that can't be reached or refuses this window is lost. */
async function reach(request: Request | string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(request, init);
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'AbortError') throw cause;
    throw new HostLostError('The host does not answer.', { cause });
  }
  if (response.status === 403) throw new HostLostError('The host refused this window.');
  return response;
}

/** Streams a backup to the host and gives its answer. Throws catalogue errors; a file that can't be read is file-unreadable. */
async function sendFile(address: string, file: File, signal?: AbortSignal): Promise<unknown> {
  let response: Response;
  try {
    response = await reach(address, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
      ...(signal && { signal }),
    });
  } catch (cause) {
    if (signal?.aborted) throw new AppError('cancelled', { cause });
    await reach('/healthz', {});
    throw new AppError('file-unreadable', { cause });
  }
  const body: unknown = await response.json();
  if (!response.ok) throw fromBody(body);
  return body;
}

/** One file that can't be taken never spoils the others: it comes back with its sentence. Throws only when the host is lost. */
async function uploadOne(file: File): Promise<UploadedFile> {
  const refused = (error: AppError): UploadedFile => ({ fileName: file.name, sentence: error.message });
  if (file.size > MAX_FILE_BYTES)
    return refused(new AppError('file-too-large', { details: { limitMb: MAX_FILE_BYTES / 1024 / 1024 } }));
  let response: Response;
  try {
    response = await reach('/files', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      body: file,
    });
  } catch (cause) {
    // The same failure tells of a host that is gone and of a file that was moved since it was dropped.
    await reach('/healthz', {});
    return refused(new AppError('file-unreadable', { cause }));
  }
  const body: unknown = await response.json();
  if (!response.ok) return { fileName: file.name, sentence: sentenceFor(fromBody(body)) };
  // The host's own answer to an upload it took; the token's form is checked by the core when it is used.
  return { fileName: file.name, token: (body as { token: FileToken }).token };
}

/** The old core answers for a moment longer, so a fresh one is known by the gap before it, when nobody answers. */
async function waitForFreshCore(client: Client): Promise<void> {
  const since = performance.now();
  let wasGone = false;
  for (;;) {
    try {
      const { state } = await client.vault.state({});
      if (state !== 'unlocked' && (wasGone || performance.now() - since > SURELY_FRESH_MS)) return;
    } catch (cause) {
      if (!isHostLost(cause)) throw cause;
      wasGone = true;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
