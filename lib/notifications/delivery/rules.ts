import type { Detail, Kind } from '@/lib/platform/telling/telling';

/**
 * The subject of the mail. A header holds nothing that a person typed: roles stand in the place of names, and "your job"
 * in that of a title. Amounts and names of certifications are ours.
 */
export function mailSubject(kind: Pick<Kind, 'subject'>, detail: Detail): string {
  const roles = {
    ...detail,
    title: 'your job',
    customer: 'the customer',
    expert: 'the expert',
    company: 'the company',
    reason: '',
  };
  const said = kind.subject(roles).replace('“your job”', 'your job');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
