import { DemoBand, type DemoGroup } from '@/components/layout/demo-band';
import { enterDemo } from '@/lib/demo/actions';
import { DEMO_PEOPLE, DEMO_ROLES } from '@/lib/demo/people';

const WORDS = { customer: 'customer', expert: 'expert', admin: 'admin' } as const;

type DemoStripProps = {
  /** The address of whoever is signed in. */
  email: string | null;
  /** The sandboxes' own pages. */
  inside: { mail?: string; aws?: string; stripe?: string };
};

/** The band of the demo: who to be, the guided job, and what stands behind it. */
export function DemoStrip({ email, inside }: DemoStripProps) {
  const outside = [
    { label: 'inbox', href: inside.mail },
    { label: 'AWS', href: inside.aws },
    { label: 'Stripe', href: inside.stripe },
  ].flatMap(({ label, href }) => (href ? [{ label, href, outside: true }] : []));
  const groups: DemoGroup[] = [
    {
      label: 'Sign in as',
      links: DEMO_ROLES.map((as) => ({
        label: WORDS[as],
        action: enterDemo,
        hidden: { as },
        current: DEMO_PEOPLE[as].email === email,
      })),
    },
    {
      label: 'Try',
      links: [
        { label: 'guided job', href: '/demo' },
        { label: 'clock', href: '/demo#clock' },
      ],
    },
    { label: 'Look inside', links: outside },
  ];
  return <DemoBand groups={groups.filter((group) => group.links.length > 0)} />;
}
