import type { Kind } from './kinds';

/**
 * What is told of members and their rights. `expert` holds the member's name and `company` the tenant's, a customer's or a
 * company's; `reason` the right. Whom each is for is found in members-told.ts.
 */
export const MEMBER_KINDS = {
  'member.joined': {
    topic: 'people',
    to: 'customer',
    subject: () => 'Somebody accepted an invitation',
    says: (d) => `${d.expert} is a member of ${d.company} now.`,
    action: 'See the members',
  },
  'member.left': {
    topic: 'people',
    to: 'customer',
    subject: () => 'A member has left',
    says: (d) => `${d.expert} is no longer a member of ${d.company}.`,
    action: 'See the members',
  },
  'member.removed': {
    topic: 'people',
    to: 'customer',
    subject: () => 'You are a member no longer',
    says: (d) => `An owner has taken you out of ${d.company}. Ask them if you did not expect it.`,
    action: 'Open the settings',
  },
  'member.changed': {
    topic: 'people',
    to: 'customer',
    subject: () => 'Your rights have changed',
    says: (d) => `In ${d.company} you now have: ${d.reason}.`,
    action: 'See your rights',
  },
  'member.asked': {
    topic: 'people',
    to: 'customer',
    subject: () => 'A member asks for a right',
    says: (d) =>
      `${d.expert} asks for the right “${d.reason}” in ${d.company}. Give it, or leave it as it is.`,
    action: 'Decide about it',
  },
} as const satisfies Record<string, Kind>;
