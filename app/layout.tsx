import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { cookies } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { SkipLink } from '@/components/layout/skip-link';
import { cn } from '@/components/ui/cn';
import { env } from '@/lib/platform/env';
import { COLORS } from '@/tailwind.config';
import './globals.css';

/** Served by ourselves, like everything else; letters that it lacks come from the system's own. */
const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-inter',
  display: 'swap',
});

export async function generateMetadata(): Promise<Metadata> {
  // A page is shown where the product runs, which need not be where it was built.
  await connection();
  return {
    metadataBase: new URL(env.APP_URL),
    title: { default: 'Groundcrew: certified experts for AWS', template: '%s · Groundcrew' },
    description: 'Hire a certified AWS expert. Let them in for one job. See the access end.',
    applicationName: 'Groundcrew',
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: COLORS.page[0] },
    { media: '(prefers-color-scheme: dark)', color: COLORS.page[1] },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get('theme')?.value;
  return (
    <html lang="en" className={cn(inter.variable, (theme === 'light' || theme === 'dark') && theme)}>
      <body className="min-h-dvh">
        <SkipLink />
        {children}
      </body>
    </html>
  );
}
