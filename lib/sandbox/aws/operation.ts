import type { PolicyDocument } from '@/lib/policies/document';
import type { ConditionContext } from '@/lib/policies/evaluation/match';
import type { Call } from './wire';
import type { World } from './world';
import type { XmlValue } from './xml';

/** One permission that a call needs. `trust` is the assumed role's policy; undefined inside means: no such role. */
export type Need = {
  action: string;
  resource: string;
  context?: ConditionContext;
  trust?: { document: PolicyDocument | undefined; accountId: string };
};

export type Tree = { [name: string]: XmlValue };
export type Raw = {
  status: number;
  type: string;
  headers?: Record<string, string>;
  body: string | Buffer;
  /** How long the answer is kept back. */
  lateMs?: number;
};
/** A query service's result, a JSON service's result, or the finished answer of S3. Undefined: the operation has no result. */
export type Result = { tree: Tree } | { json: unknown } | { raw: Raw } | undefined;

export type Touched = { type: string; name: string };

export type Operation = {
  /** The IAM action that faults and events name. */
  action: string;
  readOnly: boolean;
  /** Data events are not in CloudTrail's event history. */
  data?: true;
  /** Empty: everybody with a valid signature may. */
  needs(world: World, call: Call): Need[];
  run(world: World, call: Call): Result;
  /** What the trail shows of the answer, when it shows anything. */
  told?(result: Result, call: Call): unknown;
  touches?(call: Call): Touched[];
};

export type Operations = Record<string, Operation>;

export const tree = (value: Tree): Result => ({ tree: value });
