import { setTimeout } from 'node:timers/promises';
import type { AwsProblem } from '@/lib/vendors/aws/problem';

/** Stands in a session's name and SourceIdentity where an expert's id would: the broker's own, never handed to anybody. */
export const PROBE = 'groundcrew';

/** An error for the queue: the same work is done again later. Holds AWS's codes alone, never an answer's body. */
export function retry(doing: string, problem?: AwsProblem): Error {
  if (!problem) return new Error(`${doing}: not yet`);
  const request = problem.requestId ? `, request ${problem.requestId}` : '';
  return new Error(`${doing}: ${problem.kind} (${problem.code}${request})`);
}

/** AWS tells nobody when a change has spread: it has to be asked again after a while. */
export function pause(ms: number): Promise<void> {
  return setTimeout(ms);
}
