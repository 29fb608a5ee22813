import { sessionNameOf } from '@/lib/access/grants/rules';
import { CLOCK, VENDOR } from '@/lib/core/rights';
import { type Handler, handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { log } from '@/lib/platform/log/logger';
import { enter } from '@/lib/vendors/aws/entry';
import type { AwsProblem } from '@/lib/vendors/aws/problem';
import { DEFAULT_REGIONS, enabledRegions } from '@/lib/vendors/aws/regions';
import { lookupTrail, type TrailEvent } from '@/lib/vendors/aws/trail';
import { beginReading, type Found, keepRegions, postpone, readNext, record } from './commands';
import { readActivity } from './jobs';
import { slotFor } from './pace';
import { GLOBAL_REGION, harmless, wellFormed } from './rules';

/** 50 events each. More than this in one stretch is not an expert at work any more; the log says so. */
const MOST_PAGES = 1_000;

const read = handler(readActivity, async (place, { callId, signal }) => {
  const query = await perform(VENDOR, (tx) => beginReading(tx, VENDOR, place), { callId });
  if (!query) return;
  const later = (doing: string, { code, kind }: AwsProblem, entering = false) => {
    log().warn({ ...place, doing, code }, 'activity not read');
    // One Region may be closed by the customer's organization; in the global one, it is us who are refused.
    const refused = kind === 'denied' && (entering || place.region === GLOBAL_REGION);
    return perform(VENDOR, (tx) => postpone(tx, VENDOR, { ...place, code, refused }), { callId });
  };
  const revoker = await enter(query, 'revoker');
  if (!revoker.ok) return later('entering the account', revoker.problem, true);
  if (query.listsRegions) {
    const found = await enabledRegions(revoker.value);
    // A stack of an earlier version does not let us ask: then the Regions that every account has are read.
    if (!found.ok) log().warn({ ...place, code: found.problem.code }, 'Regions not listed');
    const regions = found.ok ? found.value : DEFAULT_REGIONS;
    await perform(VENDOR, (tx) => keepRegions(tx, VENDOR, { grantId: place.grantId, regions }), { callId });
  }
  const sessionName = sessionNameOf(place.grantId, query.expertId);
  let nextToken: string | undefined;
  for (let pages = 1; ; pages += 1) {
    await slotFor(`${query.accountId} ${place.region}`);
    signal.throwIfAborted();
    const page = await lookupTrail(revoker.value, {
      region: place.region,
      sessionName,
      roleArn: query.roleArn,
      roleId: query.roleId,
      from: query.from,
      to: query.to,
      ...(nextToken ? { nextToken } : {}),
    });
    if (!page.ok) return later('looking up events', page.problem);
    const events = page.value.events.map((event) => foundOf(event, sessionName));
    nextToken = page.value.nextToken;
    const more = nextToken !== undefined && pages < MOST_PAGES;
    await perform(VENDOR, (tx) => record(tx, VENDOR, { ...place, at: query.at, events, more }), { callId });
    if (!more) break;
  }
  if (nextToken) log().error({ ...place, from: query.from }, 'more events than are read in one stretch');
});

function foundOf(event: TrailEvent, sessionName: string): Found {
  return {
    eventId: event.id,
    at: event.at,
    name: wellFormed(event.name),
    source: wellFormed(event.source),
    region: event.region,
    readOnly: event.readOnly,
    errorCode: event.errorCode ? wellFormed(event.errorCode) : null,
    sessionName,
    sourceIp: event.sourceIp ? wellFormed(event.sourceIp) : null,
    resources: event.resources.map(({ type, name }) => ({ type: wellFormed(type), name: wellFormed(name) })),
    raw: harmless(JSON.parse(event.raw)),
  };
}

export const brokerHandlers: Handler[] = [read];

export const brokerSweeps: { name: string; run: () => Promise<number> }[] = [
  {
    name: 'activity to read',
    run: async () => Number(await perform(CLOCK, (tx) => readNext(tx, VENDOR))),
  },
];
