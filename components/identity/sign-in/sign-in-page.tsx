import type { ReactNode } from 'react';

/** The narrow column of everything about signing in. */
export function SignInPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-md gap-5 px-4 py-10 sm:py-16">
      <h1 className="text-2xl">{title}</h1>
      {children}
    </div>
  );
}
