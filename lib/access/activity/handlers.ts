import { sessionNameOf } from '@/lib/access/grants/rules';
import { endingsFirst } from '@/lib/access/turns/endings';
import { CLOCK, VENDOR } from '@/lib/core/rights';
import { type Handler, handler } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { log } from '@/lib/platform/log/logger';
import type { AwsConfig } from '@/lib/vendors/aws/config';
import { enterOften } from '@/lib/vendors/aws/entry';
import type { AwsOutcome, AwsProblem } from '@/lib/vendors/aws/problem';
import { DEFAULT_REGIONS, enabledRegions } from '@/lib/vendors/aws/regions';
import { lookupTrail, type TrailEvent } from '@/lib/vendors/aws/trail';
import { beginReading, type Found, keepRegions, postpone, readNext, record, recordNothing } from './commands';
import { readActivity } from './jobs';
import { slotFor, slotsFor, untilTurn } from './pace';
import { GLOBAL_REGION, harmless, wellFormed } from './rules';

/** 50 events each. More than this in one stretch is not an expert at work any more; the log says so. */
const MOST_PAGES = 1_000;
/** Regions of one access that are read at the same time. */
const LANES = 4;

type Context = { callId: string; signal: AbortSignal };
type Reading = NonNullable<Awaited<ReturnType<typeof beginReading>>> & { grantId: string } & Context;

const read = handler(readActivity, async ({ grantId, regions }, context) => {
  const { callId } = context;
  await endingsFirst();
  const begun = await perform(VENDOR, (tx) => beginReading(tx, VENDOR, { grantId, regions }), { callId });
  if (!begun) return;
  const of: Reading = { ...begun, grantId, ...context };
  // The global Region is read most often: there it shows at once that there is no way in any more.
  const inGlobal = of.places.some(({ region }) => region === GLOBAL_REGION);
  const revoker = await enterOften(of, 'revoker', inGlobal);
  if (!revoker.ok) {
    for (const { region } of of.places)
      await later(of, region, 'entering the account', revoker.problem, true);
    return;
  }
  if (of.listsRegions) {
    const found = await enabledRegions(revoker.value);
    // A stack of an earlier version does not let us ask: then the Regions that every account has are read.
    if (!found.ok) log().warn({ grantId, code: found.problem.code }, 'Regions not listed');
    const listed = found.ok ? found.value : DEFAULT_REGIONS;
    await perform(VENDOR, (tx) => keepRegions(tx, VENDOR, { grantId, regions: listed }), { callId });
  }
  // A session of an earlier entry may have become too old: where it is refused, there is one more try with another.
  let anew: ReturnType<typeof enterOften> | undefined;
  const again = inGlobal ? null : () => (anew ??= enterOften(of, 'revoker', true));
  const turns = await slotsFor(of.places.map(({ region }) => `${of.accountId} ${region}`));
  const left = [...of.places];
  const nothing: string[] = [];
  const lane = async () => {
    for (let place = left.shift(); place; place = left.shift()) {
      await untilTurn(turns.get(`${of.accountId} ${place.region}`)!);
      if ((await readRegion(of, place, revoker.value, again)) === 'nothing') nothing.push(place.region);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (nothing.length > 0)
    await perform(VENDOR, (tx) => recordNothing(tx, VENDOR, { grantId, regions: nothing, at: of.at }), {
      callId,
    });
});

/** Reads one Region to its end, or keeps why that was not possible. `nothing` is left for the caller to keep. */
async function readRegion(
  of: Reading,
  { region, from, to }: Reading['places'][number],
  first: AwsConfig,
  again: (() => Promise<AwsOutcome<AwsConfig>>) | null,
): Promise<'nothing' | 'kept'> {
  const { grantId, callId, signal } = of;
  const sessionName = sessionNameOf(grantId, of.expertId);
  let access = first;
  let another = again;
  let nextToken: string | undefined;
  for (let pages = 1; ; pages += 1) {
    signal.throwIfAborted();
    const page = await lookupTrail(access, {
      region,
      sessionName,
      roleArn: of.roleArn,
      roleId: of.roleId,
      from,
      to,
      ...(nextToken ? { nextToken } : {}),
    });
    if (page.ok) {
      const events = page.value.events.map((event) => foundOf(event, sessionName));
      nextToken = page.value.nextToken;
      const more = nextToken !== undefined && pages < MOST_PAGES;
      if (pages === 1 && events.length === 0 && !more) return 'nothing';
      const found = { grantId, region, at: of.at, events, more };
      await perform(VENDOR, (tx) => record(tx, VENDOR, found), { callId });
      if (!more) break;
    } else if (another) {
      const entered = await another();
      another = null;
      if (!entered.ok) return later(of, region, 'entering the account', entered.problem, true);
      access = entered.value;
    } else return later(of, region, 'looking up events', page.problem);
    await slotFor(`${of.accountId} ${region}`);
  }
  if (nextToken) log().error({ grantId, region, from }, 'more events than are read in one stretch');
  return 'kept';
}

/** Keeps that a Region could not be read, and why. */
async function later(
  { grantId, callId }: Reading,
  region: string,
  doing: string,
  { code, kind }: AwsProblem,
  entering = false,
): Promise<'kept'> {
  log().warn({ grantId, region, doing, code }, 'activity not read');
  // One Region may be closed by the customer's organization; in the global one, it is us who are refused.
  const refused = kind === 'denied' && (entering || region === GLOBAL_REGION);
  await perform(VENDOR, (tx) => postpone(tx, VENDOR, { grantId, region, code, refused }), { callId });
  return 'kept';
}

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
