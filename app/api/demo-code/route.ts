import { NextResponse } from 'next/server';
import { demoCode } from '@/lib/demo/queries';
import { readViewer } from '@/lib/platform/session/viewer';

/** What the authenticator of one of the demo's people shows, to themselves; null for everybody else. */
export async function GET(): Promise<NextResponse> {
  const viewer = await readViewer();
  const code = viewer.kind === 'person' && !viewer.suspended ? await demoCode(viewer) : null;
  return NextResponse.json({ code }, { headers: { 'cache-control': 'no-store' } });
}
