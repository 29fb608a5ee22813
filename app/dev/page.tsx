import type { Metadata } from 'next';
import { Brand } from '@/components/layout/mark';
import { ButtonLink } from '@/components/ui/button';
import { Toaster } from '@/components/ui/toaster';
import { Facts } from './facts';
import { Forms } from './forms';
import { Signs } from './signs';

export const metadata: Metadata = { title: 'Atoms' };

/** Every atom in every state: where a change of look is judged. */
export default function Gallery() {
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-4 py-8 outline-none sm:px-8">
      <Brand />
      <h1 className="mt-6 text-3xl">Atoms</h1>
      <p className="mt-1 mb-4 text-muted">
        One neutral ramp, one accent, four lamps. A state is a lamp and a word.
      </p>
      <div className="mb-7 flex gap-2">
        <ButtonLink href="/dev/requests" size="sm">
          A page in the shell
        </ButtonLink>
        <ButtonLink href="/dev/job" size="sm">
          The job
        </ButtonLink>
      </div>
      <Signs />
      <Forms />
      <Facts />
      <Toaster />
    </main>
  );
}
