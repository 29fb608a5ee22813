'use client';

import { buttonLook } from '@/components/ui/button-look';

/** The id under which the server logged what went wrong; errors of the browser have none. */
function idOf(error: unknown): string | undefined {
  return error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
}

/** What a page becomes when it could not be drawn. Client code, so it draws on nothing that might itself be broken. */
export function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const id = idOf(error);
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto grid max-w-xl justify-items-start gap-2 px-4 py-16 outline-none"
    >
      <h1 className="text-2xl">Something went wrong</h1>
      <p className="text-muted">
        It’s our fault, and we logged it. Everything you saved is safe: a change happens completely or not at
        all.
      </p>
      {id ? (
        <p className="text-sm text-muted">
          Error ID <code className="font-mono text-ink">{id}</code>. Share it with the operator of this
          installation.
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        <button type="button" onClick={() => retry()} className={buttonLook('primary')}>
          Try again
        </button>
        {/* A whole page load on purpose: it leaves nothing of the broken page behind. */}
        <a href="/" className={buttonLook()}>
          Go to the home page
        </a>
      </div>
    </main>
  );
}
