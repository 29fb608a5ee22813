import { createHash, createHmac } from 'node:crypto';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { SignatureV4 } from '@smithy/signature-v4';
import type { ProbeCall } from '@/lib/policies/probe';
import { type AwsConfig, type AwsCredentials, clientOptions } from './config';
import { outcome } from './problem';

/** What AWS said to one call. `code` is its own word for it; for an allowed call there is none. */
export type Tried = { answer: 'allowed' | 'refused' | 'unknown'; code: string | null };

const CALL_MS = 5_000;
/** The fewest that EC2 takes. One VPC is as good an answer as all. */
const FEWEST = 5;

/**
 * Whether a session can do this call in this Region at this moment. One attempt: whoever asks wants to know how it is now,
 * and asks again. Only AWS's clear "no" is a refusal; a key that AWS does not know proves nothing of what the role may do.
 */
export async function tryProbe(
  access: AwsConfig,
  call: ProbeCall,
  region: string,
  within = CALL_MS,
): Promise<Tried> {
  const there = { ...access, region };
  const tried = await outcome(() =>
    call === 'ec2:DescribeVpcs' ? describeVpcs(there, within) : describeReports(there, within),
  );
  if (tried.ok) return { answer: 'allowed', code: null };
  const { kind, code } = tried.problem;
  return { answer: kind === 'denied' ? 'refused' : 'unknown', code };
}

async function describeVpcs(access: AwsConfig, within: number): Promise<void> {
  const client = new EC2Client({ ...clientOptions(access), retryMode: 'standard', maxAttempts: 1 });
  try {
    await client.send(new DescribeVpcsCommand({ MaxResults: FEWEST }), {
      abortSignal: AbortSignal.timeout(within),
    });
  } finally {
    client.destroy();
  }
}

/** The shape in which the signer wants its hash. */
function Sha256(
  this: { update(data: string | Uint8Array): void; digest(): Promise<Uint8Array> },
  secret?: string | Uint8Array,
) {
  const hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  this.update = (data) => {
    hash.update(data);
  };
  this.digest = async () => new Uint8Array(hash.digest());
}

/** One signed request in place of a whole client of the SDK's, for the one call that Billing has. */
async function describeReports(access: AwsConfig, within: number): Promise<void> {
  const { endpoint = `https://cur.${access.region}.amazonaws.com`, region, credentials } = access;
  const url = new URL(endpoint);
  const signer = new SignatureV4({
    credentials: credentials as AwsCredentials,
    region,
    service: 'cur',
    sha256: Sha256 as never,
  });
  const body = '{}';
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port ? { port: Number(url.port) } : {}),
    path: '/',
    query: {},
    headers: {
      host: url.host,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSOrigamiServiceGatewayService.DescribeReportDefinitions',
    },
    body,
  });
  const { host: _, ...sent } = headers;
  const answer = await fetch(new URL('/', url), {
    method: 'POST',
    headers: sent,
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(within),
  });
  if (answer.ok) return;
  const { __type } = (await answer.json().catch(() => ({}))) as { __type?: unknown };
  const error = new Error('AWS refused the request');
  // As the SDK names an error: without the namespace that some services put before it.
  error.name = typeof __type === 'string' ? __type.slice(__type.lastIndexOf('#') + 1) : '';
  throw Object.assign(error, { $metadata: { httpStatusCode: answer.status } });
}
