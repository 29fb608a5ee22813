/** What a service answers instead of a result: AWS's own code and HTTP status. Thrown, and turned into the protocol's shape by reply.ts. */
export type WireError = Error & { wire: true; code: string; status: number };

export function wireError(code: string, status: number, message: string): WireError {
  return Object.assign(new Error(message), { wire: true as const, code, status });
}

export function isWireError(error: unknown): error is WireError {
  return error instanceof Error && (error as Partial<WireError>).wire === true;
}

export const noSuchEntity = (message: string) => wireError('NoSuchEntity', 404, message);
export const validationError = (message: string) => wireError('ValidationError', 400, message);
export const accessDenied = (message: string) => wireError('AccessDenied', 403, message);

export type ServiceName = 'iam' | 'sts' | 'cloudtrail' | 's3' | 'ec2' | 'cur';

/** A request after its signature was checked. `raw` is the body; `params` are a query request's or S3's own. */
export type Call = {
  service: ServiceName;
  operation: string;
  region: string;
  caller: Caller;
  params: Params;
  raw: Buffer;
  sourceIp: string;
  userAgent: string;
  requestId: string;
};

export type Params = Record<string, string>;

export type Session = {
  token: string;
  roleId: string;
  roleName: string;
  roleArn: string;
  name: string;
  issuedAt: number;
  expiresAt: number;
  sourceIdentity: string | undefined;
  policies: string[];
  tags: Record<string, string>;
  chained: boolean;
  /** Whether DurationSeconds was asked for: sign-in federation refuses such a session when it was chained. */
  durationGiven: boolean;
};

/** Whoever holds an access key: a user for as long as it exists, or a role's session until it expires. */
export type Caller = {
  kind: 'user' | 'session';
  accessKeyId: string;
  accountId: string;
  arn: string;
  /** AIDA… for users, AROA…:name for sessions. */
  userId: string;
  userName: string;
  session: Session | undefined;
};

/** Values of `prefix.1`, `prefix.2` … in their order; the tail of the name selects a member's field. */
export function paramList(params: Params, prefix: string): string[] {
  const found: string[] = [];
  for (let index = 1; params[`${prefix}.${index}`] !== undefined; index += 1) {
    found.push(params[`${prefix}.${index}`] as string);
  }
  return found;
}

export function paramRecords(params: Params, prefix: string): Record<string, string>[] {
  const records = new Map<string, Record<string, string>>();
  for (const [name, value] of Object.entries(params)) {
    if (!name.startsWith(`${prefix}.`)) continue;
    const [index = '', field = ''] = name.slice(prefix.length + 1).split('.');
    const record = records.get(index) ?? {};
    record[field] = value;
    records.set(index, record);
  }
  return [...records.entries()].sort((a, b) => Number(a[0]) - Number(b[0])).map(([, record]) => record);
}

export function paramTags(params: Params): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const { Key, Value } of paramRecords(params, 'Tags.member'))
    if (Key !== undefined) tags[Key] = Value ?? '';
  return tags;
}

export function required(params: Params, name: string): string {
  const value = params[name];
  if (value === undefined || value === '') {
    throw validationError(
      `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
    );
  }
  return value;
}
