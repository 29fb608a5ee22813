import { NextResponse } from 'next/server';
import { footingOf } from '@/lib/market/footing/queries';
import { countNewer } from '@/lib/market/open-requests/queries';
import { paramsOf, readSearch } from '@/lib/market/open-requests/rules';
import { appNow } from '@/lib/platform/db/clock';
import { readViewer } from '@/lib/platform/session/viewer';

/** How many requests that a search finds came since a page of them was drawn: for the bar above the list. */
export async function GET(request: Request): Promise<NextResponse> {
  const viewer = await readViewer();
  const now = await appNow();
  const footing = viewer.kind === 'person' && !viewer.suspended ? await footingOf(viewer, now) : null;
  if (viewer.kind !== 'person' || !footing) return NextResponse.json({ count: 0 }, { status: 403 });
  const { searchParams } = new URL(request.url);
  const top = /^-?\d{1,15}$/.exec(searchParams.get('top') ?? '')?.[0];
  if (top === undefined) return NextResponse.json({ count: 0 }, { status: 422 });
  const reader = { person: viewer, whole: footing.refusal === null };
  const count = await countNewer(reader, readSearch(paramsOf(searchParams)).search, BigInt(top), now);
  return NextResponse.json({ count }, { headers: { 'cache-control': 'no-store' } });
}
