/** `slow`: the answer comes twenty seconds late. `notFound`: a copy of IAM that has not heard of the thing yet. */
export const FAULT_MODES = [
  'dropReply',
  'slow',
  '500',
  'throttle',
  'concurrentModification',
  'notFound',
] as const;
export type FaultMode = (typeof FAULT_MODES)[number];
export type Fault = { action: string; mode: FaultMode; times: number };

/** Failures that a test orders in advance, by IAM action (`iam:AttachRolePolicy`), in the order in which they were ordered. */
export type Faults = { add(fault: Fault): void; take(action: string): FaultMode | undefined; clear(): void };

export function openFaults(): Faults {
  const waiting: Fault[] = [];
  return {
    add: (fault) => {
      waiting.push({ ...fault });
    },
    take: (action) => {
      const index = waiting.findIndex((fault) => fault.action.toLowerCase() === action.toLowerCase());
      const fault = waiting[index];
      if (!fault) return undefined;
      fault.times -= 1;
      if (fault.times <= 0) waiting.splice(index, 1);
      return fault.mode;
    },
    clear: () => {
      waiting.length = 0;
    },
  };
}
