// Rebuilds a vault and kills itself at its n-th sign of progress. Arguments: folder, n.
import { rebuildVault } from '../../../../electron/vault/rebuild/rebuild.ts';
import { PASSPHRASE } from '../vault-content.ts';

const [dir = '', step = '1'] = process.argv.slice(2);
let seen = 0;
await rebuildVault(
  dir,
  { passphrase: PASSPHRASE },
  {
    onProgress: () => {
      seen += 1;
      if (seen === Number(step)) process.kill(process.pid, 'SIGKILL');
    },
  },
);
