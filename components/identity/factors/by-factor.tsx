'use client';

import { useEffect, useState } from 'react';
import { Details } from '@/components/ui/details';
import type { Factor } from '@/lib/core/step-up';
import { AppCodeForm, DemoCodeForm, RecoveryForm } from './confirm-forms';
import { ConfirmByPasskey } from './passkey-buttons';

type ByFactorProps = { ways: readonly Factor[]; demo: boolean; onProved: () => void };

/** By what is enrolled: the passkey first and alone, everything else behind it. */
export function ByFactor({ ways, demo, onProved }: ByFactorProps) {
  const app = ways.includes('authenticator') ? <ByApp demo={demo} onProved={onProved} /> : null;
  const recovery = <RecoveryForm next={null} onProved={onProved} />;
  if (!ways.includes('passkey'))
    return (
      <div className="grid gap-4">
        {app}
        <Details summary="Other ways">{recovery}</Details>
      </div>
    );
  return (
    <div className="grid gap-4">
      <ConfirmByPasskey next={null} onProved={onProved} />
      <Details summary="Other ways">
        <div className="grid gap-4">
          {app}
          {recovery}
        </div>
      </Details>
    </div>
  );
}

/** By a code of the app. In a demo, what the app of the people there shows is asked for: nobody who plays them has it. */
function ByApp({ demo, onProved }: { demo: boolean; onProved: () => void }) {
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    if (!demo) return;
    const left = new AbortController();
    fetch('/api/demo-code', { signal: left.signal })
      .then((answer) => answer.json() as Promise<{ code: string | null }>)
      .then((answer) => setCode(answer.code))
      .catch(() => {});
    return () => left.abort();
  }, [demo]);
  return (
    <div className="grid gap-4">
      {code === null ? null : <DemoCodeForm code={code} next={null} onProved={onProved} />}
      <AppCodeForm next={null} onProved={onProved} />
    </div>
  );
}
