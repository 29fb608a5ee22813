import { describe, expect, it } from 'vitest';
import { asList, hasVariables, type PolicyStatement } from '@/lib/policies/document';
import { type EvaluationRequest, evaluate } from '@/lib/policies/evaluation/evaluate';

const account = '111122223333';
const role = `arn:aws:iam::${account}:role/Expert`;
const other = '999988887777';
const base: EvaluationRequest = {
  identity: [],
  principal: { accountId: account, arns: [`arn:aws:sts::${account}:assumed-role/Expert/s`, role] },
  action: 'sts:AssumeRole',
  resource: `arn:aws:iam::${account}:role/Target`,
  resourceAccountId: account,
  context: {},
};
const allow = (more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  Effect: 'Allow',
  Action: '*',
  Resource: '*',
  ...more,
});
const own = (...Statement: PolicyStatement[]) => [{ Statement }];
const decide = (more: Partial<EvaluationRequest>) => evaluate({ ...base, ...more });
const trust = (more: Partial<PolicyStatement>, request: Partial<EvaluationRequest> = {}) =>
  decide({
    resourcePolicy: { Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', ...more } },
    resourcePolicyRequired: true,
    identity: own(allow()),
    ...request,
  }).decision;

describe('whom a resource’s policy names', () => {
  it.each([
    ['everybody', '*', 'allowed'],
    ['everybody, as a list', { AWS: ['*'] }, 'allowed'],
    ['the account', { AWS: account }, 'allowed'],
    ['the account’s root', { AWS: `arn:aws:iam::${account}:root` }, 'allowed'],
    ['the root in another partition', { AWS: `arn:aws-cn:iam::${account}:root` }, 'allowed'],
    ['the role', { AWS: role }, 'allowed'],
    ['one of several', { AWS: [other, role] }, 'allowed'],
    ['another account', { AWS: other }, 'implicitDeny'],
    ['another account’s root', { AWS: `arn:aws:iam::${other}:root` }, 'implicitDeny'],
    ['something after the root', { AWS: `arn:aws:iam::${account}:root2` }, 'implicitDeny'],
    ['something before the ARN', { AWS: `xarn:aws:iam::${account}:root` }, 'implicitDeny'],
    ['a user of the account', { AWS: `arn:aws:iam::${account}:user/x` }, 'implicitDeny'],
    ['a service', { Service: 'ec2.amazonaws.com' }, 'implicitDeny'],
  ] as const)('%s: %o is %s', (_who, Principal, decision) => {
    expect(trust({ Principal: Principal as PolicyStatement['Principal'] })).toBe(decision);
  });

  it('is a service, where one calls', () => {
    const principal = { ...base.principal, service: 'ec2.amazonaws.com' };
    const of = (Service: string[]) => trust({ Principal: { Service } }, { principal });
    expect(of(['lambda.amazonaws.com', 'ec2.amazonaws.com'])).toBe('allowed');
    expect(of(['lambda.amazonaws.com'])).toBe('implicitDeny');
  });

  it('is nobody where it names none, and all but those whom it excludes', () => {
    expect(trust({})).toBe('implicitDeny');
    expect(trust({ NotPrincipal: { AWS: role } })).toBe('implicitDeny');
    expect(trust({ NotPrincipal: { AWS: other } })).toBe('allowed');
  });
});

describe('within an account', () => {
  const without = { identity: [] };
  it('who is named needs no policy of their own; who is only meant does', () => {
    expect(trust({ Principal: { AWS: role } }, without)).toBe('allowed');
    expect(trust({ Principal: { AWS: [other, role] } }, without)).toBe('allowed');
    expect(trust({ Principal: { AWS: '*' } }, without)).toBe('allowed');
    expect(trust({ Principal: '*' }, without)).toBe('allowed');
    expect(trust({ Principal: { AWS: account } }, without)).toBe('implicitDeny');
    expect(trust({ NotPrincipal: { AWS: other } }, without)).toBe('implicitDeny');
  });

  it('a resource’s policy is not needed where none is asked for', () => {
    const identity = own(allow({ Sid: 'Own' }));
    expect(decide({ identity })).toEqual({ decision: 'allowed', by: { layer: 'identity', sid: 'Own' } });
    expect(decide({ identity, resourceAccountId: undefined }).decision).toBe('allowed');
    expect(decide({ identity, resourceAccountId: other })).toEqual({
      decision: 'implicitDeny',
      by: { layer: 'resource' },
    });
    expect(decide({ identity, resourcePolicyRequired: true }).by).toEqual({ layer: 'resource' });
  });

  it('the layer and the statement that decide are told', () => {
    const resourcePolicy = { Statement: { ...allow({ Sid: 'Trust' }), Principal: '*' as const } };
    expect(decide({ resourcePolicy }).by).toEqual({ layer: 'resource', sid: 'Trust' });
    const deny = own(allow(), allow({ Effect: 'Deny', Sid: 'Never' }));
    expect(decide({ identity: deny })).toEqual({
      decision: 'explicitDeny',
      by: { layer: 'identity', sid: 'Never' },
    });
    expect(decide({ identity: own(allow()) }).by).toEqual({ layer: 'identity' });
  });
});

describe('a statement', () => {
  const decision = (statement: PolicyStatement, more: Partial<EvaluationRequest> = {}) =>
    decide({ identity: own(statement), ...more }).decision;

  it('applies to the actions and resources that it names', () => {
    expect(decision(allow({ Action: ['s3:*', 'sts:AssumeRole'] }))).toBe('allowed');
    expect(decision(allow({ Action: ['s3:*'] }))).toBe('implicitDeny');
    expect(decision(allow({ Resource: ['arn:aws:s3:::*', base.resource] }))).toBe('allowed');
    expect(decision(allow({ Resource: ['arn:aws:s3:::*'] }))).toBe('implicitDeny');
    expect(decision({ Effect: 'Allow', Action: '*', NotResource: ['arn:aws:s3:::*'] })).toBe('allowed');
    expect(decision({ Effect: 'Allow', NotAction: 'sts:*', Resource: '*' })).toBe('implicitDeny');
  });

  it('of a resource’s policy may name resources, and then means those', () => {
    const Principal = '*';
    expect(trust({ Principal, Resource: base.resource })).toBe('allowed');
    expect(trust({ Principal, Resource: 'arn:aws:s3:::*' })).toBe('implicitDeny');
  });

  it('of a boundary and a session counts as they allow it', () => {
    const more = { boundary: { Statement: allow() }, session: own(allow()) };
    expect(decision(allow(), more)).toBe('allowed');
    expect(decision(allow(), { session: [] })).toBe('allowed');
    expect(decide({ identity: own(allow()), session: own(allow({ Action: 's3:*' })) }).by.layer).toBe(
      'session',
    );
    expect(
      decide({ identity: own(allow()), boundary: { Statement: allow({ Action: 's3:*' }) } }).by.layer,
    ).toBe('boundary');
  });

  it('knows variables from the version of 2012 on', () => {
    const Resource = 'arn:aws:iam::111122223333:role/$' + '{who}';
    const context = { who: 'Target' };
    const of = (Version?: string) =>
      decide({ identity: [{ Version, Statement: allow({ Resource }) }], context }).decision;
    expect([of('2012-10-17'), of('2008-10-17'), of()]).toEqual(['allowed', 'implicitDeny', 'implicitDeny']);
    expect(hasVariables({ Statement: [] })).toBe(false);
  });
});

it('nothing is an empty list, one thing a list of one', () => {
  expect([asList(undefined), asList('a'), asList(['a'])]).toEqual([[], ['a'], ['a']]);
});
