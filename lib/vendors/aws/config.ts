import { MINUTE } from '@/lib/core/time';

/** Temporary credentials of a role's session; `expiresAt` is AWS's own word. */
export type AwsCredentials = {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  expiresAt?: Date;
};

/** Where and as whom to call. Without `endpoint` the real service; without `credentials` the machine's own. */
export type AwsConfig = {
  endpoint?: string;
  region: string;
  credentials?: AwsCredentials;
};

const MAX_ATTEMPTS = 5;
const CONNECT_TIMEOUT_MS = 3000;
const REQUEST_TIMEOUT_MS = 15_000;
/** CloudTrail in us-east-1 was seen to take 35 seconds to answer. */
export const TRAIL_TIMEOUT_MS = MINUTE;

/** What every client of ours is made with. Adaptive: IAM and CloudTrail throttle by account, and others share it. */
export function clientOptions(config: AwsConfig, requestTimeout = REQUEST_TIMEOUT_MS) {
  const { credentials } = config;
  return {
    region: config.region,
    ...(config.endpoint ? { endpoint: config.endpoint } : {}),
    ...(credentials
      ? {
          // Without the expiry: the clock of a demonstration moves, and the service alone knows what has expired.
          credentials: {
            accessKeyId: credentials.accessKeyId,
            secretAccessKey: credentials.secretAccessKey,
            ...(credentials.sessionToken ? { sessionToken: credentials.sessionToken } : {}),
          },
        }
      : {}),
    retryMode: 'adaptive',
    maxAttempts: MAX_ATTEMPTS,
    requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, requestTimeout },
  };
}
