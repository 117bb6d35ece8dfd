// Calls about searches that are kept under a name.
import { z } from 'zod';
import { KeptSearch, KeptSearchId } from '../model/search.ts';
import { call, Done } from './base.ts';

export const searchesContract = {
  /** By name. */
  list: call.input(z.object({})).output(z.array(KeptSearch)),
  /** Keeps a search; one of the same name is replaced. */
  keep: call.input(KeptSearch.omit({ id: true })).output(KeptSearch),
  remove: call.input(z.object({ id: KeptSearchId })).output(Done),
};
