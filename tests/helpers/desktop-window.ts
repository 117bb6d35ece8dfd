// Talks to the core from inside the desktop window, through the same bridge and wire the window itself uses.
import type { Page } from 'playwright-core';

/** An error of the catalogue as it arrives on the wire. */
export interface WireError {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Calls the contract over a fresh port. Throws an Error whose message is the catalogue's code. */
export async function callFrom<T>(page: Page, path: string, input: Readonly<Record<string, unknown>>): Promise<T> {
  const outcome = await page.evaluate(exchange, { path, input });
  if (outcome.error !== undefined) throw new Error(outcome.error.code);
  return outcome.value as T; // the contract's output schema has checked it in the core
}

/** Runs in the page. One request and its answer, in oRPC's message format (`i` id, `u` path, `b` body, `s` status). */
async function exchange(request: {
  readonly path: string;
  readonly input: Readonly<Record<string, unknown>>;
}): Promise<{ readonly value?: unknown; readonly error?: WireError }> {
  const { host } = globalThis as unknown as { host: { connect(): void } }; // put there by the preload script
  const port = await new Promise<MessagePort>((resolve) => {
    const take = (event: MessageEvent) => {
      const [arrived] = event.ports;
      if (event.data !== 'appeal-vault:port' || arrived === undefined) return;
      removeEventListener('message', take);
      resolve(arrived);
    };
    addEventListener('message', take);
    host.connect();
  });
  // While the window itself is connecting, this may be the very port it took: the answer is known by an id no other caller uses.
  const id = `test-${crypto.randomUUID()}`;
  const answer = await new Promise<{ p: { s?: number; b: { json: unknown } } }>((resolve) => {
    port.addEventListener('message', (event) => {
      const message = JSON.parse(event.data);
      if (message.i === id) resolve(message);
    });
    port.start();
    port.postMessage(JSON.stringify({ i: id, p: { u: `/${request.path}`, b: { json: request.input } } }));
  });
  const { json } = answer.p.b;
  if ((answer.p.s ?? 200) < 400) return { value: json };
  const { data, code } = json as { code: string; data?: WireError }; // the shape of every error on the wire
  return { error: data ?? { code, details: {} } };
}
