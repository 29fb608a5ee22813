import { requestId } from './ids';
import type { Operation, Result } from './operation';
import type { Call, Caller, WireError } from './wire';
import type { World } from './world';

const sources: Record<string, string> = {
  iam: 'iam.amazonaws.com',
  sts: 'sts.amazonaws.com',
  cloudtrail: 'cloudtrail.amazonaws.com',
  s3: 's3.amazonaws.com',
  ec2: 'ec2.amazonaws.com',
  cur: 'cur.amazonaws.com',
  signin: 'signin.amazonaws.com',
  cloudformation: 'cloudformation.amazonaws.com',
};

export type Entry = {
  service: string;
  name: string;
  region: string;
  readOnly: boolean;
  caller: Caller;
  sourceIp: string;
  userAgent: string;
  requestId: string;
  request: unknown;
  response: unknown;
  error?: { code: string; message: string };
  touched: { type: string; name: string }[];
  /** Where the entry is written when that is not the caller's account: the account of an assumed role. */
  accountId?: string;
  type?: string;
};

/** IAM and sign-in are global and appear in us-east-1 alone; everything else where it was called. */
function regionOf(entry: Entry): string {
  return entry.service === 'iam' || entry.service === 'signin' ? 'us-east-1' : entry.region;
}

export function record(world: World, entry: Entry): void {
  const at = world.clock.now();
  const id = requestId();
  const foreign = entry.accountId !== undefined && entry.accountId !== entry.caller.accountId;
  const recipient = entry.accountId ?? entry.caller.accountId;
  const source = sources[entry.service] ?? `${entry.service}.amazonaws.com`;
  const event = {
    eventVersion: '1.11',
    userIdentity: foreign ? foreignIdentity(entry.caller) : identity(entry.caller),
    eventTime: new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    eventSource: source,
    eventName: entry.name,
    awsRegion: regionOf(entry),
    sourceIPAddress: entry.sourceIp,
    userAgent: entry.userAgent,
    ...(entry.error ? { errorCode: entry.error.code, errorMessage: entry.error.message } : {}),
    requestParameters: entry.request ?? null,
    responseElements: entry.response ?? null,
    requestID: entry.requestId,
    eventID: id,
    readOnly: entry.readOnly,
    eventType: entry.type ?? 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: recipient,
    eventCategory: 'Management',
  };
  world.database.run(
    'INSERT INTO events (id, accountId, region, at, name, source, readOnly, username, accessKeyId, resources, event) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    recipient,
    regionOf(entry),
    at,
    entry.name,
    source,
    String(entry.readOnly),
    foreign ? null : entry.caller.userName,
    foreign ? null : entry.caller.accessKeyId,
    JSON.stringify(entry.touched),
    JSON.stringify(event),
  );
}

export function recordCall(
  world: World,
  call: Call,
  operation: Operation,
  outcome: { result: Result } | { error: WireError },
): void {
  if (operation.data) return;
  const failed = 'error' in outcome;
  const entry: Entry = {
    ...call,
    name: call.operation,
    readOnly: operation.readOnly,
    request: shown(call),
    response: failed || operation.readOnly ? undefined : operation.told?.(outcome.result, call),
    touched: operation.touches?.(call) ?? [],
    ...(failed ? { error: { code: outcome.error.code, message: outcome.error.message } } : {}),
  };
  record(world, entry);
  const owner = /^arn:[^:]+:iam::(\d{12}):role\//.exec(call.params.RoleArn ?? '')?.[1];
  if (call.operation === 'AssumeRole' && !failed && owner && owner !== call.caller.accountId) {
    record(world, { ...entry, accountId: owner });
  }
}

/** The parameters as CloudTrail writes them: names begin small, members are lists. */
function shown(call: Call): unknown {
  if (call.service === 'cloudtrail') return null;
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(call.params)) {
    if (name === 'Action' || name === 'Version') continue;
    const [head = '', ...rest] = name.split('.');
    const key = small(head);
    if (rest.length === 0) values[key] = value;
    // A member of a structure, such as IamInstanceProfile.Arn; the members of lists have numbers.
    else if (rest.length === 1 && !/^\d+$/.test(rest[0]!))
      values[key] = { ...(values[key] as object | undefined), [small(rest[0]!)]: value };
    else values[key] = [...((values[key] as unknown[] | undefined) ?? []), { [rest.join('.')]: value }];
  }
  return Object.keys(values).length > 0 ? values : null;
}

const small = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

function foreignIdentity(caller: Caller) {
  return { type: 'AWSAccount', principalId: caller.userId, accountId: caller.accountId };
}

function identity(caller: Caller) {
  const common = {
    principalId: caller.userId,
    arn: caller.arn,
    accountId: caller.accountId,
    accessKeyId: caller.accessKeyId,
  };
  if (!caller.session) return { type: 'IAMUser', ...common, userName: caller.userName };
  const { session } = caller;
  return {
    type: 'AssumedRole',
    ...common,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: session.roleId,
        arn: session.roleArn,
        accountId: caller.accountId,
        userName: session.roleName,
      },
      webIdFederationData: {},
      attributes: {
        creationDate: new Date(session.issuedAt).toISOString().replace(/\.\d{3}Z$/, 'Z'),
        mfaAuthenticated: 'false',
      },
      ...(session.sourceIdentity ? { sourceIdentity: session.sourceIdentity } : {}),
    },
  };
}
