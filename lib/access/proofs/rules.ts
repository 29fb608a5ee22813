import { MINUTE } from '@/lib/core/time';
import { homeRegionOf, type Probe } from '@/lib/policies/probe';

/** A refusal counts once it was given so many times in a row. */
export const REFUSALS = 3;

/**
 * How often what is said of a grant is looked at in AWS. While it is held a session may be alive, so that a deny which
 * somebody takes away has to be seen within a minute; afterwards nothing can use the role.
 */
export const LOOK_MS = { active: 5 * MINUTE, denied: 30_000, denied_not_deleted: 5 * MINUTE } as const;

/** How long until a role that could not be deleted is looked at again: the customer may have cleared it meanwhile. */
export const STUCK_MINUTES = 15;

/** What was seen before the deny, as the row holds it: where the level's call was allowed, and why not elsewhere. */
export type Control = {
  call: string | null;
  allowed: string[];
  missing: { region: string; why: string }[];
};

/** What the end was proven with, as the row holds it. */
export type Proof = {
  /** The refusals that count, or null where there is none. */
  refused: { call: string; answer: string; regions: string[] } | null;
  /** Why no call proves it, wholly or in some Regions. */
  unproven: { call: string | null; why: string; regions: string[] } | null;
};

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;

/** Where the call has to be refused: at home, and in each Region that the grant's activity names. */
export function regionsToTry(probe: Probe, partition: string, named: readonly string[]): string[] {
  const home = homeRegionOf(partition);
  if (!probe.everywhere) return [home];
  return [...new Set([home, ...named.filter((region) => REGION.test(region))])];
}

/** What to say of the Regions in which nothing could be shown. Null where it was shown in each. */
export function unprovenIn(control: Control, regions: readonly string[]): Proof['unproven'] {
  const open = regions.filter((region) => !control.allowed.includes(region));
  if (open.length === 0) return null;
  const whys = open.map(
    (region) =>
      control.missing.find((one) => one.region === region)?.why ??
      'This Region appeared in the activity only after the deny.',
  );
  return { call: control.call, why: [...new Set(whys)].join(' '), regions: open };
}

/** Why a call that should have been allowed shows nothing. */
export function whyMissing(
  call: string,
  tried: { answer: 'refused' | 'unknown'; code: string | null },
): string {
  if (tried.answer === 'unknown')
    return `AWS gave no clear result for ${call} before the deny (${tried.code ?? 'no reply'}).`;
  const hint = call.startsWith('cur:') ? ' The account may not let roles see its billing.' : '';
  return `AWS refused ${call} even before the deny (${tried.code}).${hint}`;
}

type Given = { levelArn: string; boundaryArn: string; denyArn: string; roleId: string | null };
type Found = { roleId: string; boundary: string | null; policies: readonly string[] };

/** How a role in force differs from the one that was given, and whether the access must end for it. */
export function straysOf(given: Given, found: Found | null): { says: string; ends: boolean }[] {
  if (!found) return [{ says: 'The role was deleted in AWS.', ends: true }];
  const nameOf = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1);
  const added = found.policies.filter((arn) => arn !== given.levelArn && arn !== given.denyArn).map(nameOf);
  return [
    ...(given.roleId !== null && given.roleId !== found.roleId
      ? [{ says: 'Someone replaced the role in AWS.', ends: true }]
      : []),
    ...(found.boundary !== given.boundaryArn
      ? [{ says: 'The permissions boundary was removed or replaced in AWS.', ends: true }]
      : []),
    ...(found.policies.includes(given.denyArn)
      ? [{ says: 'AWSDenyAll was attached in AWS, so the expert can do nothing.', ends: false }]
      : []),
    ...(found.policies.includes(given.levelArn)
      ? []
      : [{ says: `${nameOf(given.levelArn)} was detached in AWS.`, ends: false }]),
    ...(added.length > 0
      ? [{ says: `Policies were attached in AWS: ${added.join(', ')}.`, ends: false }]
      : []),
  ];
}
