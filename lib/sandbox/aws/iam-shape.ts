import { asList, type PolicyDocument, type PolicyStatement, statements } from '@/lib/policies/document';
import { isConditionOperator } from '@/lib/policies/evaluation/conditions';
import type { Need, Tree } from './operation';
import { findRole, type Role, truth } from './roles';
import { type Call, validationError, wireError } from './wire';
import type { World } from './world';

const malformed = (message: string) => wireError('MalformedPolicyDocument', 400, message);

/** RFC 3986, as IAM returns policy documents inside XML. */
export function urlEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function checkName(value: string, field: string, longest: number): void {
  if (new RegExp(`^[\\w+=,.@-]{1,${longest}}$`).test(value)) return;
  throw validationError(
    `1 validation error detected: Value at '${field}' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+ and have length less than or equal to ${longest}`,
  );
}

export function checkPath(path: string): void {
  if (path === '/' || (/^\/[!-~]+\/$/.test(path) && path.length <= 512)) return;
  throw validationError(
    "1 validation error detected: Value at 'path' failed to satisfy constraint: pattern (/)|(/[!-~]+/)",
  );
}

/** `kind` tells which of Principal and Resource a statement must and must not have. */
export function parsePolicy(text: string, kind: 'identity' | 'trust', longest: number): PolicyDocument {
  let policy: PolicyDocument;
  try {
    policy = JSON.parse(text) as PolicyDocument;
  } catch {
    throw malformed('This policy contains invalid Json');
  }
  if (policy === null || typeof policy !== 'object' || Array.isArray(policy))
    throw malformed('Syntax errors in policy.');
  if (text.replace(/\s/g, '').length > longest) {
    throw wireError(
      'LimitExceeded',
      409,
      `Cannot exceed quota for ${kind === 'trust' ? 'ACLSizePerRole' : 'PolicySize'}: ${longest}`,
    );
  }
  if (policy.Version !== undefined && !['2012-10-17', '2008-10-17'].includes(policy.Version)) {
    throw malformed('The policy failed legacy parsing');
  }
  const all = statements(policy);
  if (all.length === 0) throw malformed('Syntax errors in policy.');
  for (const statement of all) checkStatement(statement, kind);
  return policy;
}

function checkStatement(statement: PolicyStatement, kind: 'identity' | 'trust'): void {
  if (statement === null || typeof statement !== 'object') throw malformed('Syntax errors in policy.');
  if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny')
    throw malformed('Syntax errors in policy.');
  if ((statement.Action === undefined) === (statement.NotAction === undefined)) {
    throw malformed('Policy statement must contain actions.');
  }
  for (const action of asList(statement.Action ?? statement.NotAction)) {
    if (typeof action !== 'string' || !/^(\*|[a-zA-Z0-9-]+:[\w*?]+)$/.test(action)) {
      throw malformed(`Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.`);
    }
  }
  const hasPrincipal = statement.Principal !== undefined || statement.NotPrincipal !== undefined;
  const hasResource = statement.Resource !== undefined || statement.NotResource !== undefined;
  if (kind === 'identity' && hasPrincipal) throw malformed('Policy document should not specify a principal.');
  if (kind === 'identity' && !hasResource) throw malformed('Policy statement must contain resources.');
  if (kind === 'trust' && hasResource) throw malformed('Has prohibited field Resource');
  if (kind === 'trust' && !hasPrincipal) throw malformed('Missing required field Principal');
  if (kind === 'trust' && asList(statement.Action).some((action) => !/^sts:/i.test(action))) {
    throw malformed('AssumeRole policy may only specify STS AssumeRole actions.');
  }
  for (const operator of Object.keys(statement.Condition ?? {})) {
    if (!isConditionOperator(operator)) throw malformed(`Invalid Condition type : ${operator}`);
  }
}

export function roleArn(world: World, call: Call, name: string): string {
  return (
    findRole(world, call.caller.accountId, name)?.arn ?? `arn:aws:iam::${call.caller.accountId}:role/${name}`
  );
}

/** The need of a call on one role; the role's own boundary and tags are part of the request's context. */
export function roleNeed(
  world: World,
  call: Call,
  action: string,
  context: Record<string, string> = {},
): Need[] {
  const name = call.params.RoleName ?? '';
  const role = findRole(world, call.caller.accountId, name);
  const known: Record<string, string> = {};
  if (role) {
    const state = truth(world, role.id);
    if (state.boundary) known['iam:PermissionsBoundary'] = state.boundary;
    for (const [key, value] of Object.entries(state.tags)) {
      known[`aws:ResourceTag/${key}`] = value;
      known[`iam:ResourceTag/${key}`] = value;
    }
  }
  return [{ action, resource: roleArn(world, call, name), context: { ...known, ...context } }];
}

export function roleTree(world: World, role: Role, full: boolean): Tree {
  const state = truth(world, role.id);
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: new Date(role.createdAt).toISOString(),
    AssumeRolePolicyDocument: urlEncoded(state.trust),
    Description: role.description || undefined,
    MaxSessionDuration: role.maxSession,
    // ListRoles leaves these two out.
    PermissionsBoundary:
      full && state.boundary
        ? { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: state.boundary }
        : undefined,
    Tags: full && Object.keys(state.tags).length > 0 ? tagTree(state.tags) : undefined,
  };
}

export function tagTree(tags: Record<string, string>): Tree[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** One page by Marker and MaxItems; the marker is opaque to callers. */
export function page<T>(call: Call, items: T[]): { items: T[]; more: Tree } {
  const size = Number(call.params.MaxItems ?? 100);
  if (!Number.isInteger(size) || size < 1 || size > 1000)
    throw validationError("Value at 'maxItems' must be between 1 and 1000");
  const marker = call.params.Marker;
  const start = marker ? Number(Buffer.from(marker, 'base64url').toString()) : 0;
  if (!Number.isInteger(start) || start < 0) throw validationError('Invalid Marker.');
  const end = start + size;
  const truncated = end < items.length;
  return {
    items: items.slice(start, end),
    more: {
      IsTruncated: truncated,
      Marker: truncated ? Buffer.from(String(end)).toString('base64url') : undefined,
    },
  };
}
