// Reads a JSON column back through its schema.
import type { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';

/** The value of a JSON column. Throws vault-database-damaged when it does not fit its schema. */
export function parseStored<Schema extends z.ZodType>(schema: Schema, json: string): z.output<Schema> {
  const result = schema.safeParse(parseJson(json));
  if (!result.success) throw new AppError('vault-database-damaged', { cause: result.error });
  return result.data;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new AppError('vault-database-damaged', { cause });
  }
}
