import type { Purpose } from '@/lib/access/grants/schema';
import { ensureWayOut } from '@/lib/access/ways-out/handlers';
import { showId } from '@/lib/core/id';
import { no, Refusal } from '@/lib/core/refusal';
import { VENDOR } from '@/lib/core/rights';
import type { Handed } from '@/lib/platform/broker-line/ask';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { broker } from '@/lib/vendors/aws/entry';
import { getSigninToken, loginUrl } from '@/lib/vendors/aws/federation';
import { issueSession } from '@/lib/vendors/aws/sessions';
import { beginSession, failSession, finishSession } from './commands';

type Asked = { grantId: string; personId: string; purpose: Purpose };

const upstream = (code: string) =>
  new Refusal(no('upstream', `AWS didn't open the session (${code}). Try again in a moment.`));

/** Where the console begins; the sandbox has one of its own. */
function signin() {
  const { origin } = new URL(env.AWS_SIGNIN_ENDPOINT);
  return env.MODE === 'demo'
    ? { config: { endpoint: origin, destinationOrigins: [origin] }, destination: `${origin}/console/` }
    : {
        config: { endpoint: origin },
        destination: 'https://us-east-1.console.aws.amazon.com/console/home?region=us-east-1',
      };
}

/**
 * One session in an expert's role: the way to end it → row → AWS → look again under the grant's lock, as the last thing
 * before it is handed over. What this answers is a credential: it goes to the asking browser and nowhere else.
 */
export async function openSession(asked: Asked, callId: string): Promise<Handed> {
  const { grantId, personId, purpose } = asked;
  await ensureWayOut(asked, callId);
  const begun = await perform(VENDOR, (tx) => beginSession(tx, asked), { callId });
  const { sessionId, roleArn, externalId, expertId, accountId, region } = begun;
  const session = await issueSession(broker(), {
    roleArn,
    externalId,
    grantId: showId(grantId),
    expertId: showId(expertId),
    purpose,
  });
  if (!session.ok) {
    // A clear no means that there is no session; after anything else there may be one.
    if (session.problem.kind === 'denied' || session.problem.kind === 'invalid')
      await perform(VENDOR, (tx) => failSession(tx, { sessionId }), { callId });
    throw upstream(session.problem.code);
  }
  const { expiresAt, accessKeyId, secretAccessKey, sessionToken = '' } = session.value.credentials;
  const handed: Handed =
    purpose === 'console'
      ? { purpose, url: await consoleUrl(grantId, session.value.credentials), expiresAt }
      : {
          purpose,
          ...{ accessKeyId, secretAccessKey, sessionToken, accountId, region, expiresAt },
          ...(env.AWS_ENDPOINT ? { endpoint: env.AWS_ENDPOINT } : {}),
        };
  await perform(VENDOR, (tx) => finishSession(tx, { grantId, sessionId, personId, accessKeyId }), { callId });
  return handed;
}

async function consoleUrl(
  grantId: string,
  credentials: Parameters<typeof getSigninToken>[1],
): Promise<string> {
  const { config, destination } = signin();
  const token = await getSigninToken(config, credentials);
  if (!token.ok) throw upstream(token.problem.code);
  return loginUrl(config, {
    token: token.value,
    issuer: `${env.APP_URL}/access/${showId(grantId)}`,
    destination,
  });
}
