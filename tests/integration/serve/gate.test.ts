// The browser host's door: one-time link, Host and Origin, no CORS; and a lock that really ends the core process.
import { request as httpRequest } from 'node:http';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { expect, test } from 'vitest';
import type { Client } from '../../../shared/contract/contract.ts';
import { quickVault } from '../../helpers/kills/vaults.ts';
import { PASSPHRASE } from '../../helpers/passphrase.ts';
import { enter, startHost, type TestHost } from '../../helpers/serve.ts';

function clientOf(host: TestHost, cookie: string): Client {
  return createORPCClient(new RPCLink({ url: `${host.origin}/rpc`, headers: { cookie, origin: host.origin } }));
}

/** Status of a request with exactly these headers: fetch would not let us forge Host. */
function statusOf(
  host: TestHost,
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(host.origin);
    const request = httpRequest({ host: hostname, port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject).end();
  });
}

test('the one-time link works once, and nothing works without it', async () => {
  await using host = await startHost();
  expect(await statusOf(host, '/', {})).toBe(403);
  expect(await statusOf(host, '/rpc/vault/state', { origin: host.origin }, 'POST')).toBe(403);
  expect(await statusOf(host, `/?token=${'0'.repeat(64)}`, {})).toBe(403);
  const cookie = await enter(host.address);
  expect(await statusOf(host, new URL(host.address).search.replace('?', '/?'), {})).toBe(403);
  expect(await clientOf(host, cookie).vault.state({})).toMatchObject({ state: 'none', host: 'browser' });
  // Another link can be made in the terminal.
  expect(await enter(await host.nextAddress())).toBe(cookie);
});

test('foreign hosts and origins are refused, and no CORS header is ever sent', async () => {
  await using host = await startHost();
  const cookie = await enter(host.address);
  expect(await statusOf(host, '/', { cookie, host: 'attacker.example' })).toBe(421);
  expect(await statusOf(host, '/rpc/vault/state', { cookie, origin: 'http://attacker.example' }, 'POST')).toBe(403);
  expect(await statusOf(host, '/rpc/vault/state', { cookie }, 'POST')).toBe(403);
  expect(await statusOf(host, '/', { cookie, 'sec-fetch-site': 'cross-site' })).toBe(403);
  const backup = `/backups/${'0'.repeat(32)}`;
  for (const [path, method] of [
    ['/closed', 'POST'],
    ['/backups', 'POST'],
    [`${backup}/check`, 'POST'],
    [backup, 'GET'],
  ] as const) {
    expect(await statusOf(host, path, { origin: host.origin }, method), path).toBe(403);
    expect(await statusOf(host, path, { cookie, origin: 'http://attacker.example' }, method), path).toBe(403);
  }
  // Our own page may, and a backup that nobody made is not there.
  expect(await statusOf(host, '/closed', { cookie, origin: host.origin }, 'POST')).toBe(200);
  expect(await statusOf(host, backup, { cookie, origin: host.origin })).toBe(422);
  const response = await fetch(`${host.origin}/healthz`);
  expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  expect(await statusOf(host, '/..%2f..%2fpackage.json', { cookie })).toBe(404);
});

test('lock ends the core process; a fresh one answers at the same address and needs the passphrase', async () => {
  await using host = await startHost(async (dir) => void (await quickVault(dir)));
  const client = clientOf(host, await enter(host.address));
  await client.vault.unlock({ passphrase: PASSPHRASE });
  expect(await client.vault.state({})).toMatchObject({ state: 'unlocked' });
  const before = host.serving.corePid();
  await client.vault.lock({});
  await expect
    .poll(
      () =>
        host.serving.corePid() !== before &&
        fetch(`${host.origin}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(true);
  expect(() => process.kill(before ?? 0, 0)).toThrow();
  expect(await client.vault.state({})).toMatchObject({ state: 'locked' });
  await client.vault.unlock({ passphrase: PASSPHRASE });
  expect(await client.documents.list({})).toEqual([]);
});
