import { createHash } from 'node:crypto';
import type { ConditionContext } from '@/lib/policies/evaluation/match';
import type { Operation, Operations, Raw } from './operation';
import { type Call, wireError } from './wire';
import type { World } from './world';
import { type XmlValue, xml } from './xml';

type Bucket = { name: string; accountId: string; region: string; createdAt: number };
type StoredObject = { key: string; body: Uint8Array; type: string; etag: string; at: number };

const NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';

/** Which S3 operation a path-style request means; its parameters are put beside the query's. */
export function s3Operation(
  method: string,
  path: string,
  query: URLSearchParams,
): { operation: string; params: Record<string, string> } {
  const [bucket = '', ...rest] = decodeURIComponent(path.slice(1)).split('/');
  const key = rest.join('/');
  const params = { ...Object.fromEntries(query), Bucket: bucket, Key: key };
  if (!bucket) return { operation: method === 'GET' ? 'ListBuckets' : 'Unknown', params };
  if (!key)
    return {
      operation: method === 'GET' && query.get('list-type') === '2' ? 'ListObjectsV2' : 'Unknown',
      params,
    };
  const byMethod: Record<string, string> = { GET: 'GetObject', PUT: 'PutObject', DELETE: 'DeleteObject' };
  return { operation: byMethod[method] ?? 'Unknown', params };
}

function document(name: string, value: { [name: string]: XmlValue }): { raw: Raw } {
  const body = xml(name, value, undefined).replace(`<${name}>`, `<${name} ${NAMESPACE}>`);
  return {
    raw: { status: 200, type: 'application/xml', body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}` },
  };
}

function bucketOf(world: World, call: Call): Bucket {
  const bucket = world.database.one<Bucket>('SELECT * FROM buckets WHERE name = ?', call.params.Bucket ?? '');
  if (!bucket) throw wireError('NoSuchBucket', 404, 'The specified bucket does not exist');
  // Buckets here have no policies, so nobody reaches another account's.
  if (bucket.accountId !== call.caller.accountId) throw wireError('AccessDenied', 403, 'Access Denied');
  return bucket;
}

const objectArn = (call: Call) => `arn:aws:s3:::${call.params.Bucket}/${call.params.Key}`;

function onObject(action: string, readOnly: boolean, run: Operation['run']): Operation {
  return { action, readOnly, data: true, needs: (_, call) => [{ action, resource: objectArn(call) }], run };
}

function prefixContext(call: Call): ConditionContext {
  return call.params.prefix ? { 's3:prefix': call.params.prefix } : {};
}

export const s3: Operations = {
  ListBuckets: {
    action: 's3:ListAllMyBuckets',
    readOnly: true,
    needs: () => [{ action: 's3:ListAllMyBuckets', resource: '*' }],
    run: (world, call) => {
      const buckets = world.database.all<Bucket>(
        'SELECT * FROM buckets WHERE accountId = ? ORDER BY name',
        call.caller.accountId,
      );
      return document('ListAllMyBucketsResult', {
        Owner: { ID: call.caller.accountId },
        Buckets: {
          Bucket: buckets.map((bucket) => ({
            Name: bucket.name,
            CreationDate: new Date(bucket.createdAt).toISOString(),
            BucketRegion: bucket.region,
          })),
        },
      });
    },
  },
  ListObjectsV2: {
    action: 's3:ListBucket',
    readOnly: true,
    data: true,
    needs: (_, call) => [
      {
        action: 's3:ListBucket',
        resource: `arn:aws:s3:::${call.params.Bucket}`,
        context: prefixContext(call),
      },
    ],
    run: (world, call) => {
      const bucket = bucketOf(world, call);
      const prefix = call.params.prefix ?? '';
      const size = Math.min(Number(call.params['max-keys'] ?? 1000), 1000);
      const token = call.params['continuation-token'];
      const after = token
        ? Buffer.from(token, 'base64url').toString('utf8')
        : (call.params['start-after'] ?? '');
      const rows = world.database
        .all<StoredObject>(
          'SELECT key, body, type, etag, at FROM objects WHERE bucket = ? AND key > ? ORDER BY key',
          bucket.name,
          after,
        )
        .filter((row) => row.key.startsWith(prefix));
      const shown = rows.slice(0, size);
      const last = shown.at(-1);
      return document('ListBucketResult', {
        Name: bucket.name,
        Prefix: prefix,
        KeyCount: shown.length,
        MaxKeys: size,
        IsTruncated: rows.length > size,
        NextContinuationToken:
          rows.length > size && last ? Buffer.from(last.key).toString('base64url') : undefined,
        Contents: shown.map((row) => ({
          Key: row.key,
          LastModified: new Date(row.at).toISOString(),
          ETag: row.etag,
          Size: row.body.length,
          StorageClass: 'STANDARD',
        })),
      });
    },
  },
  GetObject: onObject('s3:GetObject', true, (world, call) => {
    const bucket = bucketOf(world, call);
    const sql = 'SELECT key, body, type, etag, at FROM objects WHERE bucket = ? AND key = ?';
    const found = world.database.one<StoredObject>(sql, bucket.name, call.params.Key ?? '');
    if (!found) throw wireError('NoSuchKey', 404, 'The specified key does not exist.');
    const headers = { etag: found.etag, 'last-modified': new Date(found.at).toUTCString() };
    return { raw: { status: 200, type: found.type, headers, body: Buffer.from(found.body) } };
  }),
  PutObject: onObject('s3:PutObject', false, (world, call) => {
    const bucket = bucketOf(world, call);
    const etag = storeObject(
      world,
      bucket.name,
      call.params.Key ?? '',
      call.raw,
      call.params.ContentType ?? 'binary/octet-stream',
    );
    return { raw: { status: 200, type: 'application/xml', headers: { etag }, body: '' } };
  }),
  DeleteObject: onObject('s3:DeleteObject', false, (world, call) => {
    const bucket = bucketOf(world, call);
    world.database.run(
      'DELETE FROM objects WHERE bucket = ? AND key = ?',
      bucket.name,
      call.params.Key ?? '',
    );
    return { raw: { status: 204, type: 'application/xml', body: '' } };
  }),
};

export function storeObject(world: World, bucket: string, key: string, body: Buffer, type: string): string {
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  const sql = 'INSERT OR REPLACE INTO objects (bucket, key, body, type, etag, at) VALUES (?, ?, ?, ?, ?, ?)';
  world.database.run(sql, bucket, key, body, type, etag, world.clock.now());
  return etag;
}
