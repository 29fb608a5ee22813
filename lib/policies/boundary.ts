import type { PolicyDocument } from './document';

export const BOUNDARY_NAME = 'GroundcrewExpertBoundary';

export function boundaryArn(accountId: string, partition: string): string {
  return `arn:${partition}:iam::${accountId}:policy/${BOUNDARY_NAME}`;
}

/**
 * The ceiling on every expert's role, whatever its level. It keeps the expert from touching what ends the access:
 * the role itself, the connection, the trail, and anything that could let somebody in again afterwards.
 * Explicit denies, because an implicit one does not limit a resource's policy that names the session.
 *
 * CreateRole is denied even with this boundary attached: a new role may trust an outside account, no condition key
 * can see that, and such a role would outlive the access. A customer who wants the expert to set up a role creates
 * it with this boundary; then the expert may attach policies to it.
 */
export function expertBoundary(accountId: string, partition: string): PolicyDocument {
  const iam = (resource: string) => `arn:${partition}:iam::*:${resource}`;
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'Ceiling', Effect: 'Allow', Action: '*', Resource: '*' },
      {
        Sid: 'NoSelfService',
        Effect: 'Deny',
        Action: 'iam:*',
        Resource: [
          iam('role/Groundcrew*'),
          iam(`policy/${BOUNDARY_NAME}`),
          iam('instance-profile/GroundcrewPermission-*'),
        ],
      },
      {
        Sid: 'NoPersistence',
        Effect: 'Deny',
        Action: [
          'iam:CreateUser',
          'iam:CreateRole',
          'iam:CreateAccessKey',
          'iam:UpdateAccessKey',
          'iam:CreateLoginProfile',
          'iam:UpdateLoginProfile',
          'iam:CreateServiceSpecificCredential',
          'iam:ResetServiceSpecificCredential',
          'iam:UploadSSHPublicKey',
          'iam:UploadSigningCertificate',
          'iam:CreateVirtualMFADevice',
          'iam:DeactivateMFADevice',
          'iam:EnableMFADevice',
          'iam:CreateSAMLProvider',
          'iam:UpdateSAMLProvider',
          'iam:CreateOpenIDConnectProvider',
          'iam:AddClientIDToOpenIDConnectProvider',
          'iam:UpdateOpenIDConnectProviderThumbprint',
          'iam:UpdateAssumeRolePolicy',
          'iam:DeleteRolePermissionsBoundary',
          'iam:DeleteUserPermissionsBoundary',
          'sts:AssumeRole',
          'sts:AssumeRoot',
          'sts:GetFederationToken',
          'rolesanywhere:*',
          'sso:*',
          'sso-directory:*',
          'identitystore:*',
        ],
        Resource: '*',
      },
      {
        Sid: 'OnlyBoundedRoles',
        Effect: 'Deny',
        Action: ['iam:PutRolePermissionsBoundary', 'iam:AttachRolePolicy', 'iam:PutRolePolicy'],
        Resource: '*',
        Condition: { StringNotEquals: { 'iam:PermissionsBoundary': boundaryArn(accountId, partition) } },
      },
      {
        Sid: 'KeepEvidence',
        Effect: 'Deny',
        Action: [
          'cloudtrail:StopLogging',
          'cloudtrail:DeleteTrail',
          'cloudtrail:UpdateTrail',
          'cloudtrail:PutEventSelectors',
          'cloudtrail:PutInsightSelectors',
          'cloudtrail:DeleteEventDataStore',
          'cloudtrail:UpdateEventDataStore',
          'cloudtrail:StopEventDataStoreIngestion',
          'organizations:*',
          'account:*',
        ],
        Resource: '*',
      },
      {
        Sid: 'KeepStack',
        Effect: 'Deny',
        Action: [
          'cloudformation:DeleteStack',
          'cloudformation:UpdateStack',
          'cloudformation:CreateChangeSet',
          'cloudformation:ExecuteChangeSet',
          'cloudformation:SetStackPolicy',
        ],
        Resource: `arn:${partition}:cloudformation:*:*:stack/Groundcrew*/*`,
      },
    ],
  };
}
