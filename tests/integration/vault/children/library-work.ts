// A program whose crypto library has no cipher of age files, as that of the desktop's own Node.js: looks through a vault with its backup and makes another.
// Arguments: folder of the vault it is given, its recovery words, folder for the new one. Says what it found and made, as JSON.
import { writeSync } from 'node:fs';
import { fillVault, hashesOf } from '../two-ciphers.ts';

const [given = '', words = '', made = ''] = process.argv.slice(2);
writeSync(1, JSON.stringify({ found: await hashesOf(given, words), made: await fillVault(made) }));
