'use client';

import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Brand } from './mark';

const PLACES = [
  { href: '/requests', label: 'Your requests' },
  { href: '/conversations', label: 'Your conversations' },
  { href: '/experts', label: 'Experts' },
  { href: '/guide', label: 'The guide' },
  { href: '/faq', label: 'Frequently asked questions' },
];

/**
 * The page for what does not exist and for what the viewer may not see: which of the two it is stays unsaid. A client component,
 * since every page carries it along, and so carries its name alone.
 */
export function NothingHere() {
  return (
    <div className="mx-auto grid max-w-xl gap-8 px-4 py-8 sm:py-16">
      <header>
        <Brand />
      </header>
      <main id="main" tabIndex={-1} className="grid justify-items-start gap-2 outline-none">
        <h1 className="text-2xl">Not found, or you don’t have access</h1>
        <p className="text-muted">
          The address may be mistyped, the page may be gone, or it belongs to someone else and you’re signed
          in to the wrong account.
        </p>
        <div className="mt-2 flex flex-wrap gap-2">
          <ButtonLink href="/" variant="primary">
            Go to the home page
          </ButtonLink>
          <ButtonLink href="/sign-in">Sign in as someone else</ButtonLink>
        </div>
        <nav aria-label="Elsewhere" className="mt-4 grid gap-1">
          <p className="text-sm text-muted">Popular pages:</p>
          <ul>
            {PLACES.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} className="link inline-block py-1">
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </main>
    </div>
  );
}
