import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { MINUTE } from '@/lib/core/time';
import { type ServiceName, type WireError, wireError } from './wire';

export type Authorization = {
  accessKeyId: string;
  date: string;
  region: string;
  service: ServiceName;
  signedHeaders: string[];
  signature: string;
};

export type SignedRequest = {
  method: string;
  /** Path and query exactly as they came over the wire. */
  target: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
};

const services: readonly string[] = ['iam', 'sts', 'cloudtrail', 's3', 'ec2', 'cur'];
const SKEW_MS = 15 * MINUTE;

const incomplete = (message: string) => wireError('IncompleteSignature', 400, message);

export function parseAuthorization(header: string): Authorization {
  const fields =
    /^AWS4-HMAC-SHA256\s+Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})\s*$/.exec(
      header,
    );
  if (!fields) throw incomplete('Authorization header is malformed.');
  const [accessKeyId, date, region, service, end, ...rest] = (fields[1] as string).split('/');
  if (
    !accessKeyId ||
    !/^\d{8}$/.test(date ?? '') ||
    !region ||
    !service ||
    end !== 'aws4_request' ||
    rest.length > 0
  ) {
    throw incomplete('Credential must be <key>/<date>/<region>/<service>/aws4_request.');
  }
  if (!services.includes(service))
    throw wireError('UnknownService', 400, `The sandbox does not offer ${service}.`);
  return {
    accessKeyId,
    date: date as string,
    region,
    service: service as ServiceName,
    signedHeaders: (fields[2] as string).split(';'),
    signature: fields[3] as string,
  };
}

/**
 * Signs the request again with the secret that belongs to its access key and compares in constant time. `now` is
 * the wall clock in milliseconds: a clock that was moved for a demonstration must not break signatures.
 */
export function verifySignature(
  request: SignedRequest,
  auth: Authorization,
  key: { secret: string; token: string | undefined },
  now: number,
): WireError | undefined {
  const stamp = header(request, 'x-amz-date');
  const at = Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!stamp || Number.isNaN(at) || stamp.slice(0, 8) !== auth.date) {
    return incomplete('X-Amz-Date is missing or does not match the credential scope.');
  }
  for (const needed of [
    'host',
    ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-')),
  ]) {
    if (auth.signedHeaders.includes(needed)) continue;
    // An intermediary may add headers; those that decide who calls and when have to be under the signature.
    if (
      ['host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target', 'x-amz-content-sha256'].includes(needed)
    ) {
      return wireError('SignatureDoesNotMatch', 403, `${needed} has to be signed.`);
    }
  }
  if (Math.abs(now - at) > SKEW_MS) {
    return auth.service === 's3'
      ? wireError(
          'RequestTimeTooSkewed',
          403,
          'The difference between the request time and the current time is too large.',
        )
      : wireError('SignatureDoesNotMatch', 403, `Signature not yet current or expired: ${stamp}`);
  }
  if (key.token !== undefined && !sameText(header(request, 'x-amz-security-token'), key.token)) {
    return wireError('InvalidClientTokenId', 403, 'The security token included in the request is invalid.');
  }
  const payload = payloadHash(request, auth);
  if (typeof payload !== 'string') return payload;

  const canonical = [
    request.method,
    canonicalPath(request.target, auth.service),
    canonicalQuery(request.target),
    ...auth.signedHeaders.map((name) => `${name}:${header(request, name).trim().replace(/\s+/g, ' ')}`),
    '',
    auth.signedHeaders.join(';'),
    payload,
  ].join('\n');
  const scope = `${auth.date}/${auth.region}/${auth.service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical)].join('\n');
  const signingKey = [auth.date, auth.region, auth.service, 'aws4_request'].reduce<Buffer | string>(
    (hmacKey, part) => createHmac('sha256', hmacKey).update(part).digest(),
    `AWS4${key.secret}`,
  );
  const expected = createHmac('sha256', signingKey).update(toSign).digest();
  if (timingSafeEqual(expected, Buffer.from(auth.signature, 'hex'))) return undefined;
  return wireError(
    'SignatureDoesNotMatch',
    403,
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
  );
}

function payloadHash(request: SignedRequest, auth: Authorization): string | WireError {
  const actual = sha256(request.body);
  const stated = header(request, 'x-amz-content-sha256');
  if (auth.service !== 's3' || stated === '') return actual;
  if (stated === 'UNSIGNED-PAYLOAD') return stated;
  if (stated.startsWith('STREAMING-'))
    return wireError('NotImplemented', 501, 'Streaming uploads are not offered.');
  return stated === actual
    ? actual
    : wireError(
        'XAmzContentSHA256Mismatch',
        400,
        'The provided x-amz-content-sha256 does not match what was computed.',
      );
}

function canonicalPath(target: string, service: ServiceName): string {
  const path = target.split('?')[0] || '/';
  // Every service but S3 signs the path encoded once more than it was sent.
  return service === 's3' ? path : path.split('/').map(encode).join('/');
}

function canonicalQuery(target: string): string {
  const start = target.indexOf('?');
  if (start < 0) return '';
  return target
    .slice(start + 1)
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      const [name, value] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
      return [encode(decode(name)), encode(decode(value))] as const;
    })
    .sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function header(request: SignedRequest, name: string): string {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : (value ?? '');
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
