/**
 * What went wrong, as far as anything of ours decides by it. `expired` covers every way in which credentials are no
 * longer good; `unreachable` every way in which AWS's answer is not known, so that the call may have been done.
 */
export type AwsProblemKind =
  | 'denied'
  | 'expired'
  | 'notFound'
  | 'exists'
  | 'limit'
  | 'conflict'
  | 'busy'
  | 'throttled'
  | 'invalid'
  | 'unreachable';

/** `code` is the vendor's name for it, for logs and for the person who has to ask AWS; nothing branches on it. */
export type AwsProblem = { kind: AwsProblemKind; code: string; requestId?: string };

export type AwsOutcome<T> = { ok: true; value: T } | { ok: false; problem: AwsProblem };

const kinds: Record<string, AwsProblemKind> = {
  AccessDenied: 'denied',
  AccessDeniedException: 'denied',
  UnauthorizedOperation: 'denied',
  OperationNotPermittedException: 'denied',
  ExpiredToken: 'expired',
  ExpiredTokenException: 'expired',
  RequestExpired: 'expired',
  InvalidClientTokenId: 'expired',
  InvalidAccessKeyId: 'expired',
  UnrecognizedClientException: 'expired',
  AuthFailure: 'expired',
  InvalidToken: 'expired',
  NoSuchEntity: 'notFound',
  NoSuchEntityException: 'notFound',
  NoSuchBucket: 'notFound',
  EntityAlreadyExists: 'exists',
  EntityAlreadyExistsException: 'exists',
  LimitExceeded: 'limit',
  LimitExceededException: 'limit',
  DeleteConflict: 'conflict',
  DeleteConflictException: 'conflict',
  ConcurrentModification: 'busy',
  ConcurrentModificationException: 'busy',
  EntityTemporarilyUnmodifiable: 'busy',
  EntityTemporarilyUnmodifiableException: 'busy',
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  RequestLimitExceeded: 'throttled',
  SlowDown: 'throttled',
};

type VendorError = { name?: unknown; $metadata?: { httpStatusCode?: number; requestId?: string } };

/** By name and status alone; AWS's texts change and are never looked at. */
export function problemOf(error: unknown): AwsProblem {
  const { name, $metadata } = (error ?? {}) as VendorError;
  const code = typeof name === 'string' && name !== '' ? name : 'Unknown';
  const status = $metadata?.httpStatusCode;
  const fallback: AwsProblemKind =
    status !== undefined && status >= 400 && status < 500 ? 'invalid' : 'unreachable';
  return {
    kind: kinds[code] ?? fallback,
    code,
    ...($metadata?.requestId ? { requestId: $metadata.requestId } : {}),
  };
}

export async function outcome<T>(work: () => Promise<T>): Promise<AwsOutcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}
