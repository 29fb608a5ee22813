import type { ReactNode } from 'react';
import { SignedIn } from '@/app/(member)/signed-in';

export default function CustomerLayout({ children }: { children: ReactNode }) {
  return <SignedIn>{children}</SignedIn>;
}
