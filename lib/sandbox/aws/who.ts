import { effective, roleById } from './roles';
import { type Caller, type ServiceName, type Session, type WireError, wireError } from './wire';
import type { World } from './world';

export type Key = { secret: string; token: string | undefined; caller: Caller };
type KeyRow = {
  id: string;
  secret: string;
  accountId: string;
  userId: string | null;
  session: string | null;
};

/** The holder of an access key as it was issued; whether it is still good is `expiryOf`'s and `authorise`'s matter. */
export function holderOf(world: World, accessKeyId: string): Key | undefined {
  const row = world.database.one<KeyRow>('SELECT * FROM keys WHERE id = ?', accessKeyId);
  if (!row) return undefined;
  if (row.session) {
    const session = JSON.parse(row.session) as Session;
    const arn = `arn:aws:sts::${row.accountId}:assumed-role/${session.roleName}/${session.name}`;
    const userId = `${session.roleId}:${session.name}`;
    return {
      secret: row.secret,
      token: session.token,
      caller: {
        kind: 'session',
        accessKeyId: row.id,
        accountId: row.accountId,
        arn,
        userId,
        userName: session.name,
        session,
      },
    };
  }
  const user = world.database.one<{ id: string; name: string; arn: string }>(
    'SELECT id, name, arn FROM users WHERE id = ?',
    row.userId,
  );
  if (!user) return undefined;
  return {
    secret: row.secret,
    token: undefined,
    caller: {
      kind: 'user',
      accessKeyId: row.id,
      accountId: row.accountId,
      arn: user.arn,
      userId: user.id,
      userName: user.name,
      session: undefined,
    },
  };
}

/** Why a session that was once valid is no longer: it expired, or its role is gone. */
export function endOf(world: World, caller: Caller, region = 'us-east-1'): WireError | undefined {
  if (!caller.session) return undefined;
  if (caller.session.expiresAt <= world.clock.now()) {
    return wireError('ExpiredToken', 403, 'The security token included in the request is expired');
  }
  const state = effective(world, caller.session.roleId, region);
  return !roleById(world, caller.session.roleId) || !state || state.deleted
    ? wireError('InvalidClientTokenId', 403, 'The security token included in the request is invalid.')
    : undefined;
}

type Shape = { code: string; status: number };

/** What the services that speak JSON 1.1 call it. */
const json: Record<string, Shape> = {
  InvalidClientTokenId: { code: 'UnrecognizedClientException', status: 400 },
  SignatureDoesNotMatch: { code: 'InvalidSignatureException', status: 400 },
  IncompleteSignature: { code: 'IncompleteSignatureException', status: 400 },
  ExpiredToken: { code: 'ExpiredTokenException', status: 400 },
  AccessDenied: { code: 'AccessDeniedException', status: 400 },
  Throttling: { code: 'ThrottlingException', status: 400 },
  ServiceFailure: { code: 'InternalFailure', status: 500 },
};

const inService: Partial<Record<ServiceName, Record<string, Shape>>> = {
  s3: {
    InvalidClientTokenId: { code: 'InvalidAccessKeyId', status: 403 },
    ExpiredToken: { code: 'ExpiredToken', status: 400 },
    Throttling: { code: 'SlowDown', status: 503 },
    ServiceFailure: { code: 'InternalError', status: 500 },
  },
  ec2: {
    InvalidClientTokenId: { code: 'AuthFailure', status: 401 },
    SignatureDoesNotMatch: { code: 'AuthFailure', status: 401 },
    ExpiredToken: { code: 'RequestExpired', status: 400 },
    AccessDenied: { code: 'UnauthorizedOperation', status: 403 },
    Throttling: { code: 'RequestLimitExceeded', status: 503 },
    ServiceFailure: { code: 'InternalError', status: 500 },
  },
  cloudtrail: json,
  cur: json,
};

/** The same refusal has another code and status in every service. */
export function inServiceShape(service: ServiceName, error: WireError): WireError {
  const shape = inService[service]?.[error.code];
  return shape ? wireError(shape.code, shape.status, error.message) : error;
}
