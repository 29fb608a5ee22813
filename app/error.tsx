'use client';

import { ErrorPage } from '@/components/layout/error-page';

// biome-ignore lint/suspicious/noShadowRestrictedNames: the name is the framework's
export default function Error({ error, retry }: { error: unknown; retry: () => void }) {
  return <ErrorPage error={error} retry={retry} />;
}
