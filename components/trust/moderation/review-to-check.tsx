import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { Select } from '@/components/ui/select';
import { Stars } from '@/components/ui/stars';
import { Submit } from '@/components/ui/submit';
import { showId } from '@/lib/core/id';
import { keep, publish, remove } from '@/lib/trust/moderation/actions';
import type { ReviewToModerate } from '@/lib/trust/moderation/queries';
import { RESTRICTION_NAMES, RESTRICTIONS } from '@/lib/trust/restrictions/rules';
import { isHeld } from '@/lib/trust/reviews/lifecycle';

/** A review with why it is here, and what an admin can do about it. */
export function ReviewToCheck({ review, timeZone }: { review: ReviewToModerate; timeZone: string }) {
  const { id, stars, text, status, at, expert, company, heldFor, reports } = review;
  const hidden = { reviewId: id };
  const held = isHeld(status);
  return (
    <Card title={held ? 'Held' : 'Reported'} tone={held ? 'wait' : undefined}>
      <div className="grid gap-3">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <Stars rating={stars} />
          <span>
            <bdi>{expert}</bdi> at{' '}
            <Link href={`/companies/${showId(company.id)}`} className="link">
              <bdi>{company.name}</bdi>
            </Link>
          </span>
          <Instant at={at} timeZone={timeZone} />
        </p>
        <p dir="auto" className="max-w-[70ch] whitespace-pre-line">
          {text || 'Stars only, no text.'}
        </p>
        <ul className="grid gap-1 text-sm">
          {heldFor.map((reason) => (
            <li key={reason}>Found when it was written: {RESTRICTIONS[reason]}</li>
          ))}
          {reports.map((report) => (
            <li key={report.id}>
              Reported <Instant at={report.at} timeZone={timeZone} />: {RESTRICTIONS[report.reason]}
              {report.note ? (
                <span dir="auto" className="block text-muted">
                  {report.note}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap items-end gap-3">
          <Form action={held ? publish : keep} id={`keep-${id}`} hidden={hidden} label="Publish">
            <Submit variant="secondary">{held ? 'Publish' : 'Keep it'}</Submit>
          </Form>
          <Form
            action={remove}
            id={`remove-${id}`}
            hidden={hidden}
            label="Remove"
            className="flex flex-wrap items-end gap-2"
          >
            <Field name="reason" label="Reason to remove">
              <Select
                placeholder="Choose a reason"
                options={RESTRICTION_NAMES.map((value) => ({ value, label: RESTRICTIONS[value] }))}
              />
            </Field>
            <Submit variant="danger">Remove</Submit>
          </Form>
        </div>
      </div>
    </Card>
  );
}
