import { BOUNDARY_NAME, boundaryArn, expertBoundary } from './boundary';
import type { PolicyDocument } from './document';
import { denyAllArn, levelArn, PERMISSION_LEVELS } from './levels';
import { connectionTrustPolicy, ROLE_PREFIX } from './trust';

export const REVOKER_NAME = 'GroundcrewRevoker';
export const REVOKER_POLICY_NAME = 'EndAccessAndReadTheTrail';
export const GRANTOR_NAME = 'GroundcrewGrantor';

/** The tag that marks a role as made by a grant; its value is the grant's id. */
export const GRANT_TAG = 'groundcrew:grant';

export type CloudFormationTemplate = {
  AWSTemplateFormatVersion: '2010-09-09';
  Description: string;
  Parameters: Record<string, Record<string, unknown>>;
  Resources: Record<string, { Type: string; DependsOn?: string; Properties: Record<string, unknown> }>;
  Outputs?: Record<string, { Description: string; Value: unknown }>;
};

const ACCOUNT = '$' + '{AWS::AccountId}';
const PARTITION = '$' + '{AWS::Partition}';
const expertRoles = `arn:${PARTITION}:iam::${ACCOUNT}:role/${ROLE_PREFIX}*`;
const boundary = boundaryArn(ACCOUNT, PARTITION);

/** What the revoker may: end access, and read what was done. An account keeps the one that it was connected with. */
export const revokerPolicy: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Read',
      Effect: 'Allow',
      Action: [
        'iam:GetRole',
        'iam:ListAttachedRolePolicies',
        'iam:ListRolePolicies',
        'iam:ListInstanceProfilesForRole',
        'iam:ListRoleTags',
      ],
      Resource: expertRoles,
    },
    {
      Sid: 'DenyOnlyAttach',
      Effect: 'Allow',
      Action: 'iam:AttachRolePolicy',
      Resource: expertRoles,
      Condition: { ArnEquals: { 'iam:PolicyARN': denyAllArn(PARTITION) } },
    },
    {
      Sid: 'TearDown',
      Effect: 'Allow',
      Action: ['iam:DetachRolePolicy', 'iam:DeleteRole'],
      Resource: expertRoles,
    },
    { Sid: 'FindOrphans', Effect: 'Allow', Action: 'iam:ListRoles', Resource: '*' },
    {
      Sid: 'Logs',
      Effect: 'Allow',
      Action: ['cloudtrail:LookupEvents', 'ec2:DescribeRegions'],
      Resource: '*',
    },
  ],
};

const grantorPolicy: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'CreateOnlyBounded',
      Effect: 'Allow',
      Action: 'iam:CreateRole',
      Resource: expertRoles,
      Condition: { StringEquals: { 'iam:PermissionsBoundary': boundary, 'aws:RequestTag/groundcrew': '1' } },
    },
    { Sid: 'TagOnCreate', Effect: 'Allow', Action: 'iam:TagRole', Resource: expertRoles },
    {
      Sid: 'AttachListed',
      Effect: 'Allow',
      Action: 'iam:AttachRolePolicy',
      Resource: expertRoles,
      Condition: {
        ArnEquals: { 'iam:PolicyARN': PERMISSION_LEVELS.map((level) => levelArn(level, PARTITION)) },
        StringEquals: { 'iam:PermissionsBoundary': boundary },
      },
    },
    // To recognise its own role after a reply was lost.
    {
      Sid: 'Read',
      Effect: 'Allow',
      Action: ['iam:GetRole', 'iam:ListAttachedRolePolicies'],
      Resource: expertRoles,
    },
  ],
};

/**
 * The stack that connects an account: a ceiling, a role that can only end access, and one that grants. CloudFormation
 * deletes what depends on a resource before the resource. A policy that a role bears as its boundary cannot be deleted:
 * so while an expert's role is there, the deletion stops before the revoker goes.
 */
export function connectionTemplate(input: {
  brokerRoleArn: string;
  platformName: string;
}): CloudFormationTemplate {
  const trust = connectionTrustPolicy({
    brokerRoleArn: '$' + '{BrokerRoleArn}',
    externalId: '$' + '{ExternalId}',
  });
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `Connects this account to ${input.platformName}. To disconnect, revoke all access in ${input.platformName} first, then delete this stack.`,
    Parameters: {
      ExternalId: {
        Type: 'String',
        Description: `Ties this stack to your account at ${input.platformName}. Leave it as it is.`,
        MinLength: 20,
        MaxLength: 1224,
        AllowedPattern: '[\\w+=,.@:\\/-]*',
      },
      BrokerRoleArn: {
        Type: 'String',
        Description: `The role of ${input.platformName} that may use the roles of this stack.`,
        Default: input.brokerRoleArn,
      },
    },
    Resources: {
      ExpertBoundary: {
        Type: 'AWS::IAM::ManagedPolicy',
        DependsOn: 'Revoker',
        Properties: {
          ManagedPolicyName: BOUNDARY_NAME,
          Description: `The ceiling on every role that ${input.platformName} gives to an expert.`,
          PolicyDocument: substituted(expertBoundary(ACCOUNT, PARTITION)),
        },
      },
      Revoker: role(REVOKER_NAME, trust, REVOKER_POLICY_NAME, revokerPolicy),
      Grantor: {
        ...role(GRANTOR_NAME, trust, 'CreateBoundedRoles', grantorPolicy),
        DependsOn: 'Revoker',
      },
    },
    Outputs: {
      RevokerArn: { Description: 'The role that ends access.', Value: { 'Fn::GetAtt': ['Revoker', 'Arn'] } },
      GrantorArn: {
        Description: 'The role that grants access.',
        Value: { 'Fn::GetAtt': ['Grantor', 'Arn'] },
      },
    },
  };
}

function role(name: string, trust: PolicyDocument, policyName: string, policy: PolicyDocument) {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: name,
      MaxSessionDuration: 3600,
      AssumeRolePolicyDocument: substituted(trust),
      Policies: [{ PolicyName: policyName, PolicyDocument: substituted(policy) }],
    },
  };
}

/** Wraps every text that names a stack's value in Fn::Sub, so that one policy serves code and template alike. */
function substituted(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('$' + '{') ? { 'Fn::Sub': value } : value;
  if (Array.isArray(value)) return value.map(substituted);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, substituted(inner)]));
  }
  return value;
}
