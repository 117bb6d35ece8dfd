// Who may talk to the browser host: the browser that used the one-time link, from our own page, by our own address.
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Gate {
  setPort(port: number): void;
  issueToken(token: string): void;
  /** The cookie to set when the token is the one that was issued; a token works once. */
  redeem(token: string): string | undefined;
  /** Refuses any other Host header: a page that rebinds its own name to 127.0.0.1 stays outside. */
  isOurHost(request: IncomingMessage): boolean;
  /** Anything that changes something must come from our own page. */
  isOurOrigin(request: IncomingMessage): boolean;
  hasSession(request: IncomingMessage): boolean;
}

const COOKIE = 'appeal-vault-session';

/** A gate for one session secret and at most one open one-time token. */
export function createGate(options: {
  readonly sessionSecret: string;
  readonly oneTimeToken: string | undefined;
  readonly onTokenUsed: () => void;
}): Gate {
  let token = options.oneTimeToken;
  let hosts: readonly string[] = [];
  return {
    setPort: (port) => {
      hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    },
    issueToken: (next) => {
      token = next;
    },
    redeem: (offered) => {
      if (token === undefined || !isEqual(offered, token)) return undefined;
      token = undefined;
      options.onTokenUsed();
      return `${COOKIE}=${options.sessionSecret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isOurHost: (request) => hosts.includes(request.headers.host ?? ''),
    isOurOrigin: (request) => {
      const { origin } = request.headers;
      const site = request.headers['sec-fetch-site'];
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
      if (request.method === 'GET' || request.method === 'HEAD')
        return origin === undefined || origin === `http://${request.headers.host}`;
      return origin === `http://${request.headers.host}`;
    },
    hasSession: (request) => isEqual(cookieOf(request), options.sessionSecret),
  };
}

function cookieOf(request: IncomingMessage): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
}

/** Constant-time comparison, so that the time of an answer tells nothing. */
function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
