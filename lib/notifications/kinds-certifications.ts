import type { Kind } from './kinds';

/** What is told of certifications: to those who hold them, who verify them, and who relied on them. */
export const CERTIFICATION_KINDS = {
  'certification.claimed': {
    stranger: true,
    topic: 'verification',
    to: 'admins',
    subject: () => 'A certification waits to be verified',
    says: (d) => `${d.expert} claims ${d.certification}.`,
    action: 'Verify it',
  },
  'certification.verified': {
    topic: 'certifications',
    to: 'expert',
    subject: () => 'Your certification is verified',
    says: (d) => `${d.certification} is verified. You can respond to requests.`,
    action: 'See open requests',
  },
  'certification.rejected': {
    topic: 'certifications',
    to: 'expert',
    subject: () => 'Your certification could not be verified',
    says: (d) => `${d.certification} could not be verified.${d.reason ? ` The reason: ${d.reason}` : ''}`,
    action: 'Open your profile',
  },
  'certification.lapsed': {
    topic: 'certifications',
    to: 'expert',
    subject: () => 'A certification of yours has expired',
    says: (d) =>
      `${d.certification} has expired. Without one in force you cannot respond or ask for access, and your profile is hidden.`,
    action: 'Open your profile',
  },
  'certification.revoked': {
    topic: 'certifications',
    to: 'expert',
    subject: () => 'Your certification was revoked',
    says: (d) =>
      `An admin revoked ${d.certification}. The reason: ${d.reason} Without another one you can’t respond or use access.`,
    action: 'Open your profile',
  },
  /** For the customers of whoever lost it. */
  'certification.lost': {
    topic: 'security',
    to: 'customer',
    subject: (d) => `${d.expert} lost a certification`,
    says: (d) =>
      `We revoked ${d.certification} of ${d.expert}. Look at “${d.title}” and decide whether to go on.`,
    action: 'Open the conversation',
  },
  'certification.requeued': {
    stranger: true,
    topic: 'verification',
    to: 'admins',
    subject: () => 'A certification waits to be verified again',
    says: (d) => `${d.expert} changed their name. Check ${d.certification} again.`,
    action: 'Verify it',
  },
  'certification.undone': {
    topic: 'certifications',
    to: 'expert',
    subject: () => 'Your certification is being looked at again',
    says: (d) =>
      `The decision about ${d.certification} was taken back. It waits to be verified once more; you are told when that is done.`,
    action: 'Open your profile',
  },
  'certification.expiring': {
    topic: 'certifications',
    to: 'expert',
    subject: (d) => `A certification of yours expires ${d.days}`,
    says: (d) =>
      `${d.certification} expires ${d.days}. Without one in force your profile is hidden and you cannot respond. Once you have renewed it, add the new certificate.`,
    action: 'Add the new certificate',
  },
} as const satisfies Record<string, Kind>;
