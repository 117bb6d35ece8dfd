// Serves the built window to the browser.
import type { ServerResponse } from 'node:http';
import { readWindowFile, WINDOW_HEADERS } from './window-files.ts';

/** Answers a GET for a file of the window; 404 when there is none. */
export async function serveStatic(windowDir: string, pathname: string, response: ServerResponse): Promise<void> {
  const file = await readWindowFile(windowDir, pathname);
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    response.end('Not found.');
    return;
  }
  response.writeHead(200, { ...WINDOW_HEADERS, 'content-type': file.mediaType });
  response.end(file.bytes);
}
