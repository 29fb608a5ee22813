import type { Kind } from './kinds';

/** What the two sides are told while an access ends, and of what was otherwise in AWS. */
export const ACCESS_KINDS = {
  'grant.denied': {
    topic: 'access',
    to: 'customer',
    subject: (d) => `${d.expert}’s access is blocked`,
    says: (d) =>
      `Access for “${d.title}” is denied. ${d.reason ?? 'AWS refused a test session.'} We delete the role after the last session ends.`,
    action: 'See the proof',
  },
  'grant.incident': {
    topic: 'security',
    to: 'both',
    subject: () => 'Check an access to AWS',
    says: (d) =>
      `The access of ${d.expert} for “${d.title}” was not as we had said. ${d.reason ?? ''}`.trimEnd(),
    action: 'See what happened',
  },
  'grant.stuck': {
    topic: 'security',
    to: 'customer',
    right: 'grant',
    subject: () => 'Ending the access needs your hand',
    says: (d) =>
      `The access of ${d.expert} for “${d.title}” could not be ended by itself. The page says what to do.`,
    action: 'See what to do',
  },
} as const satisfies Record<string, Kind>;
