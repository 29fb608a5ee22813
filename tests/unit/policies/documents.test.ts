import { describe, expect, it } from 'vitest';
import { boundaryArn, expertBoundary } from '@/lib/policies/boundary';
import type { PolicyDocument } from '@/lib/policies/document';
import { evaluate } from '@/lib/policies/evaluation/evaluate';
import { denyAllArn, levelArn, PERMISSION_LEVELS, type PermissionLevel } from '@/lib/policies/levels';
import { levelPolicy, managedPolicy } from '@/lib/policies/managed';
import { meaning } from '@/lib/policies/meaning';
import { homeRegionOf, probeOf } from '@/lib/policies/probe';
import { accessShare, actionKind } from '@/lib/policies/share';
import { connectionTemplate } from '@/lib/policies/template';
import { grantTrustPolicy, roleName } from '@/lib/policies/trust';

const account = '111122223333';
const broker = 'arn:aws:iam::999988887777:role/groundcrew-broker';

describe('levels', () => {
  it('has a published document under the exact ARN of each level', () => {
    for (const level of PERMISSION_LEVELS) {
      expect(levelPolicy(level).name).toBe(level);
      expect(managedPolicy(levelArn(level, 'aws-us-gov'))?.name).toBe(level);
    }
    expect(managedPolicy(denyAllArn('aws'))?.name).toBe('AWSDenyAll');
    expect(managedPolicy('arn:aws:iam::aws:policy/Billing')).toBeUndefined();
  });

  it('says of every level what it means, and derives the rest from the document', () => {
    for (const level of PERMISSION_LEVELS) {
      const words = meaning(level);
      expect(words.can.length).toBeGreaterThan(0);
      expect(words.cannot.length).toBeGreaterThan(0);
      expect(words.residual.length).toBeGreaterThan(0);
      for (const line of [...words.can, ...words.cannot]) expect(line).toMatch(/^[a-z].*[^.]$/);
      for (const line of [...words.worthKnowing, ...words.residual]) expect(line).toMatch(/^[A-Z].*\.$/);
    }
    expect(accessShare('AdministratorAccess').reach).toBe('everything');
    expect(accessShare('PowerUserAccess').exceptServices).toEqual(['iam', 'organizations', 'account']);
    const view = accessShare('ViewOnlyAccess');
    expect(view.permissions).toBe(0);
    expect(view.list).toBeGreaterThan(view.write * 20);
    expect(actionKind('iam:PassRole')).toBe('permissions');
    expect(actionKind('s3:PutObject*')).toBe('write');
  });

  it.each(PERMISSION_LEVELS)('claims of %s no more and no less than its document allows', (level) => {
    const allows = (action: string) =>
      evaluate({
        identity: [levelPolicy(level).document],
        boundary: expertBoundary(account, 'aws'),
        principal: { accountId: account, arns: [] },
        action,
        resource: '*',
        context: {},
      }).decision === 'allowed';
    const words = meaning(level);
    if (words.spendsMoney === 'no')
      expect(['ec2:RunInstances', 'rds:CreateDBInstance', 'payments:MakePayment'].filter(allows)).toEqual([]);
    if (words.spendsMoney === 'yes') {
      const costly = [
        'ec2:RunInstances',
        'rds:CreateDBInstance',
        'payments:MakePayment',
        'ec2:CreateNatGateway',
        'directconnect:CreateConnection',
      ];
      expect(costly.some(allows)).toBe(true);
    }
    if (words.readsData === 'no')
      expect(['s3:GetObject', 'dynamodb:GetItem', 'sqs:ReceiveMessage'].filter(allows)).toEqual([]);
    if (words.readsData === 'yes') expect(allows('s3:GetObject')).toBe(true);
    for (const never of ['iam:CreateUser', 'iam:CreateRole', 'sts:AssumeRole', 'cloudtrail:StopLogging']) {
      expect(allows(never)).toBe(false);
    }
  });
});

describe('the boundary', () => {
  it('fits into a managed policy', () => {
    const length = JSON.stringify(expertBoundary(account, 'aws-us-gov')).replace(/\s/g, '').length;
    expect(length).toBeLessThan(6144);
  });

  it('lets policies be attached to roles under the same boundary alone', () => {
    const attach = (context: Record<string, string>, role = 'web') =>
      evaluate({
        identity: [levelPolicy('AdministratorAccess').document],
        boundary: expertBoundary(account, 'aws'),
        principal: { accountId: account, arns: [] },
        action: 'iam:AttachRolePolicy',
        resource: `arn:aws:iam::${account}:role/${role}`,
        context,
      }).decision;
    expect(attach({})).toBe('explicitDeny');
    expect(attach({ 'iam:PermissionsBoundary': boundaryArn(account, 'aws') })).toBe('allowed');
    expect(attach({ 'iam:PermissionsBoundary': boundaryArn(account, 'aws') }, 'GroundcrewPermission-x')).toBe(
      'explicitDeny',
    );
  });
});

describe('trust, names and the template', () => {
  it('makes role names that differ, fit and keep to the alphabet', () => {
    expect(roleName(new Uint8Array(16))).toBe(`GroundcrewPermission-${'a'.repeat(26)}`);
    expect(roleName(new Uint8Array(26).fill(255)).length).toBeLessThanOrEqual(64);
    expect(roleName(Uint8Array.from({ length: 16 }, (_, i) => i * 13))).toMatch(
      /^GroundcrewPermission-[a-z2-7]{26}$/,
    );
    expect(() => roleName(new Uint8Array(8))).toThrow(RangeError);
  });

  it('keeps a grant’s trust policy within 2,048 characters', () => {
    const policy = grantTrustPolicy({
      brokerRoleArn: broker,
      externalId: 'x'.repeat(52),
      notAfter: '2026-11-24T18:00:00Z',
    });
    expect(JSON.stringify(policy).length).toBeLessThan(2048);
    expect(policy).toMatchObject({
      Statement: [{ Condition: { DateLessThan: { 'aws:CurrentTime': '2026-11-24T18:00:00Z' } } }],
    });
  });

  it('gives the grantor none of the rights that would let it lift a boundary', () => {
    const text = JSON.stringify(
      connectionTemplate({ brokerRoleArn: broker, platformName: 'Groundcrew' }).Resources.Grantor,
    );
    for (const action of [
      'PutRolePolicy',
      'UpdateAssumeRolePolicy',
      'RolePermissionsBoundary"',
      'PassRole',
      'iam:*',
    ]) {
      expect(text).not.toContain(action);
    }
    expect(text).toContain('iam:CreateRole');
  });

  it('offers no stack that could never be connected: both roles are always in it', () => {
    const template = connectionTemplate({ brokerRoleArn: broker, platformName: 'Groundcrew' });
    expect(Object.keys(template.Parameters)).toEqual(['ExternalId', 'BrokerRoleArn']);
    expect(Object.keys(template.Resources)).toEqual(['ExpertBoundary', 'Revoker', 'Grantor']);
    expect(JSON.stringify(template)).not.toContain('"Condition":"');
  });
});

describe('the probe of a level', () => {
  /** What IAM decides by the published documents, under the boundary. */
  const decision = (action: string, level: PermissionLevel, ...more: PolicyDocument[]) =>
    evaluate({
      identity: [levelPolicy(level).document, ...more],
      boundary: expertBoundary(account, 'aws'),
      principal: { accountId: account, arns: [] },
      action,
      resource: '*',
      context: { 'aws:RequestedRegion': 'eu-west-1' },
    }).decision;
  const denyAll = managedPolicy(denyAllArn('aws'))!.document;
  const callOf = (level: PermissionLevel) => {
    const probe = probeOf(level, 'aws');
    if (!('call' in probe)) throw new Error(probe.reason);
    return probe.call;
  };

  it.each(PERMISSION_LEVELS)('is a call that %s allows under the boundary, and AWSDenyAll ends', (level) => {
    expect(decision(callOf(level), level)).toBe('allowed');
    expect(decision(callOf(level), level, denyAll)).toBe('explicitDeny');
  });

  it('is none that would be refused without any deny, as listing buckets is by two of the nine', () => {
    const refused = (action: string) =>
      PERMISSION_LEVELS.filter((level) => decision(action, level) !== 'allowed');
    expect(refused('s3:ListAllMyBuckets')).toEqual(['NetworkAdministrator', 'Billing']);
    expect(refused('ec2:DescribeVpcs')).toEqual(['Billing']);
  });

  it('costs nothing: no call of Cost Explorer', () => {
    for (const level of PERMISSION_LEVELS) expect(callOf(level)).not.toMatch(/^ce:/);
  });

  it('is missing where a partition has none, and the reason is said', () => {
    for (const partition of ['aws-us-gov', 'aws-cn']) {
      expect(probeOf('Billing', partition)).toEqual({ reason: expect.stringContaining('Billing') });
      expect(probeOf('ViewOnlyAccess', partition)).toMatchObject({ call: 'ec2:DescribeVpcs' });
    }
    expect(() => homeRegionOf('aws-iso')).toThrow(RangeError);
  });
});
