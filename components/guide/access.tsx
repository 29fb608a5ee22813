import { Details } from '@/components/ui/details';
import { Link } from '@/components/ui/link';
import { DAYS } from '@/lib/access/permission-requests/schema';

import { PERMISSION_LEVELS } from '@/lib/policies/levels';
import { meaning } from '@/lib/policies/meaning';
import type { Chapter } from './chapter';
import { Picture } from './picture';

const EXTENT = { yes: 'yes', some: 'in part', no: 'no' } as const;

/** The nine levels, in the same words in which a customer reads them before deciding. */
function Levels() {
  return (
    <div className="grid gap-2">
      {PERMISSION_LEVELS.map((level) => {
        const { can, cannot, worthKnowing, readsData, spendsMoney, changesAccess } = meaning(level);
        return (
          <Details
            key={level}
            frame
            summary={level}
            aside={
              <span className="text-right text-xs text-muted">
                reads data: {EXTENT[readsData]} · can spend: {EXTENT[spendsMoney]} · changes who has access:{' '}
                {EXTENT[changesAccess]}
              </span>
            }
          >
            <div className="grid gap-3 text-sm">
              <Words title="Can" words={can} />
              <Words title="Cannot" words={cannot} />
              <Words title="Worth knowing" words={worthKnowing} />
            </div>
          </Details>
        );
      })}
    </div>
  );
}

function Words({ title, words }: { title: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <div>
      <p className="font-semibold">{title}</p>
      <ul>
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}

export const ACCESS: Chapter = {
  slug: 'access',
  side: 'customers',
  title: 'Access to your AWS account',
  about: 'Connecting an account, the nine levels, deciding, watching, ending, and the proof.',
  parts: [
    {
      id: 'connect',
      title: 'Connect an account',
      text: () => (
        <>
          <p>
            Once for each account, under{' '}
            <Link href="/connections" className="link">
              AWS accounts
            </Link>
            . You create a stack from a template that you can read first. It makes two roles and a boundary:
            one role can make an expert’s role, only within that boundary; the other can only end access and
            read CloudTrail. Neither can read your data. Then Groundcrew tries both and shows you what it
            found.
          </p>
          <p>
            Whoever does this needs the right <b>grant</b> here and may create IAM roles there. An ExternalId
            ties the roles to you, so that nobody else can send us into your account.
          </p>
          <p>
            Accounts in AWS China, AWS GovCloud (US) and the AWS European Sovereign Cloud can’t be connected.
          </p>
        </>
      ),
    },
    {
      id: 'asked',
      title: 'When an expert asks',
      text: () => (
        <>
          <p>
            After a proposal was accepted, the expert may ask for one level and says why. The page shows what
            that level can do, what it cannot, what is worth knowing, and what cannot be undone afterwards.
            Choose the account and the last day ({DAYS.usual} days unless you say otherwise, {DAYS.most} at
            most), then <b>Accept</b>; or <b>Decline</b>, with a reason if you like.
          </p>
          <p>
            Give no more than the work needs. If a narrower level is enough, decline and say so; the expert
            can ask again.
          </p>
          <Picture name="access-decide" />
        </>
      ),
    },
    {
      id: 'levels',
      title: 'The nine levels',
      text: () => (
        <>
          <p>
            They are managed policies of AWS, by AWS’s names. The boundary of your account stands above all of
            them.
          </p>
          <Levels />
        </>
      ),
    },
    {
      id: 'watch',
      title: 'Watch what is done',
      text: () => (
        <>
          <p>
            The page of an access lists what AWS’s own trail recorded for it, in every Region that your
            account has enabled, the newest first, with what is risky marked. CloudTrail is some minutes late.
            The page says as of when each Region was read, and which ones could not be read. Every session
            carries the expert’s number, so you know which person did it, and from which address.
          </p>
          <p>
            To look for yourself, open <b>Each Region</b> and choose <b>Event history</b> beside the Region
            where the work was done. It opens CloudTrail in your own AWS console, filtered by this session.
          </p>
          <p>
            As long as any access is active, a green light beside <b>Access</b> in the menu says how many are.
          </p>
          <Picture name="access-live" />
        </>
      ),
    },
    {
      id: 'revoking',
      title: 'End it, and the proof',
      text: () => (
        <>
          <p>
            Access ends when the final payment is accepted, when either side closes the job, and at its last
            instant. To end it sooner, choose <b>Revoke</b> on its page. In both cases the same happens:
          </p>
          <ol>
            <li>No further session is given.</li>
            <li>Everything is denied to the role, for sessions that are open too.</li>
            <li>
              We try a call that worked in our own session just before. AWS must refuse it three times in a
              row: that is the proof. If no call can show it, the page says so, and why.
            </li>
            <li>
              Until the role is gone, we check in AWS that the deny is still there. If someone removes it, we
              attach it again and tell both of you.
            </li>
            <li>
              When the last session has run out, the role is deleted, and AWS is asked whether it is gone.
            </li>
          </ol>
          <p>
            Each step stands there with its time. Nothing is called ended that is not known to be: if AWS does
            not answer, the page says so, and what you can do by hand.
          </p>
          <Picture name="access-ended" />
          <p>
            What was made stays: servers keep running, what was shared stays shared, what was read may have
            been copied. The page lists what to look at.
          </p>
        </>
      ),
    },
    {
      id: 'outside',
      title: 'Access given elsewhere',
      text: () => (
        <p>
          If you give somebody a user or a role by hand, Groundcrew knows nothing of it, shows nothing that is
          done with it, and does not end it.
        </p>
      ),
    },
  ],
};
