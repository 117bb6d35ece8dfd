// The window's files: what is there is served with its type, nothing outside the folder can be reached.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assetHeaders, readWindowFile, WINDOW_HEADERS } from '../../../electron/hosts/window-files.ts';

let dir: string;
let window: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'appeal-vault-window-'));
  window = await mkdtemp(join(dir, 'window-'));
  await writeFile(join(window, 'index.html'), '<p>hello</p>');
  await writeFile(join(window, 'notes.secret'), 'no type');
  await writeFile(join(dir, 'outside.json'), '{}');
});
afterAll(() => rm(dir, { recursive: true }));

test('the root is the page', async () => {
  const file = await readWindowFile(window, '/');
  expect(file?.mediaType).toBe('text/html; charset=utf-8');
  expect(new TextDecoder().decode(file?.bytes)).toBe('<p>hello</p>');
});

test.each([
  '/../outside.json',
  '/%2e%2e/outside.json',
  '/..%2foutside.json',
  '/..%5coutside.json',
  '//etc/passwd',
  '/notes.secret',
  '/missing.js',
  '/%zz.js',
  '/%ff.js',
  '/index.html%00.js',
])('%s is not there', async (pathname) => {
  expect(await readWindowFile(window, pathname)).toBeUndefined();
});

test('the policy names no origin but our own and allows no evaluated code', () => {
  const policy = WINDOW_HEADERS['content-security-policy'] ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
});

test('an original can never run in our origin', () => {
  const headers = assetHeaders({ mediaType: 'text/html', fileName: 'Brief "ä".html' }, true);
  expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
  expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''Brief%20%22%C3%A4%22.html");
});
