import { CreditCard, FileText, KeyRound, MessageSquare, Server, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Bell } from '@/components/layout/bell';
import { DemoBand } from '@/components/layout/demo-band';
import { Shell } from '@/components/layout/shell';
import { Menu, MenuLink, MenuSection, MenuSubmit } from '@/components/ui/menu';
import { doNothing } from './actions';

/** The shell as a customer sees it, for looking at pages of the gallery in their frame. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <Shell
      home="/dev"
      band={
        <DemoBand
          groups={[
            {
              label: 'Be',
              links: [
                { label: 'the customer', action: doNothing, hidden: { as: 'customer' }, current: true },
                { label: 'the expert', action: doNothing, hidden: { as: 'expert' } },
                { label: 'the admin', action: doNothing, hidden: { as: 'admin' } },
              ],
            },
            {
              label: '',
              links: [
                { label: 'Move the clock', href: '/dev' },
                { label: 'Inbox', href: '/dev', outside: true },
              ],
            },
            {
              label: 'Look inside',
              links: [
                { label: 'AWS', href: '/dev', outside: true },
                { label: 'Stripe', href: '/dev', outside: true },
              ],
            },
          ]}
        />
      }
      nav={[
        {
          href: '/dev/requests',
          label: 'Requests',
          icon: <FileText aria-hidden="true" />,
          count: { of: 'news', label: 'with news' },
        },
        {
          href: '/dev/job',
          label: 'Conversations',
          icon: <MessageSquare aria-hidden="true" />,
          count: { of: 'unread', label: 'unread' },
        },
        { href: '/dev/payments', label: 'Payments', icon: <CreditCard aria-hidden="true" /> },
        {
          href: '/dev/access',
          label: 'Access',
          icon: <KeyRound aria-hidden="true" />,
          lamp: { tone: 'go', of: 'active', label: 'active', live: true },
        },
        { href: '/dev/accounts', label: 'AWS accounts', icon: <Server aria-hidden="true" /> },
        { href: '/dev/members', label: 'Members', icon: <Users aria-hidden="true" /> },
      ]}
      foot={[
        { href: '/dev/guide', label: 'Guide' },
        { href: '/dev/settings', label: 'Settings' },
      ]}
      counts={{ at: 0, of: { news: 3, unread: 1, active: 1 } }}
      bell={<Bell href="/dev/notifications" unread={2} />}
      tenant={
        <Menu trigger="Northwind Ltd" up size="sm" className="[&>summary]:w-full [&>summary]:justify-between">
          <MenuSection label="mary@example.com" />
          <MenuLink href="/dev" current>
            Northwind Ltd
          </MenuLink>
          <MenuLink href="/dev/job">Cloudwright</MenuLink>
          <MenuSection />
          <MenuSubmit action={doNothing}>Sign out</MenuSubmit>
        </Menu>
      }
    >
      {children}
    </Shell>
  );
}
