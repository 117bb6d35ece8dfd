// What a new passphrase costs: as the host says, else as measured on this computer.
import type { KdfParams } from '../../shared/vault-format/header.ts';
import { calibratedCost } from '../vault/calibrate.ts';
import type { Platform } from './platform.ts';

/** The computer does not change while the core runs. */
let measured: Promise<KdfParams> | undefined;

/** The cost for a new passphrase. Takes a second or two where it is measured, once. Throws memory-short. */
export async function passphraseCost({ passphraseCost: given }: Platform): Promise<KdfParams> {
  if (given !== undefined) return given;
  measured ??= calibratedCost();
  try {
    return await measured;
  } catch (cause) {
    measured = undefined;
    throw cause;
  }
}
