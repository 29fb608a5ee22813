import type { ConditionBlock, PolicyDocument } from './document';

export const ROLE_PREFIX = 'GroundcrewPermission-';
/** What starts the SourceIdentity of every expert's session; the grant's trust policy asks for it. */
export const SOURCE_IDENTITY_PREFIX = 'expert-';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * A name that is never used twice: `random` is 16 bytes or more from a secure source. 47 characters from 16 bytes;
 * the console's Switch Role takes path and name of up to 64 characters together.
 */
export function roleName(random: Uint8Array): string {
  if (random.length < 16 || random.length > 26)
    throw new RangeError('A role name needs 16 to 26 random bytes');
  let bits = 0;
  let pending = 0;
  let text = '';
  for (const byte of random) {
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(pending >> bits) & 31];
    }
    pending &= (1 << bits) - 1;
  }
  if (bits > 0) text += BASE32[(pending << (5 - bits)) & 31];
  return ROLE_PREFIX + text;
}

/** Who may use the connection's own roles: the broker, and only with this connection's ExternalId. */
export function connectionTrustPolicy(input: { brokerRoleArn: string; externalId: string }): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'BrokerWithExternalId',
        Effect: 'Allow',
        Principal: { AWS: input.brokerRoleArn },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': input.externalId } },
      },
    ],
  };
}

/**
 * Who may use an expert's role. `notAfter` (ISO 8601) lets AWS itself refuse new sessions from that instant on, even
 * when nobody is there to revoke.
 */
export function grantTrustPolicy(input: {
  brokerRoleArn: string;
  externalId: string;
  notAfter?: string;
}): PolicyDocument {
  const condition: ConditionBlock = {
    StringEquals: { 'sts:ExternalId': input.externalId },
    StringLike: { 'sts:SourceIdentity': `${SOURCE_IDENTITY_PREFIX}*` },
  };
  if (input.notAfter) condition.DateLessThan = { 'aws:CurrentTime': input.notAfter };
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'BrokerForNamedExpert',
        Effect: 'Allow',
        Principal: { AWS: input.brokerRoleArn },
        Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
        Condition: condition,
      },
    ],
  };
}
