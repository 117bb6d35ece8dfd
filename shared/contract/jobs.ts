// Calls about running work, and the sample case.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { JobId } from '../ids.ts';
import { Job } from '../model/job.ts';
import { call, Done } from './base.ts';

export const jobsContract = {
  list: call.input(z.object({})).output(z.array(Job)),
  /** Yields the job as it goes on; the last value is the ended job. */
  watch: call.input(z.object({ id: JobId })).output(eventIterator(Job)),
  cancel: call.input(z.object({ id: JobId })).output(Done),
};

export const sampleContract = {
  /** Starts a job that brings in the sample papers from their scans and makes their case. */
  load: call.input(z.object({})).output(z.object({ jobId: JobId })),
};
