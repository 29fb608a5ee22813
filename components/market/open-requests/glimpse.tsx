import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { NotYet } from '@/components/market/responses/not-yet';
import { Instant } from '@/components/ui/instant';
import { Tag } from '@/components/ui/tag';
import { budgetInWords, LOCATION_LABELS } from '@/lib/market/requests/schema';
import type { Glimpse as GlimpseOf } from '@/lib/market/responses/queries';

type GlimpseProps = { request: GlimpseOf; here: string; timeZone: string; now: Date };

/** An open request, for somebody who is no expert yet: what is asked for, and how to become one. */
export function Glimpse({ request, here, timeZone, now }: GlimpseProps) {
  const { title, budget, location, createdAt } = request;
  return (
    <Page width="narrow">
      <PageHeader
        title={<span className="wrap-anywhere">{title}</span>}
        note={<Instant at={createdAt} timeZone={timeZone} now={now} show="ago" />}
      />
      <div className="grid gap-5">
        <ul aria-label="Preferences" className="flex flex-wrap gap-1.5">
          <li>
            <Tag>{budgetInWords(budget)}</Tag>
          </li>
          <li>
            <Tag>
              {location === 'anywhere'
                ? 'Experts from anywhere'
                : `Prefers experts from ${LOCATION_LABELS[location]}`}
            </Tag>
          </li>
        </ul>
        <NotYet refusal={null} next={here} />
      </div>
    </Page>
  );
}
