// Opens the vault, by passphrase or by recovery words.
import { useState } from 'react';
import type { VaultState } from '../../../shared/contract/vault.ts';
import { FrontPage } from '../../parts/front-page.tsx';
import { ByPassphrase } from './by-passphrase.tsx';
import { ByWords } from './by-words.tsx';

interface UnlockScreenProps {
  readonly vault: VaultState;
  readonly onOpen: () => void;
}

/** Two ways in; there is no third. */
export function UnlockScreen({ vault, onOpen }: UnlockScreenProps) {
  const [way, setWay] = useState<'passphrase' | 'words'>('passphrase');
  return (
    <FrontPage folder={vault.folder}>
      {way === 'passphrase' ? (
        <ByPassphrase canPickFolder={vault.canPickFolder} onOpen={onOpen} onOtherWay={() => setWay('words')} />
      ) : (
        <ByWords onOpen={onOpen} onOtherWay={() => setWay('passphrase')} />
      )}
    </FrontPage>
  );
}
