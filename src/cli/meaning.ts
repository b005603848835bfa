import { actDay } from './act-day.ts';
import type { Context } from './command.ts';
import type { Job } from './context.ts';

/** A job with codes in the place of the names that its command line may have. */
export function withMeanings(job: Job, { db, today, settings: { unit } }: Context): Job {
  const { call, input } = job;
  const named = Object.entries(call.command.params).filter(([key, { meaning }]) => meaning && input[key] !== undefined);
  if (named.length === 0) return job;
  const day = actDay(input) ?? today;
  const codes = named.map(([key, param]) => [key, param.meaning?.({ db, day, unit }, input[key])] as const);
  return { ...job, input: { ...input, ...Object.fromEntries(codes) } };
}
