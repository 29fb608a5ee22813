import type { Confirm, RefusalCode } from '@/lib/core/refusal';

/** What a door answers. `values` gives back what was typed, so that nothing is lost without JavaScript either. */
export type Outcome<T = unknown> =
  | { ok: true; value: T; to?: string }
  | {
      ok: false;
      code: RefusalCode | 'bug';
      message: string;
      fields?: Record<string, string>;
      values?: Record<string, string>;
      /** HTTP's own word for it, where the code is not exact enough. */
      status?: 400 | 415;
      /** What must be proved first; then the same call may be made again. */
      confirm?: Confirm;
      /** `limited`: the same call may be made again after this long. */
      retryAfterMs?: number;
    };
