#!/usr/bin/env node
// The command `appeal-vault`: brings the right Node.js and hands over to electron/cli.ts.
import { join } from 'node:path';
import { ensureInstalled } from './house/install.mjs';
import { ROOT } from './house/paths.mjs';
import { runNode } from './house/run-program.mjs';

await ensureInstalled();
process.exitCode = await runNode([join(ROOT, 'electron', 'cli.ts'), ...process.argv.slice(2)], { cwd: process.cwd() });
