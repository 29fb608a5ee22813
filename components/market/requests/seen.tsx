'use client';

import { useEffect } from 'react';
import { viewRequest } from '@/lib/market/views/actions';

/** Tells the server that a company has opened a request. Draws nothing; without JavaScript nothing is counted. */
export function Seen({ requestId, companyId }: { requestId: string; companyId: string }) {
  useEffect(() => {
    const data = new FormData();
    data.set('requestId', requestId);
    data.set('companyId', companyId);
    // A count that is not taken is no loss to whoever reads.
    viewRequest(null, data).catch(() => {});
  }, [requestId, companyId]);
  return null;
}
