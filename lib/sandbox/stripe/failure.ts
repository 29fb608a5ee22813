import type { Entry } from './entry';

/** The `error` object of a Stripe reply. */
export type StripeError = {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  charge?: string;
  payment_intent?: Entry;
  payment_method?: Entry;
  setup_intent?: Entry;
};

export type Reply = { status: number; body: unknown };

/**
 * A refusal that undoes whatever the request had begun. Stripe stores no idempotent answer for a request
 * that never passed validation, so `stored` says whether this one is to be replayed.
 */
export type Failure = Error & { status: number; error: StripeError; stored: boolean };

export function failure(status: number, error: StripeError, stored = false): Failure {
  return Object.assign(new Error(error.message), { status, error, stored });
}

export function isFailure(thrown: unknown): thrown is Failure {
  return thrown instanceof Error && 'error' in thrown && 'stored' in thrown;
}

export function invalid(message: string, param?: string, code?: string): Failure {
  return failure(400, { type: 'invalid_request_error', message, param, code });
}

export function missing(param: string): Failure {
  return invalid(`Missing required param: ${param}.`, param, 'parameter_missing');
}

export function notFound(kind: string, id: string, param = 'id'): Failure {
  const message = `No such ${kind.replace('payment_method', 'PaymentMethod')}: '${id}'`;
  return failure(404, { type: 'invalid_request_error', code: 'resource_missing', message, param });
}

/** The request is well-formed but the object is in the wrong state; Stripe stores this answer. */
export function wrongState(code: string, message: string, extra: Partial<StripeError> = {}): Failure {
  return failure(400, { type: 'invalid_request_error', code, message, ...extra }, true);
}
