import type {} from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'certification.claimed': { certificationId: string; expertId: string };
    'certification.verified': { certificationId: string; expertId: string };
    'certification.rejected': { certificationId: string; expertId: string };
    /** It counts no more: its last day is over, or an admin revoked it. */
    'certification.lapsed': {
      certificationId: string;
      expertId: string;
      personId: string;
      cause: 'expired' | 'revoked';
    };
    /** Its person has another name than the one that it was verified for: the claim waits again. */
    'certification.requeued': { certificationId: string; expertId: string; personId: string };
    /** An admin took a decision back: the claim waits again. */
    'certification.undone': { certificationId: string; expertId: string };
    'certification.expiring': {
      certificationId: string;
      expertId: string;
      /** Which of the warnings it is, and how many days are left in fact. */
      warning: number;
      daysLeft: number;
    };
  }
}
