import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions, onward } from '@/lib/identity/sign-in/next-auth';
import { coarseNetwork } from '@/lib/platform/limits/network';
import { isForm } from '@/lib/platform/posted/posted';

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  // Our pages post forms. The library would also read JSON, and falls over what only says that it is.
  if (request.method === 'POST' && !isForm(request.headers.get('content-type')))
    return new Response('This isn’t a form. Open the page here and send its form.\n', { status: 415 });
  const network = request.headers.get('x-client-address');
  const opening = {
    userAgent: request.headers.get('user-agent'),
    address: coarseNetwork(network ?? 'unknown'),
    network,
  };
  const response = await NextAuth(request as never, context as never, authOptions(opening));
  return onward(response, opening);
}

export { handle as GET, handle as POST };
