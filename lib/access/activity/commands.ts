import { type Actor, authorise } from '@/lib/core/rights';
import { announce } from '@/lib/platform/announce/announce';
import type { Prisma } from '@/lib/platform/db/generated/client';
import type { Tx } from '@/lib/platform/db/transaction';
import { enqueue } from '@/lib/platform/jobs/queue';
import { readActivity } from './jobs';
import { ACTIVITY_COMMANDS } from './rights';
import { GLOBAL_REGION, LIST_EVERY_MS, nextAfterPage, nextReading, nextTry, stretchOf } from './rules';
import {
  claimDueTrails,
  grantToRead,
  insertEvents,
  insertTrails,
  trailOf,
  trailsOf,
  updateDueTrails,
  updateTrail,
  updateTrails,
} from './store';

type Place = { grantId: string; region: string };

/** One CloudTrail event that was found to be of the grant. */
export type Found = {
  eventId: string;
  at: Date;
  name: string;
  source: string;
  region: string;
  readOnly: boolean;
  errorCode: string | null;
  sessionName: string;
  sourceIp: string | null;
  resources: { type: string | null; name: string | null }[];
  raw: unknown;
};

/** A reaction: somebody has been let in, so CloudTrail is read from now on: first where IAM shows, which tells the other Regions. */
export async function follow(tx: Tx, _actor: Actor, input: { grantId: string }): Promise<void> {
  await insertTrails(tx, input.grantId, [GLOBAL_REGION], await tx.now());
}

/** Keeps which Regions the account has: from now on each of them is read. One that was read stays, on or off. */
export async function keepRegions(
  tx: Tx,
  actor: Actor,
  input: { grantId: string; regions: readonly string[] },
): Promise<void> {
  authorise(actor, ACTIVITY_COMMANDS.record);
  const { grantId, regions } = input;
  const at = await tx.now();
  await insertTrails(tx, grantId, regions, at);
  await updateTrail(tx, grantId, GLOBAL_REGION, { listedAt: at });
}

/** A reaction: the access is over. It is read once more at once, and until nothing can be late any more. */
export async function finish(tx: Tx, _actor: Actor, input: { grantId: string }): Promise<void> {
  await updateDueTrails(tx, input.grantId, await tx.now());
}

/** The clock has the due Regions of one access read. Answers whether there were any. */
export async function readNext(tx: Tx, actor: Actor): Promise<boolean> {
  // The sweep runs where the reading does: AWS's answer is what this leads to.
  authorise(actor, ACTIVITY_COMMANDS.record);
  const due = await claimDueTrails(tx);
  if (!due) return false;
  await enqueue(tx, readActivity, due, { key: [due.grantId, ...due.regions].join(' ') });
  return true;
}

/** What to ask CloudTrail; null where the last reading is done in all of them, or the grant never came into force. */
export async function beginReading(tx: Tx, actor: Actor, input: { grantId: string; regions: string[] }) {
  authorise(actor, ACTIVITY_COMMANDS.record);
  const grant = await grantToRead(tx, input.grantId);
  const trails = (await trailsOf(tx, input.grantId, input.regions)).filter(({ dueAt }) => dueAt);
  if (trails.length === 0 || !grant.activeAt || !grant.roleArn || !grant.roleId) return null;
  const at = await tx.now();
  const { connection, roleArn, roleId, expertId, activeAt, revokedAt } = grant;
  const home = trails.find(({ region }) => region === GLOBAL_REGION);
  return {
    accountId: connection.awsAccountId,
    partition: connection.partition,
    externalId: connection.secret?.externalId ?? '',
    roleArn,
    roleId,
    expertId,
    at,
    /** The account has not been asked for its Regions lately, and this is where it is. */
    listsRegions: home && (!home.listedAt || at.getTime() - home.listedAt.getTime() >= LIST_EVERY_MS),
    places: trails.map(({ region, readAt }) => ({
      region,
      ...stretchOf({ activeAt, revokedAt }, readAt, at),
    })),
  };
}

/** IAM, STS and sign-in show in the global Region, whatever the work is. */
const isBusy = (trail: { region: string; busy: boolean }) => trail.region === GLOBAL_REGION || trail.busy;

/** Keeps that there was nothing in these Regions up to `at`. */
export async function recordNothing(
  tx: Tx,
  actor: Actor,
  input: { grantId: string; regions: readonly string[]; at: Date },
): Promise<void> {
  authorise(actor, ACTIVITY_COMMANDS.record);
  const { grantId, regions, at } = input;
  const grant = await grantToRead(tx, grantId);
  const trails = await trailsOf(tx, grantId, regions);
  for (const busy of [true, false]) {
    const alike = trails.filter((trail) => isBusy(trail) === busy).map(({ region }) => region);
    if (alike.length === 0) continue;
    const dueAt = nextReading(grant, at, busy);
    await updateTrails(tx, grantId, alike, { dueAt, readAt: at, problem: null, busy });
  }
}

/** Keeps what was read. With `more`, the reading goes on; without, it is complete up to `at`, and the next is set. */
export async function record(
  tx: Tx,
  actor: Actor,
  input: Place & { at: Date; events: readonly Found[]; more?: boolean },
): Promise<{ added: number }> {
  authorise(actor, ACTIVITY_COMMANDS.record);
  const grant = await grantToRead(tx, input.grantId);
  const added = await insertEvents(
    tx,
    input.events.map((event) => ({
      ...event,
      grantId: input.grantId,
      resources: event.resources as Prisma.InputJsonValue,
      raw: event.raw as Prisma.InputJsonValue,
    })),
  );
  const { grantId, region, at } = input;
  const trail = await trailOf(tx, grantId, region);
  const busy = input.events.length > 0 || isBusy({ region, busy: trail?.busy ?? false });
  if (input.more) await updateTrail(tx, grantId, region, { dueAt: nextAfterPage(await tx.now()), busy });
  else
    await updateTrail(tx, grantId, region, {
      dueAt: nextReading(grant, at, busy),
      readAt: at,
      problem: null,
      busy,
    });
  if (added > 0) {
    await announce(tx, { what: 'job', conversationId: grant.proposal.conversationId });
    tx.emit({ name: 'activity.recorded', grantId });
  }
  return { added };
}

/**
 * AWS could not be asked, or said no. Without an end this would go on for ever: it does, for as long as the access is not
 * proven over. A no puts the connection in doubt: what cannot be watched is not given.
 */
export async function postpone(
  tx: Tx,
  actor: Actor,
  { refused, ...input }: Place & { code: string; refused: boolean },
): Promise<void> {
  authorise(actor, ACTIVITY_COMMANDS.record);
  const [grant, trail] = [
    await grantToRead(tx, input.grantId),
    await trailOf(tx, input.grantId, input.region),
  ];
  const at = await tx.now();
  const readAt = trail?.readAt ?? grant.activeAt ?? at;
  await updateTrail(tx, input.grantId, input.region, {
    dueAt: nextTry(at, readAt),
    problem: input.code,
  });
  if (refused)
    tx.emit({ name: 'activity.refused', grantId: input.grantId, connectionId: grant.connectionId });
}
