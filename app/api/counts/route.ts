import { NextResponse } from 'next/server';
import { frameOf } from '@/app/(member)/counts';
import { readViewer } from '@/lib/platform/session/viewer';

/** The numbers of the frame, for a page whose frame was drawn before something happened. */
export async function GET(): Promise<NextResponse> {
  const viewer = await readViewer();
  if (viewer.kind !== 'person' || viewer.suspended) return NextResponse.json({}, { status: 403 });
  const { counts } = await frameOf(viewer);
  return NextResponse.json(counts, { headers: { 'cache-control': 'no-store' } });
}
