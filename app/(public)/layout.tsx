import type { ReactNode } from 'react';
import { Band } from '@/app/(member)/signed-in';
import { PersonMenu } from '@/components/identity/people/person-menu';
import { OnTheWay } from '@/components/layout/on-the-way';
import { PublicFooter } from '@/components/layout/public-footer';
import { PublicHeader, type PublicLink } from '@/components/layout/public-header';
import { ButtonLink } from '@/components/ui/button';
import { Toaster } from '@/components/ui/toaster';
import { homeOf } from '@/lib/identity/sign-in/rules';
import { env } from '@/lib/platform/env';
import { readViewer } from '@/lib/platform/session/viewer';

/** The frame of pages that anyone may open. "Find work" is where experts come in. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const viewer = await readViewer();
  const person = viewer.kind === 'person' ? viewer : null;
  const home = person && homeOf(person);
  const own: PublicLink[] = home && home !== '/' ? [{ href: home, label: 'Dashboard' }] : [];
  const links: PublicLink[] = [
    ...own,
    { href: '/experts', label: 'Experts' },
    { href: '/companies', label: 'Companies' },
    ...(home === '/work' ? [] : [{ href: '/work', label: 'Find work' }]),
  ];
  const demo: PublicLink[] = env.MODE === 'demo' ? [{ href: '/demo', label: 'Demo' }] : [];
  return (
    <>
      {env.MODE === 'demo' ? <Band email={person?.email ?? null} /> : null}
      <PublicHeader links={links}>
        {person ? <PersonMenu viewer={person} /> : <ButtonLink href="/sign-in">Sign in</ButtonLink>}
      </PublicHeader>
      <main id="main" tabIndex={-1} className="outline-none">
        <OnTheWay>{children}</OnTheWay>
      </main>
      <PublicFooter
        links={[
          { href: '/how-it-works', label: 'How it works' },
          { href: '/pricing', label: 'Pricing' },
          { href: '/guide', label: 'Guide' },
          { href: '/faq', label: 'FAQ' },
          { href: '/for-experts', label: 'Work as an expert' },
          { href: '/legal/terms', label: 'Terms' },
          { href: '/legal/privacy', label: 'Privacy' },
          { href: '/legal/agreement', label: 'Engagement agreement' },
          { href: '/legal', label: 'Document history' },
          ...demo,
        ]}
        operator={
          <>
            {env.OPERATOR_NAME} runs this installation:{' '}
            <a className="underline underline-offset-3" href={`mailto:${env.OPERATOR_EMAIL}`}>
              {env.OPERATOR_EMAIL}
            </a>
            . Groundcrew is not part of Amazon Web Services.
          </>
        }
      />
      <Toaster />
    </>
  );
}
