import type { No } from '@/lib/core/refusal';
import type { Viewer } from '@/lib/core/rights';
import { sellingOf } from '@/lib/core/scope';
import type { CertificationStatus } from '@/lib/market/certifications/lifecycle';

import { database } from '@/lib/platform/db/client';
import { mayAnswer, mayYetAnswer } from './rules';

/** For which company a viewer answers requests, and what keeps them from it. Null: they belong to no company. */
export type Footing = {
  companyId: string;
  companyName: string;
  refusal: No | null;
  /** They may not answer yet, and may keep an answer until a claim of theirs is verified. */
  mayHold: boolean;
};

type FootingRow = {
  companyId: string;
  companyName: string;
  /** Null: no profile in this company. Days as Postgres writes them. */
  certifications: { code: string; status: CertificationStatus; expiresOn: string }[] | null;
};

/** The viewer's footing on the expert side: of several companies, the first that may answer. One query. */
export async function footingOf(viewer: Viewer, now: Date): Promise<Footing | null> {
  if (viewer.kind !== 'person') return null;
  const rows = await database().$queryRaw<FootingRow[]>`
    SELECT c.id AS "companyId", c.name AS "companyName",
      CASE WHEN e.id IS NOT NULL THEN coalesce(
        (SELECT json_agg(json_build_object('code', h.code, 'status', h.status, 'expiresOn', h."expiresOn"))
          FROM "certification" h WHERE h."expertId" = e.id), '[]') END AS certifications
    FROM "company" c LEFT JOIN "expert" e ON e."companyId" = c.id AND e."personId" = ${viewer.personId}::uuid
    WHERE c.id = ANY(${sellingOf(viewer)}::uuid[]) ORDER BY c.name, c.id`;
  const footings = rows.map(({ companyId, companyName, certifications }) => {
    const held = certifications?.map((one) => ({
      ...one,
      expiresOn: new Date(`${one.expiresOn}T00:00:00Z`),
    }));
    const expert = held ? { certifications: held } : null;
    const refusal = mayAnswer(expert, now);
    return { companyId, companyName, refusal, mayHold: refusal !== null && mayYetAnswer(expert, now) };
  });
  return footings.find((footing) => footing.refusal === null) ?? footings[0] ?? null;
}
