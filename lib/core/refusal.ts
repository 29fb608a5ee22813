/** Why a door says no. The only codes there are; doors translate them (DESIGN.md section 4). */
export type RefusalCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'limited'
  | 'upstream';

/** A rule's "no": what a person is told, and the fields it concerns. Rules return it, `insist` throws it. */
export type No = {
  code: RefusalCode;
  /** One sentence for the person: what is wrong and, where there is something, what to do. */
  message: string;
  fields?: Record<string, string>;
  /** It is a "not yet": what the person must prove first, and where that is done (`/confirm`). */
  confirm?: Confirm;
  /** `limited`: after how long the same may be tried again. */
  retryAfterMs?: number;
};

/** For what a fresh proof is asked, and by what it can be given. */
export type Confirm = {
  for: 'money' | 'access' | 'members' | 'factors';
  /** Whether only a passkey, an authenticator or a recovery code will do. */
  factor: boolean;
  /** What is enrolled. Empty where a factor is asked for: one is set up first. */
  ways: readonly ('passkey' | 'authenticator')[];
  /** Whether a code from an email was given lately: a first factor is set up on its word. */
  mailed: boolean;
};

/** The one expected error. Its message is shown to the person; every other error is a bug and is not. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly fields: Record<string, string>;
  readonly confirm: Confirm | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(no: No) {
    super(no.message);
    this.name = 'Refusal';
    this.code = no.code;
    this.fields = no.fields ?? {};
    this.confirm = no.confirm;
    this.retryAfterMs = no.retryAfterMs;
  }
}

export function no(code: RefusalCode, message: string, fields?: Record<string, string>): No {
  return fields ? { code, message, fields } : { code, message };
}

/** Throws the rule's answer if it is a "no". */
export function insist(answer: No | null): void {
  if (answer) throw new Refusal(answer);
}

/** Missing and hidden are told in the same words: ids reveal nothing. */
export const HIDDEN = 'Not found, or you don’t have access.';

/** The thing, or `not_found`. `what` names it for whoever reads the code. */
export function found<T>(thing: T | null | undefined, _what: string): T {
  if (thing === null || thing === undefined) throw new Refusal(no('not_found', HIDDEN));
  return thing;
}
