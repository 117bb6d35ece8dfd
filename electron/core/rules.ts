// Reads the rules data from resources/ and checks its shape, so that the pure parts can rely on it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { LetterTemplatesFile } from '../../shared/letters/kinds/schema.ts';
import { ScalesFile, TreatmentsFile } from '../../shared/rules/care-schema.ts';
import { CodeMeaningsFile, NoticeContentsFile, RightsFile } from '../../shared/rules/notice-schema.ts';
import { PacketsFile } from '../../shared/rules/packet-schema.ts';
import { DeadlinesFile, PlanTypesFile, ReasonsFile, type Rules, StandingFile } from '../../shared/rules/schema.ts';
import { SensitiveFile } from '../../shared/rules/sensitive-schema.ts';
import { ServicePack } from '../../shared/rules/service-schema.ts';

/** The rules for cases and letters. Throws AppError('internal') when a file is missing or does not have the right shape. */
export function loadRules(resourcesDir: string): Rules {
  const { checkedOn, deadlines, families } = readData(join(resourcesDir, 'rules', 'deadlines.json'), DeadlinesFile);
  const { reasons } = readData(join(resourcesDir, 'rules', 'reasons.json'), ReasonsFile);
  const { planTypes } = readData(join(resourcesDir, 'rules', 'plan-types.json'), PlanTypesFile);
  const { standing } = readData(join(resourcesDir, 'letters', 'standing.json'), StandingFile);
  const letterKinds = readData(join(resourcesDir, 'letters', 'kinds.json'), LetterTemplatesFile);
  const { noticeContents } = readData(join(resourcesDir, 'rules', 'notice-contents.json'), NoticeContentsFile);
  const { rights } = readData(join(resourcesDir, 'rules', 'rights.json'), RightsFile);
  const codeMeanings = readData(join(resourcesDir, 'rules', 'code-meanings.json'), CodeMeaningsFile);
  const { sensitive } = readData(join(resourcesDir, 'rules', 'sensitive.json'), SensitiveFile);
  const treatments = readData(join(resourcesDir, 'rules', 'treatments.json'), TreatmentsFile);
  const { scales } = readData(join(resourcesDir, 'rules', 'scales.json'), ScalesFile);
  const packets = readData(join(resourcesDir, 'rules', 'packets.json'), PacketsFile);
  const services = readPacks(join(resourcesDir, 'rules', 'services'));
  return {
    ...{ checkedOn, deadlines, families, reasons, planTypes, standing, noticeContents, rights, codeMeanings },
    ...{ letterKinds, sensitive, services, treatments, scales, packets },
  };
}

/** All service packs, one file each, in the order of their names. */
function readPacks(folder: string): ServicePack[] {
  const files = namesIn(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => readData(join(folder, name), ServicePack));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw new AppError('internal', { details: { reference: 'rules services' }, cause });
  }
}

function readData<T>(file: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new AppError('internal', { details: { reference: `rules ${file.split(/[\\/]/).at(-1)}` }, cause });
  }
}
