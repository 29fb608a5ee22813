'use client';

import { ErrorPage } from '@/components/layout/error-page';
import './globals.css';

/** Stands in for the whole document when the root layout itself fails; it follows the device's colours. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body className="min-h-dvh">
        <title>Something went wrong · Groundcrew</title>
        <ErrorPage error={error} retry={retry} />
      </body>
    </html>
  );
}
