import type { PolicyDocument } from '@/lib/policies/document';
import { type Evaluation, evaluate } from '@/lib/policies/evaluation/evaluate';
import type { ConditionContext } from '@/lib/policies/evaluation/match';
import type { Need } from './operation';
import { effective, identityPolicies, policyDocument } from './roles';
import { accessDenied, type Call, type Caller, wireError } from './wire';
import type { World } from './world';

type Rights = { identity: PolicyDocument[]; boundary: PolicyDocument | undefined; session: PolicyDocument[] };

const nothing: PolicyDocument = { Version: '2012-10-17', Statement: [] };

/** Throws unless the caller may do all of it, by what has propagated so far. */
export function authorise(world: World, call: Call, needs: Need[]): void {
  if (needs.length === 0) return;
  const rights = rightsOf(world, call.caller, call.region);
  const context = callerContext(world, call);
  for (const need of needs) {
    const outcome = evaluate({
      identity: rights.identity,
      boundary: rights.boundary,
      session: rights.session,
      resourcePolicy: need.trust?.document,
      resourceAccountId: need.trust?.accountId,
      resourcePolicyRequired: need.trust !== undefined,
      principal: principalOf(call.caller),
      action: need.action,
      resource: need.resource,
      context: { ...context, ...need.context },
    });
    if (outcome.decision !== 'allowed') throw denial(call, need, outcome);
  }
}

function rightsOf(world: World, caller: Caller, region: string): Rights {
  if (!caller.session) {
    const user = world.database.one<{ policies: string; boundary: string | null }>(
      'SELECT policies, boundary FROM users WHERE id = ?',
      caller.userId,
    );
    const attached = JSON.parse(user?.policies ?? '[]') as (string | PolicyDocument)[];
    return {
      identity: attached.flatMap((one) =>
        typeof one === 'string' ? (policyDocument(world, caller.accountId, one) ?? []) : one,
      ),
      boundary: user?.boundary
        ? (policyDocument(world, caller.accountId, user.boundary) ?? nothing)
        : undefined,
      session: [],
    };
  }
  const state = effective(world, caller.session.roleId, region);
  if (!state || state.deleted) {
    throw wireError('InvalidClientTokenId', 403, 'The security token included in the request is invalid.');
  }
  return {
    identity: identityPolicies(world, caller.accountId, state),
    boundary: state.boundary
      ? (policyDocument(world, caller.accountId, state.boundary) ?? nothing)
      : undefined,
    session: caller.session.policies.map((text) => JSON.parse(text) as PolicyDocument),
  };
}

function principalOf(caller: Caller) {
  const arns = caller.session ? [caller.arn, caller.session.roleArn] : [caller.arn];
  return { accountId: caller.accountId, arns };
}

function callerContext(world: World, call: Call): ConditionContext {
  const { caller } = call;
  const { session } = caller;
  const now = world.clock.now();
  const context: ConditionContext = {
    'aws:CurrentTime': new Date(now).toISOString(),
    'aws:EpochTime': String(Math.floor(now / 1000)),
    'aws:PrincipalAccount': caller.accountId,
    'aws:PrincipalArn': session ? session.roleArn : caller.arn,
    'aws:PrincipalType': session ? 'AssumedRole' : 'User',
    'aws:userid': caller.userId,
    'aws:RequestedRegion': call.region,
    'aws:SourceIp': call.sourceIp,
    // Stands for AWS's own endpoints, which speak TLS alone.
    'aws:SecureTransport': 'true',
    'aws:UserAgent': call.userAgent,
  };
  if (!session) return { ...context, 'aws:username': caller.userName };
  context['aws:TokenIssueTime'] = new Date(session.issuedAt).toISOString();
  if (session.sourceIdentity) context['aws:SourceIdentity'] = session.sourceIdentity;
  for (const [key, value] of Object.entries(session.tags)) context[`aws:PrincipalTag/${key}`] = value;
  return context;
}

const layers = {
  identity: { deny: 'an explicit deny in an identity-based policy', none: 'no identity-based policy allows' },
  boundary: { deny: 'an explicit deny in a permissions boundary', none: 'no permissions boundary allows' },
  session: { deny: 'an explicit deny in a session policy', none: 'no session policy allows' },
  resource: { deny: 'an explicit deny in a resource-based policy', none: 'no resource-based policy allows' },
};

function denial(call: Call, need: Need, outcome: Evaluation) {
  const who = `User: ${call.caller.arn} is not authorized to perform: ${need.action} on resource: ${need.resource}`;
  // AWS does not tell across accounts which side said no.
  if (need.trust) return accessDenied(who);
  const words = layers[outcome.by.layer];
  const why =
    outcome.decision === 'explicitDeny'
      ? `with ${words.deny}`
      : `because ${words.none} the ${need.action} action`;
  return accessDenied(`${who} ${why}`);
}
