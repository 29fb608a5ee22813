import { Link } from '@/components/ui/link';
import type { OwnTenant } from '@/lib/identity/members/queries';

type SwitcherProps = { tenants: readonly OwnTenant[]; current: string; base: string };

/** Which of several customers or companies the page is about. */
export function TenantSwitcher({ tenants, current, base }: SwitcherProps) {
  if (tenants.length < 2) return null;
  const { side } = tenants[0]!;
  return (
    <nav aria-label={side === 'customer' ? 'Your customer accounts' : 'Your companies'} className="mb-5">
      <ul className="flex flex-wrap gap-2">
        {tenants.map(({ id, name }) => (
          <li key={id} className="min-w-0">
            <Link
              href={`${base}?${side}=${id}`}
              aria-current={id === current ? 'page' : undefined}
              className="inline-flex min-h-9 max-w-full items-center rounded-full border border-line-strong px-3.5 text-sm break-words aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent pointer-coarse:min-h-11"
            >
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
