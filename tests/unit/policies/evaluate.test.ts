import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '@/lib/policies/document';
import { type EvaluationRequest, evaluate } from '@/lib/policies/evaluation/evaluate';

const principal = { accountId: '111122223333', arns: ['arn:aws:iam::111122223333:role/Expert'] };
const base: EvaluationRequest = {
  identity: [],
  principal,
  action: 's3:ListAllMyBuckets',
  resource: '*',
  context: {},
};
const allowAll: PolicyDocument = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
};
const denyAll: PolicyDocument = {
  Version: '2012-10-17',
  Statement: { Effect: 'Deny', Action: ['*'], Resource: '*' },
};
const allowIf = (
  Condition: NonNullable<Extract<PolicyDocument['Statement'], { Sid?: string }>['Condition']>,
) =>
  ({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition },
  }) as PolicyDocument;

const actions = ['s3:GetObject', 's3:PutObject', 'iam:CreateUser', 'ec2:StopInstances', 'sts:AssumeRole'];
const resources = ['*', 'arn:aws:s3:::one/a', 'arn:aws:iam::111122223333:user/x'];
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Deny'),
  Action: fc.constantFrom('*', 's3:*', 'iam:Create*', 'EC2:stopinstances', ...actions),
  Resource: fc.constantFrom('*', 'arn:aws:s3:::*', 'arn:aws:iam::*:user/?'),
});
const policy = fc
  .array(statement, { maxLength: 4 })
  .map((Statement): PolicyDocument => ({ Version: '2012-10-17', Statement }));
const request = fc.record({
  identity: fc.array(policy, { maxLength: 3 }),
  boundary: fc.option(policy, { nil: undefined }),
  session: fc.option(fc.array(policy, { maxLength: 2 }), { nil: undefined }),
  action: fc.constantFrom(...actions),
  resource: fc.constantFrom(...resources),
});

describe('evaluate', () => {
  it('allows nothing by itself', () => {
    expect(evaluate(base)).toEqual({ decision: 'implicitDeny', by: { layer: 'identity' } });
  });

  it('lets a Deny win in whatever layer it stands', () => {
    fc.assert(
      fc.property(request, fc.constantFrom('identity', 'boundary', 'session', 'resource'), (input, layer) => {
        const denied = { ...base, ...input };
        if (layer === 'identity') denied.identity = [...input.identity, denyAll];
        if (layer === 'boundary') denied.boundary = denyAll;
        if (layer === 'session') denied.session = [...(input.session ?? []), denyAll];
        if (layer === 'resource') {
          denied.resourcePolicy = {
            Statement: { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' },
          };
        }
        expect(evaluate(denied).decision).toBe('explicitDeny');
      }),
    );
  });

  it('allows nothing that the boundary, or the session policies, would not allow by themselves', () => {
    fc.assert(
      fc.property(request, (input) => {
        if (evaluate({ ...base, ...input }).decision !== 'allowed') return;
        const alone = { ...base, action: input.action, resource: input.resource };
        if (input.boundary)
          expect(evaluate({ ...alone, identity: [input.boundary] }).decision).toBe('allowed');
        if (input.session?.length)
          expect(evaluate({ ...alone, identity: input.session }).decision).toBe('allowed');
      }),
      { numRuns: 2000 },
    );
    const empty: PolicyDocument = { Statement: [] };
    const none = { decision: 'implicitDeny' };
    const all = { ...base, identity: [allowAll] };
    expect(evaluate({ ...all, boundary: empty })).toEqual({ ...none, by: { layer: 'boundary' } });
    expect(evaluate({ ...all, session: [empty] })).toEqual({ ...none, by: { layer: 'session' } });
  });

  it('only ever narrows by a boundary and by session policies', () => {
    let allowed = 0;
    fc.assert(
      fc.property(request, (input) => {
        const narrowed = evaluate({ ...base, ...input }).decision;
        const wide = evaluate({ ...base, ...input, boundary: undefined, session: undefined }).decision;
        if (narrowed === 'allowed') {
          allowed += 1;
          expect(wide).toBe('allowed');
        }
      }),
      { numRuns: 2000 },
    );
    expect(allowed).toBeGreaterThan(0);
  });

  it('matches actions without regard to case and resources with it', () => {
    const identity: PolicyDocument[] = [
      { Statement: { Effect: 'Allow', Action: 'S3:get?bject', Resource: 'arn:aws:s3:::one/*' } },
    ];
    const get = { ...base, identity, action: 's3:GetObject' };
    expect(evaluate({ ...get, resource: 'arn:aws:s3:::one/a/b' }).decision).toBe('allowed');
    expect(evaluate({ ...get, resource: 'arn:aws:s3:::ONE/a' }).decision).toBe('implicitDeny');
  });

  it('reads NotAction and NotResource as everything else', () => {
    const identity: PolicyDocument[] = [
      { Statement: { Effect: 'Allow', NotAction: ['iam:*'], NotResource: 'arn:aws:s3:::secret/*' } },
    ];
    expect(evaluate({ ...base, identity, action: 'iam:GetRole' }).decision).toBe('implicitDeny');
    expect(evaluate({ ...base, identity, resource: 'arn:aws:s3:::secret/a' }).decision).toBe('implicitDeny');
    expect(evaluate({ ...base, identity, resource: 'arn:aws:s3:::open/a' }).decision).toBe('allowed');
  });

  it('holds a negated operator when the key is absent, and a plain one not', () => {
    const key = 'iam:PermissionsBoundary';
    expect(evaluate({ ...base, identity: [allowIf({ StringNotEquals: { [key]: 'x' } })] }).decision).toBe(
      'allowed',
    );
    expect(evaluate({ ...base, identity: [allowIf({ StringEquals: { [key]: 'x' } })] }).decision).toBe(
      'implicitDeny',
    );
    expect(
      evaluate({ ...base, identity: [allowIf({ StringEqualsIfExists: { [key]: 'x' } })] }).decision,
    ).toBe('allowed');
    expect(evaluate({ ...base, identity: [allowIf({ Null: { [key]: 'true' } })] }).decision).toBe('allowed');
  });

  it.each([
    [
      { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
      { 'aws:CurrentTime': '2025-12-31T23:59:59Z' },
      true,
    ],
    [
      { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
      { 'aws:CurrentTime': '2026-01-01T00:00:00Z' },
      false,
    ],
    [{ StringLike: { 'sts:SourceIdentity': 'expert-*' } }, { 'STS:sourceidentity': 'expert-7' }, true],
    [
      { StringNotLike: { 'sts:SourceIdentity': ['a*', 'expert-*'] } },
      { 'sts:SourceIdentity': 'expert-7' },
      false,
    ],
    [{ ArnLike: { k: 'arn:aws:iam::*:role/x' } }, { k: 'arn:aws:iam::1:2:role/x' }, false],
    [{ NumericLessThanEquals: { n: '3' } }, { n: '3' }, true],
    [{ Bool: { b: true } }, { b: 'true' }, true],
    [{ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, { 'aws:SourceIp': '10.200.1.1' }, true],
    [{ NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, { 'aws:SourceIp': '10.200.1.1' }, false],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, { 'aws:TagKeys': ['a', 'c'] }, false],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, {}, true],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, { 'aws:TagKeys': ['a', 'c'] }, true],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, {}, false],
  ])('decides condition %j with %j as %s', (condition, context, holds) => {
    const outcome = evaluate({ ...base, identity: [allowIf(condition as never)], context: context as never });
    expect(outcome.decision).toBe(holds ? 'allowed' : 'implicitDeny');
  });

  it('fills policy variables from the request and matches nothing without them', () => {
    const own = 'arn:aws:iam::111122223333:user/$' + '{aws:username}';
    const identity: PolicyDocument[] = [
      { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: own } },
    ];
    const resource = 'arn:aws:iam::111122223333:user/ada';
    expect(evaluate({ ...base, identity, resource, context: { 'aws:username': 'ada' } }).decision).toBe(
      'allowed',
    );
    expect(evaluate({ ...base, identity, resource }).decision).toBe('implicitDeny');
  });

  it('asks both sides across accounts, and a role’s trust always', () => {
    const trust = (AWS: string): PolicyDocument => ({
      Statement: { Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' },
    });
    const assume = { ...base, action: 'sts:AssumeRole', resourcePolicyRequired: true };
    const named = principal.arns[0] as string;
    expect(evaluate({ ...assume, identity: [allowAll] }).decision).toBe('implicitDeny');
    const across = { ...assume, resourceAccountId: '999988887777' };
    expect(evaluate({ ...across, resourcePolicy: trust(named) }).decision).toBe('implicitDeny');
    expect(evaluate({ ...across, resourcePolicy: trust(named), identity: [allowAll] }).decision).toBe(
      'allowed',
    );
    expect(
      evaluate({ ...across, resourcePolicy: trust('999988887777'), identity: [allowAll] }).decision,
    ).toBe('implicitDeny');
    const within = { ...assume, resourceAccountId: principal.accountId };
    expect(evaluate({ ...within, resourcePolicy: trust(named) }).decision).toBe('allowed');
    expect(evaluate({ ...within, resourcePolicy: trust('arn:aws:iam::111122223333:root') }).decision).toBe(
      'implicitDeny',
    );
  });
});
