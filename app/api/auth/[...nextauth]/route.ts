import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/next-auth';
import { coarseNetwork } from '@/lib/doors/network';

type Context = { params: Promise<{ nextauth: string[] }> };

const handle = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(
    request as never,
    context as never,
    authOptions({
      userAgent: request.headers.get('user-agent'),
      address: coarseNetwork(request.headers.get('x-client-address') ?? 'unknown'),
    }),
  );

export { handle as GET, handle as POST };
