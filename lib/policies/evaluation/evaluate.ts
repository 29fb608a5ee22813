import {
  asList,
  hasVariables,
  type PolicyDocument,
  type PolicyStatement,
  type PrincipalElement,
  statements,
} from '@/lib/policies/document';
import { conditionsHold } from './conditions';
import { type ConditionContext, matchesAction, matchesGlob, withVariables } from './match';

export type PolicyLayer = 'identity' | 'boundary' | 'session' | 'resource';

/** `arns` are all names the caller answers to, narrowest first: a session's own ARN, then its role's. */
export type EvaluatedPrincipal = { accountId: string; arns: string[]; service?: string };

export type EvaluationRequest = {
  identity: PolicyDocument[];
  /** Undefined: there is no boundary. A boundary that allows nothing is an empty document. */
  boundary?: PolicyDocument;
  /** Undefined or empty: the session has no policies of its own. */
  session?: PolicyDocument[];
  /** A resource's own policy, such as a role's trust policy. */
  resourcePolicy?: PolicyDocument;
  /** The account that owns the resource; when it is not the caller's, both sides must allow. */
  resourceAccountId?: string;
  /** A role cannot be assumed unless its trust policy says so, whatever the caller's own policies allow. */
  resourcePolicyRequired?: boolean;
  principal: EvaluatedPrincipal;
  action: string;
  resource: string;
  context: ConditionContext;
};

/** `layer` is where the deciding statement stands, or for an implicit deny the first layer that does not allow. */
export type Evaluation = {
  decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  by: { layer: PolicyLayer; sid?: string };
};

/**
 * IAM's decision for one action on one resource: a Deny anywhere wins, then every layer that exists has to
 * allow. Source: the IAM guide's "Policy evaluation logic".
 */
export function evaluate(request: EvaluationRequest): Evaluation {
  const layers: [PolicyLayer, PolicyDocument[]][] = [
    ['identity', request.identity],
    ['boundary', request.boundary ? [request.boundary] : []],
    ['session', request.session ?? []],
    ['resource', request.resourcePolicy ? [request.resourcePolicy] : []],
  ];
  for (const [layer, policies] of layers) {
    const deny = find(request, layer, policies, 'Deny');
    if (deny) return { decision: 'explicitDeny', by: named(layer, deny) };
  }

  const byIdentity = find(request, 'identity', request.identity, 'Allow');
  const byResource = request.resourcePolicy && find(request, 'resource', [request.resourcePolicy], 'Allow');
  const sameAccount =
    request.resourceAccountId === undefined || request.resourceAccountId === request.principal.accountId;
  if ((request.resourcePolicyRequired || !sameAccount) && !byResource) return implicit('resource');
  // Naming the account alone delegates the decision to that account; naming the caller decides it.
  const ownNameInResource = byResource !== undefined && namesCaller(byResource.Principal, request.principal);
  if (!byIdentity && !(sameAccount && ownNameInResource)) return implicit('identity');
  if (request.boundary && !find(request, 'boundary', [request.boundary], 'Allow'))
    return implicit('boundary');
  if (request.session?.length && !find(request, 'session', request.session, 'Allow'))
    return implicit('session');
  return {
    decision: 'allowed',
    by: byIdentity ? named('identity', byIdentity) : named('resource', byResource),
  };
}

function implicit(layer: PolicyLayer): Evaluation {
  return { decision: 'implicitDeny', by: { layer } };
}

function named(layer: PolicyLayer, statement: PolicyStatement | undefined): Evaluation['by'] {
  return statement?.Sid ? { layer, sid: statement.Sid } : { layer };
}

function find(
  request: EvaluationRequest,
  layer: PolicyLayer,
  policies: PolicyDocument[],
  effect: 'Allow' | 'Deny',
) {
  for (const policy of policies) {
    const variables = hasVariables(policy);
    for (const statement of statements(policy)) {
      if (statement.Effect === effect && applies(request, layer, statement, variables)) return statement;
    }
  }
  return undefined;
}

function applies(
  request: EvaluationRequest,
  layer: PolicyLayer,
  statement: PolicyStatement,
  variables: boolean,
) {
  const { action, resource, context, principal } = request;
  const actionHit = asList(statement.Action ?? statement.NotAction).some((one) => matchesAction(one, action));
  if (actionHit !== (statement.Action !== undefined)) return false;

  const patterns = asList(statement.Resource ?? statement.NotResource);
  if (layer !== 'resource' || patterns.length > 0) {
    const resourceHit = patterns.some((pattern) => {
      const filled = variables ? withVariables(pattern, context) : pattern;
      return filled !== undefined && matchesGlob(filled, resource);
    });
    if (resourceHit !== (statement.Resource !== undefined)) return false;
  }
  if (layer === 'resource') {
    if (statement.Principal !== undefined && !matchesPrincipal(statement.Principal, principal)) return false;
    if (statement.NotPrincipal !== undefined && matchesPrincipal(statement.NotPrincipal, principal))
      return false;
    if (statement.Principal === undefined && statement.NotPrincipal === undefined) return false;
  }
  return conditionsHold(statement.Condition, context, variables);
}

function matchesPrincipal(element: PrincipalElement, principal: EvaluatedPrincipal): boolean {
  if (element === '*') return true;
  const named = asList(element.AWS);
  if (
    named.some((one) => one === '*' || isAccount(one, principal.accountId) || principal.arns.includes(one))
  ) {
    return true;
  }
  return principal.service !== undefined && asList(element.Service).includes(principal.service);
}

function namesCaller(element: PrincipalElement | undefined, principal: EvaluatedPrincipal): boolean {
  if (element === undefined || element === '*') return element === '*';
  return asList(element.AWS).some((one) => one === '*' || principal.arns.includes(one));
}

function isAccount(one: string, accountId: string): boolean {
  return one === accountId || (/^arn:[^:]+:iam::\d{12}:root$/.test(one) && one.split(':')[4] === accountId);
}
