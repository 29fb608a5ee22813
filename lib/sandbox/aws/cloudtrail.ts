import { DAY } from '@/lib/core/time';
import type { Operations } from './operation';
import { type Call, wireError } from './wire';
import type { World } from './world';

const NINETY_DAYS_MS = 90 * DAY;
const LONGEST_VALUE = 2000;

type Lookup = {
  LookupAttributes?: { AttributeKey?: string; AttributeValue?: string }[];
  StartTime?: number;
  EndTime?: number;
  MaxResults?: number;
  NextToken?: string;
  EventCategory?: string;
};

type Row = {
  seq: number;
  id: string;
  at: number;
  name: string;
  source: string;
  readOnly: string;
  username: string | null;
  accessKeyId: string | null;
  resources: string;
  event: string;
};

const columns: Record<string, string> = {
  EventId: 'id = ?',
  EventName: 'name = ?',
  ReadOnly: 'readOnly = ?',
  Username: 'username = ?',
  EventSource: 'source = ?',
  AccessKeyId: 'accessKeyId = ?',
  ResourceType: "EXISTS (SELECT 1 FROM json_each(resources) WHERE value ->> 'type' = ?)",
  ResourceName: "EXISTS (SELECT 1 FROM json_each(resources) WHERE value ->> 'name' = ?)",
};

const invalid = (code: string, message: string) => wireError(`${code}Exception`, 400, message);

function parse(call: Call): Lookup {
  try {
    const input: unknown = JSON.parse(call.raw.toString('utf8') || '{}');
    if (input && typeof input === 'object' && !Array.isArray(input)) return input as Lookup;
  } catch {
    // Falls through to the one refusal below.
  }
  throw wireError('SerializationException', 400, 'The request body is no JSON object.');
}

/** The parameters that a NextToken belongs to; MaxResults may differ from page to page, as it may on AWS. */
function identityOf(input: Lookup): string {
  const { NextToken: _, MaxResults: __, ...rest } = input;
  return JSON.stringify(rest, Object.keys(rest).sort().concat(['AttributeKey', 'AttributeValue']));
}

function lookup(world: World, call: Call) {
  const input = parse(call);
  const now = world.clock.now();
  const size = input.MaxResults ?? 50;
  if (!Number.isInteger(size) || size < 1 || size > 50) {
    throw invalid('InvalidMaxResults', 'MaxResults must be between 1 and 50.');
  }
  if (input.EventCategory !== undefined && input.EventCategory !== 'insight') {
    throw invalid('InvalidEventCategory', 'The only event category is insight.');
  }
  const start = (input.StartTime ?? 0) * 1000;
  const end = input.EndTime === undefined ? Number.MAX_SAFE_INTEGER : input.EndTime * 1000;
  if (start > end) throw invalid('InvalidTimeRange', 'StartTime must not be after EndTime.');
  const attributes = input.LookupAttributes ?? [];
  if (attributes.length > 1)
    throw invalid('InvalidLookupAttributes', 'Only one lookup attribute can be given.');
  const [attribute] = attributes;
  const filter = attribute && columns[attribute.AttributeKey ?? ''];
  if (
    attribute &&
    (!filter || !attribute.AttributeValue || attribute.AttributeValue.length > LONGEST_VALUE)
  ) {
    throw invalid('InvalidLookupAttributes', 'The lookup attribute is not valid.');
  }
  let before = Number.MAX_SAFE_INTEGER;
  if (input.NextToken !== undefined) {
    const [of, at] = Buffer.from(input.NextToken, 'base64url').toString('utf8').split('\n');
    if (of !== identityOf(input) || !/^\d+$/.test(at ?? '')) {
      throw invalid('InvalidNextToken', 'The token does not belong to these parameters.');
    }
    before = Number(at);
  }
  if (input.EventCategory === 'insight') return { json: { Events: [] } };
  const values = attribute?.AttributeValue ? [attribute.AttributeValue] : [];
  const rows = world.database.all<Row>(
    `SELECT * FROM events WHERE accountId = ? AND region = ? AND at >= ? AND at <= ? AND seq < ? ${filter ? `AND ${filter}` : ''}
     ORDER BY seq DESC LIMIT ?`,
    call.caller.accountId,
    call.region,
    Math.max(start, now - NINETY_DAYS_MS),
    Math.min(end, now - world.settings.trailDelayMs),
    before,
    ...values,
    size + 1,
  );
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    json: {
      Events: shown.map(toEvent),
      ...(rows.length > size && last
        ? { NextToken: Buffer.from(`${identityOf(input)}\n${last.seq}`).toString('base64url') }
        : {}),
    },
  };
}

function toEvent(row: Row) {
  const resources = JSON.parse(row.resources) as { type: string; name: string }[];
  return {
    EventId: row.id,
    EventName: row.name,
    ReadOnly: row.readOnly,
    ...(row.accessKeyId ? { AccessKeyId: row.accessKeyId } : {}),
    EventTime: Math.floor(row.at / 1000),
    EventSource: row.source,
    ...(row.username ? { Username: row.username } : {}),
    Resources: resources.map((one) => ({ ResourceType: one.type, ResourceName: one.name })),
    CloudTrailEvent: row.event,
  };
}

export const cloudtrail: Operations = {
  LookupEvents: {
    action: 'cloudtrail:LookupEvents',
    readOnly: true,
    needs: (world, call) => {
      // Two a second for the whole account and Region, whoever asks.
      if (world.throttle(`${call.caller.accountId}/${call.region}`))
        throw wireError('Throttling', 400, 'Rate exceeded');
      return [{ action: 'cloudtrail:LookupEvents', resource: '*' }];
    },
    run: lookup,
  },
};
