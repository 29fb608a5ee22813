import { Callout } from '@/components/ui/callout';
import { Link } from '@/components/ui/link';
import { showId } from '@/lib/core/id';
import { certificationName } from '@/lib/market/certifications/catalog';
import { CERTIFICATION } from '@/lib/market/certifications/lifecycle';

import type { Decision } from '@/lib/market/verification/queries';
import { UndoForm } from './undo-form';

/** What was decided a moment ago, above the next claim: seen once more, and taken back where it was a slip. */
export function Decided({ decision, className }: { decision: Decision; className?: string }) {
  const { id, status, person, code, canUndo } = decision;
  const { word, lamp } = CERTIFICATION.words[status];
  return (
    <Callout
      tone={lamp}
      role="status"
      className={className}
      title={`${word}: ${person}`}
      action={canUndo ? <UndoForm certificationId={id} /> : undefined}
    >
      <Link href={`/admin/verification/${showId(id)}`} className="underline underline-offset-3">
        {certificationName(code)}
      </Link>
    </Callout>
  );
}
