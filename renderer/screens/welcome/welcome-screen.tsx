// First start: what this is, a passphrase, the recovery words, and a check that they were written down.
import { useState } from 'react';
import type { VaultState } from '../../../shared/contract/vault.ts';
import { FrontPage } from '../../parts/front-page.tsx';
import { CreateVault } from './create-vault.tsx';
import { WordsCheck } from './words-check.tsx';
import { WordsShown } from './words-shown.tsx';

interface WelcomeScreenProps {
  readonly vault: VaultState;
  readonly onOpen: () => void;
}

/** Leads to an open vault. The recovery words live in this screen's memory only. */
export function WelcomeScreen({ vault, onOpen }: WelcomeScreenProps) {
  const [words, setWords] = useState<readonly string[]>();
  const [isChecking, setChecking] = useState(false);
  return (
    <FrontPage folder={words === undefined ? vault.folder : undefined}>
      {words === undefined && <CreateVault canPickFolder={vault.canPickFolder} onCreated={setWords} />}
      {words !== undefined && !isChecking && <WordsShown words={words} onNext={() => setChecking(true)} />}
      {words !== undefined && isChecking && (
        <WordsCheck words={words} onBack={() => setChecking(false)} onPassed={onOpen} />
      )}
    </FrontPage>
  );
}
