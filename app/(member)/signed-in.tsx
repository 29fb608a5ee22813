import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { DemoStrip } from '@/components/demo/strip';
import { ProveHere } from '@/components/identity/factors/prove-here';
import { SaveCodes } from '@/components/identity/factors/save-codes';
import { actsFor } from '@/components/identity/people/acts-for';
import { PersonMenu } from '@/components/identity/people/person-menu';
import { Suspended } from '@/components/identity/people/suspended';
import {
  Banknote,
  BookOpen,
  Building2,
  Cloud,
  ContactRound,
  FileText,
  FlaskConical,
  HandCoins,
  Handshake,
  KeyRound,
  MessageSquare,
  Search,
  Settings,
  ShieldCheck,
  Star,
  UserRound,
  Users,
  Wallet,
} from '@/components/layout/nav-icons';
import type { NavItem } from '@/components/layout/nav-list';
import { Shell } from '@/components/layout/shell';
import { NotificationBell } from '@/components/notifications/bell';
import type { Person } from '@/lib/core/rights';
import { lacksCodes } from '@/lib/identity/factors/queries';
import { browserName } from '@/lib/identity/sessions/rules';
import { homeOf } from '@/lib/identity/sign-in/rules';
import { env } from '@/lib/platform/env';
import { readViewer } from '@/lib/platform/session/viewer';
import { frameOf } from './counts';

const active = (of: 'given' | 'held') => ({ tone: 'go', of, label: 'active', live: true }) as const;

/** Both sides' pages for somebody who is on both; for somebody on neither, how to begin on either. */
function mainNav(viewer: Person): NavItem[] {
  const buys = viewer.customers.length > 0;
  const sells = viewer.companies.length > 0;
  const conversations: NavItem = {
    href: '/conversations',
    label: 'Conversations',
    icon: <MessageSquare aria-hidden="true" />,
    count: { of: 'conversations', label: 'unread' },
  };
  return [
    ...(buys || !(sells || viewer.admin)
      ? [{ href: '/requests', label: 'Requests', icon: <FileText aria-hidden="true" /> }]
      : []),
    ...(sells ? [{ href: '/work', label: 'Open requests', icon: <Search aria-hidden="true" /> }] : []),
    ...(buys || sells ? [conversations] : []),
    ...(buys || !sells
      ? [{ href: '/experts', label: 'Find experts', icon: <ContactRound aria-hidden="true" /> }]
      : []),
    ...(buys
      ? [
          { href: '/payments', label: 'Payments', icon: <Banknote aria-hidden="true" /> },
          {
            href: '/access',
            label: 'Access',
            icon: <KeyRound aria-hidden="true" />,
            lamp: active('given'),
          },
          { href: '/connections', label: 'AWS accounts', icon: <Cloud aria-hidden="true" /> },
          { href: '/members', label: 'Members', icon: <Users aria-hidden="true" /> },
        ]
      : []),
    ...(sells
      ? [
          {
            href: '/grants',
            label: 'Access to customers',
            icon: <KeyRound aria-hidden="true" />,
            lamp: active('held'),
          },
          { href: '/earnings', label: 'Earnings', icon: <Wallet aria-hidden="true" /> },
          { href: '/clients', label: 'Clients', icon: <Handshake aria-hidden="true" /> },
          { href: '/profile', label: 'Profile', icon: <UserRound aria-hidden="true" /> },
          { href: '/company', label: 'Company', icon: <Building2 aria-hidden="true" /> },
        ]
      : []),
    ...(viewer.admin
      ? [
          {
            href: '/admin/verification',
            label: 'Verification',
            icon: <ShieldCheck aria-hidden="true" />,
            count: { of: 'claims', label: 'to verify' },
          },
          {
            href: '/admin/reviews',
            label: 'Reviews',
            icon: <Star aria-hidden="true" />,
            count: { of: 'reviews', label: 'to check' },
          },
          { href: '/admin/people', label: 'People', icon: <Users aria-hidden="true" /> },
          {
            href: '/admin/money',
            label: 'Payments on hold',
            icon: <HandCoins aria-hidden="true" />,
            count: { of: 'holds', label: 'to check' },
          },
        ]
      : []),
  ];
}

function footNav(viewer: Person): NavItem[] {
  return [
    ...(viewer.companies.length === 0 && !viewer.admin
      ? [{ href: '/register', label: 'Become an expert', icon: <UserRound aria-hidden="true" /> }]
      : []),
    ...(env.MODE === 'demo'
      ? [{ href: '/demo', label: 'Demo', icon: <FlaskConical aria-hidden="true" /> }]
      : []),
    { href: '/guide', label: 'Guide', icon: <BookOpen aria-hidden="true" /> },
    { href: '/settings', label: 'Settings', icon: <Settings aria-hidden="true" /> },
  ];
}

/** The frame of all pages for signed-in people. Nobody gets the bare page, which leads to sign-in by itself. */
export async function SignedIn({ children }: { children: ReactNode }) {
  const viewer = await readViewer();
  if (viewer.kind !== 'person') return children;
  const band = env.MODE === 'demo' ? <Band email={viewer.email} /> : undefined;
  const tenant = <PersonMenu viewer={viewer} up />;
  if (viewer.suspended) {
    return (
      <Shell home="/" nav={[]} foot={[]} tenant={tenant} band={band}>
        <Suspended operator={{ name: env.OPERATOR_NAME, email: env.OPERATOR_EMAIL }} />
      </Shell>
    );
  }
  const [{ counts, paths }, lacking, head] = await Promise.all([
    frameOf(viewer),
    lacksCodes(viewer),
    headers(),
  ]);
  const suggested = browserName(head.get('user-agent'));
  return (
    <Shell
      home={homeOf(viewer)}
      nav={mainNav(viewer)}
      foot={footNav(viewer)}
      tenant={tenant}
      actsFor={actsFor(viewer)[0]}
      counts={counts}
      bell={<NotificationBell counts={counts} paths={paths} realtimeUrl={env.REALTIME_URL} />}
      band={band}
    >
      <SaveCodes lacking={lacking}>
        <ProveHere who={{ email: viewer.email, suggested, demo: env.MODE === 'demo' }}>{children}</ProveHere>
      </SaveCodes>
    </Shell>
  );
}

/** The demo's band, with where its sandboxes' pages stand. */
export function Band({ email }: { email: string | null }) {
  const inside = { mail: env.SANDBOX_MAIL_URL, aws: env.SANDBOX_AWS_URL, stripe: env.SANDBOX_STRIPE_URL };
  return <DemoStrip email={email} inside={inside} />;
}
