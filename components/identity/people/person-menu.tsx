import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { Menu, MenuLink, MenuSection } from '@/components/ui/menu';
import type { Person } from '@/lib/core/rights';
import { actsFor } from './acts-for';

/** Who one is, and the way out. Signing out is next-auth's, so it is a plain link: its answer sets cookies. */
export function PersonMenu({ viewer, up }: { viewer: Person; up?: boolean }) {
  const tenants = up ? actsFor(viewer) : [];
  return (
    <Menu
      variant="quiet"
      up={up}
      align={up ? 'left' : 'right'}
      className="min-w-0"
      trigger={
        <>
          <Avatar name={viewer.name} size="sm" />
          {/* In the head of a public page a phone has room for the initials alone. */}
          <span className={cn('min-w-0 text-left', !up && 'max-sm:sr-only')}>
            <bdi className="block truncate">{viewer.name}</bdi>
            {tenants.length > 0 ? (
              <bdi className="block truncate text-xs font-normal text-faint">{tenants.join(', ')}</bdi>
            ) : null}
          </span>
        </>
      }
    >
      <MenuSection label={viewer.email} />
      <MenuLink href="/settings">Settings</MenuLink>
      <MenuSection />
      <li>
        <a
          href="/api/auth/signout"
          className="flex min-h-9 w-full items-center rounded-[6px] px-2.5 py-1.5 text-sm -outline-offset-2 hover:bg-sunken pointer-coarse:min-h-11"
        >
          Sign out
        </a>
      </li>
    </Menu>
  );
}
