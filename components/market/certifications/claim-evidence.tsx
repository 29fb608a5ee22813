import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';
import { Instant } from '@/components/ui/instant';
import { Lamp } from '@/components/ui/lamp';
import { Link } from '@/components/ui/link';
import { formatInstant } from '@/components/ui/time';
import { showId } from '@/lib/core/id';
import { countryName } from '@/lib/identity/companies/countries';
import { otherOrder, sameName, wordsOfName } from '@/lib/identity/names/rules';
import { certificationName } from '@/lib/market/certifications/catalog';
import { CERTIFICATION } from '@/lib/market/certifications/lifecycle';
import { isOver } from '@/lib/market/certifications/rules';
import { photoPath } from '@/lib/market/photos/rules';
import type { ClaimToVerify } from '@/lib/market/verification/queries';

type ClaimEvidenceProps = { claim: ClaimToVerify; timeZone: string; now: Date };

const day = (at: Date) => formatInstant(at, { timeZone: 'UTC', show: 'day' });

/** What the claim says beside what we know of the person: all that is compared with AWS's page. */
export function ClaimEvidence({ claim, timeZone, now }: ClaimEvidenceProps) {
  const { person, company } = claim.expert;
  const agree = sameName(claim.nameAsPrinted, person.name);
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <section className="grid content-start gap-2">
        <h2 className="text-lg">On the certificate</h2>
        <DescriptionList
          layout="rows"
          items={[
            {
              term: 'Number',
              value: (
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-mono">{claim.validationNumber}</span>
                  <CopyButton text={claim.validationNumber} label="Copy number" />
                </span>
              ),
            },
            { term: 'Certification', value: certificationName(claim.code) },
            { term: 'Name', value: <Name name={claim.nameAsPrinted} other={person.name} /> },
            { term: 'Issued', value: day(claim.issuedOn) },
            {
              term: 'Expires',
              value: (
                <span className="flex flex-wrap items-center gap-2">
                  {day(claim.expiresOn)}
                  {isOver(claim.expiresOn, now) ? <Lamp tone="stop">Expired</Lamp> : null}
                </span>
              ),
            },
          ]}
        />
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          <ButtonLink
            href="https://aws.amazon.com/verification"
            target="_blank"
            rel="noopener noreferrer"
            size="sm"
          >
            Look it up at aws.amazon.com/verification
          </ButtonLink>
          opens in a new tab
        </p>
      </section>
      <section className="grid content-start gap-2">
        <h2 className="text-lg">Here</h2>
        <DescriptionList
          layout="rows"
          items={[
            {
              term: 'Name',
              value: (
                <span className="flex flex-wrap items-center gap-2">
                  <Avatar name={person.name} photo={photoPath(person.photo?.hash)} />
                  <Name name={person.name} other={claim.nameAsPrinted} />
                  {agree ? (
                    <Lamp tone="go">Same name</Lamp>
                  ) : otherOrder(claim.nameAsPrinted, person.name) ? (
                    <Lamp tone="wait">Same words, different order</Lamp>
                  ) : (
                    <Lamp tone="stop">Different name</Lamp>
                  )}
                </span>
              ),
            },
            { term: 'Email address', value: <span className="break-all">{person.email}</span> },
            { term: 'Company', value: `${company.name}, ${countryName(company.country)}` },
            { term: 'Headline', value: claim.expert.headline || 'None' },
            { term: 'Member since', value: <Instant at={person.createdAt} timeZone={timeZone} show="day" /> },
            { term: 'Claimed', value: <Instant at={claim.createdAt} timeZone={timeZone} now={now} /> },
            { term: 'Badge page', value: <Badge url={claim.badgeUrl} /> },
            ...(claim.word ? [{ term: 'One-time word', value: <Word claim={claim} /> }] : []),
          ]}
        />
      </section>
    </div>
  );
}

/** Where the badge stands for all to read, as the expert gave it. */
function Badge({ url }: { url: string | null }) {
  if (!url) return 'Not given';
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" className="link break-all">
      {url}
    </a>
  );
}

/** Whoever can put it on the page of the badge holds the account that earned it. */
function Word({ claim }: { claim: ClaimToVerify }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="font-mono">{claim.word}</span>
      {claim.wordSeenAt ? (
        <Lamp tone="go">Seen on the badge page</Lamp>
      ) : (
        <span className="text-muted">
          We asked the expert to put it in the badge page’s name or note, if they can.
        </span>
      )}
    </span>
  );
}

/** A name, with the words marked that the other name does not have. */
function Name({ name, other }: { name: string; other: string }) {
  return (
    <bdi>
      {wordsOfName(name, other).map(({ word, same }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words have an order and nothing else
        <span key={index}>
          {index ? ' ' : ''}
          {same ? word : <mark className="rounded-sm bg-stop-soft px-0.5 font-medium text-stop">{word}</mark>}
        </span>
      ))}
    </bdi>
  );
}

/** Every other claim of the same number, and this person's earlier ones of the same certification. */
export function OtherClaims({ claim, timeZone, now }: ClaimEvidenceProps) {
  if (claim.others.length === 0)
    return (
      <p className="text-sm text-muted">No one else has claimed this number, and there’s no earlier claim.</p>
    );
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {claim.others.map((other) => {
        const { word, lamp } = CERTIFICATION.words[other.status];
        return (
          <li key={other.id} className="grid gap-1 py-2.5">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                href={`/admin/verification/${showId(other.id)}`}
                className="font-medium underline underline-offset-3"
              >
                <bdi>{other.person}</bdi>
              </Link>
              <span className="text-muted">
                <bdi>{other.company}</bdi>
              </span>
              <Lamp tone={lamp}>{word}</Lamp>
              <span className="text-muted">
                {other.sameNumber ? 'same number' : 'other number'}, claimed{' '}
                <Instant at={other.claimedAt} timeZone={timeZone} now={now} />
              </span>
            </span>
            {other.evidence ? (
              <span dir="auto" className="text-muted">
                {other.evidence}
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

const EVENTS: Record<string, string> = {
  'experts.claim': 'Claimed',
  'experts.look': 'First look: name differs',
  'experts.verify': 'Verified',
  'experts.reject': 'Rejected',
  'experts.undo': 'Decision undone',
  'experts.requeue': 'Back in the queue: the expert changed their name',
  'experts.revoke': 'Revoked',
  'experts.expire': 'Expired',
};

/** What happened to this claim, decisions that were taken back included. Nothing, while it has only been claimed. */
export function ClaimHistory({ claim, timeZone, now }: ClaimEvidenceProps) {
  if (claim.history.length < 2) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">History</h2>
      <ol className="divide-y divide-line border-y border-line text-sm">
        {claim.history.map(({ id, action, at, by, reason }) => (
          <li key={id} className="grid gap-1 py-2.5">
            <span>
              <span className="font-medium">{EVENTS[action]}</span>{' '}
              {by ? (
                <>
                  by <bdi>{by}</bdi>,{' '}
                </>
              ) : null}
              <Instant at={at} timeZone={timeZone} now={now} />
            </span>
            {reason ? (
              <span dir="auto" className="whitespace-pre-line text-muted">
                {action === 'experts.undo' || action === 'experts.requeue' ? 'It said: ' : ''}
                <bdi>{reason}</bdi>
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
