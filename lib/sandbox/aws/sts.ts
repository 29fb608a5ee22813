import type { PolicyDocument } from '@/lib/policies/document';
import { parsePolicy } from './iam-shape';
import { secretKey, sessionToken, uniqueId } from './ids';
import { type Need, type Operations, tree } from './operation';
import { effective, findRole, policyDocument, type Role } from './roles';
import {
  accessDenied,
  type Call,
  paramList,
  paramRecords,
  paramTags,
  required,
  type Session,
  validationError,
  wireError,
} from './wire';
import type { World } from './world';

const CHAINED_SECONDS = 3600;
const SESSION_POLICY_SIZE = 2048;

const arnPattern = /^arn:(aws|aws-cn|aws-us-gov):iam::(\d{12}):role(\/(?:[!-~]+\/)?)([\w+=,.@-]+)$/;

function target(world: World, call: Call): { arn: string; accountId: string; role: Role | undefined } {
  const arn = required(call.params, 'RoleArn');
  const parts = arnPattern.exec(arn);
  if (!parts) throw validationError(`${arn} is invalid`);
  const accountId = parts[2] as string;
  const role = findRole(world, accountId, parts[4] as string);
  // An ARN with the right name under another path names another role, which does not exist.
  return { arn, accountId, role: role?.arn === arn ? role : undefined };
}

function assumeNeeds(world: World, call: Call): Need[] {
  const { arn, accountId, role } = target(world, call);
  const state = role && effective(world, role.id, call.region);
  const trust = {
    accountId,
    document: state && !state.deleted ? (JSON.parse(state.trust) as PolicyDocument) : undefined,
  };
  const tags = paramTags(call.params);
  const context: Record<string, string | string[]> = {
    'sts:RoleSessionName': call.params.RoleSessionName ?? '',
  };
  if (call.params.ExternalId !== undefined) context['sts:ExternalId'] = call.params.ExternalId;
  const sourceIdentity = call.params.SourceIdentity ?? call.caller.session?.sourceIdentity;
  if (sourceIdentity) context['sts:SourceIdentity'] = sourceIdentity;
  if (Object.keys(tags).length > 0) context['aws:TagKeys'] = Object.keys(tags);
  for (const [key, value] of Object.entries(tags)) context[`aws:RequestTag/${key}`] = value;
  const needs: Need[] = [{ action: 'sts:AssumeRole', resource: arn, context, trust }];
  if (sourceIdentity) needs.push({ action: 'sts:SetSourceIdentity', resource: arn, context, trust });
  if (Object.keys(tags).length > 0) needs.push({ action: 'sts:TagSession', resource: arn, context, trust });
  return needs;
}

function checkText(call: Call, field: string, shortest: number, longest: number, alphabet: string): void {
  const value = call.params[field];
  if (value === undefined) return;
  if (value.length >= shortest && value.length <= longest && new RegExp(`^[${alphabet}]*$`, 'u').test(value))
    return;
  const name = field.charAt(0).toLowerCase() + field.slice(1);
  throw validationError(
    `1 validation error detected: Value at '${name}' failed to satisfy constraint: [${alphabet}]{${shortest},${longest}}`,
  );
}

function durationOf(call: Call, role: Role): number {
  const given = call.params.DurationSeconds;
  const seconds = Number(given ?? 3600);
  if (!Number.isInteger(seconds) || seconds < 900 || seconds > 43_200) {
    throw validationError(
      "1 validation error detected: Value at 'durationSeconds' failed to satisfy constraint: 900 to 43200",
    );
  }
  if (call.caller.session && seconds > CHAINED_SECONDS) {
    throw validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  }
  if (seconds > role.maxSession) {
    throw validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  return seconds;
}

function sessionPolicies(world: World, call: Call, accountId: string): string[] {
  const arns = paramRecords(call.params, 'PolicyArns.member').map((one) => one.arn ?? '');
  const inline = call.params.Policy;
  if (arns.length > 10) throw validationError('At most 10 session policies can be named.');
  if ((inline?.length ?? 0) + arns.join('').length > SESSION_POLICY_SIZE) {
    throw wireError(
      'PackedPolicyTooLarge',
      400,
      'Packed size of session tags and policies consumes more than 100% of allotted space.',
    );
  }
  const named = arns.map((arn) => {
    const document = policyDocument(world, accountId, arn);
    if (!document) throw validationError(`Session policy ${arn} does not exist.`);
    return JSON.stringify(document);
  });
  return inline ? [JSON.stringify(parsePolicy(inline, 'identity', SESSION_POLICY_SIZE)), ...named] : named;
}

function assume(world: World, call: Call) {
  const { arn, accountId, role } = target(world, call);
  if (!role)
    throw accessDenied(
      `User: ${call.caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
    );
  const seconds = durationOf(call, role);
  const from = call.caller.session;
  const tags = paramTags(call.params);
  if (Object.keys(tags).length > 50) throw validationError('At most 50 session tags can be passed.');
  const transitive = paramList(call.params, 'TransitiveTagKeys.member');
  if (transitive.some((key) => tags[key] === undefined))
    throw validationError('TransitiveTagKeys must name passed tags.');
  if (
    from?.sourceIdentity &&
    call.params.SourceIdentity &&
    from.sourceIdentity !== call.params.SourceIdentity
  ) {
    throw accessDenied('The SourceIdentity of a session cannot be changed by role chaining.');
  }
  const issuedAt = Math.floor(world.clock.now() / 1000) * 1000;
  const session: Session = {
    token: sessionToken(),
    roleId: role.id,
    roleName: role.name,
    roleArn: role.arn,
    name: required(call.params, 'RoleSessionName'),
    issuedAt,
    expiresAt: issuedAt + seconds * 1000,
    sourceIdentity: call.params.SourceIdentity ?? from?.sourceIdentity,
    policies: sessionPolicies(world, call, accountId),
    tags,
    chained: from !== undefined,
    durationGiven: call.params.DurationSeconds !== undefined,
  };
  const id = uniqueId('ASIA');
  const secret = secretKey();
  const sql = 'INSERT INTO keys (id, secret, accountId, session, createdAt) VALUES (?, ?, ?, ?, ?)';
  world.database.run(sql, id, secret, accountId, JSON.stringify(session), issuedAt);
  return { id, secret, session, accountId };
}

export const sts: Operations = {
  AssumeRole: {
    action: 'sts:AssumeRole',
    readOnly: true,
    needs: (world, call) => {
      checkText(call, 'RoleSessionName', 2, 64, '\\w+=,.@\\-');
      checkText(call, 'SourceIdentity', 2, 64, '\\w+=,.@\\-');
      checkText(call, 'ExternalId', 2, 1224, '\\w+=,.@:\\/\\-');
      required(call.params, 'RoleSessionName');
      return assumeNeeds(world, call);
    },
    run: (world, call) => {
      const { id, secret, session, accountId } = assume(world, call);
      return tree({
        Credentials: {
          AccessKeyId: id,
          SecretAccessKey: secret,
          SessionToken: session.token,
          Expiration: new Date(session.expiresAt).toISOString(),
        },
        AssumedRoleUser: {
          AssumedRoleId: `${session.roleId}:${session.name}`,
          Arn: `arn:aws:sts::${accountId}:assumed-role/${session.roleName}/${session.name}`,
        },
        SourceIdentity: session.sourceIdentity,
        PackedPolicySize:
          session.policies.length > 0
            ? Math.ceil((session.policies.join('').length * 100) / SESSION_POLICY_SIZE)
            : undefined,
      });
    },
    touches: (call) => [{ type: 'AWS::IAM::Role', name: call.params.RoleArn ?? '' }],
  },
  GetCallerIdentity: {
    action: 'sts:GetCallerIdentity',
    readOnly: true,
    // Answers whoever signs, even under an explicit deny.
    needs: () => [],
    run: (_, call) =>
      tree({ Arn: call.caller.arn, UserId: call.caller.userId, Account: call.caller.accountId }),
  },
};
