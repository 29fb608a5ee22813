import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { env } from '@/lib/platform/env';

type Known = { credentialId: string; transports: string[] };

type Kept = Known & { publicKey: Uint8Array; counter: bigint };

type Transports = NonNullable<
  Parameters<typeof generateRegistrationOptions>[0]['excludeCredentials']
>[number]['transports'];

/** Whom passkeys are made for: the very origin that people open, and no other. */
function ourselves() {
  const { hostname, origin } = new URL(env.APP_URL);
  return { expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true };
}

const listed = (passkeys: readonly Known[]) =>
  passkeys.map(({ credentialId, transports }) => ({
    id: credentialId,
    transports: transports as Transports,
  }));

/** WebAuthn's name for a person: their id's bytes, which say nothing about them. */
export const handleOf = (personId: string) =>
  new Uint8Array(Buffer.from(personId.replaceAll('-', ''), 'hex'));

/** What a browser is asked to make a passkey with: found without an address (resident), and its person verified. */
export function enrolOptions(
  person: { personId: string; name: string; email: string },
  known: readonly Known[],
) {
  return generateRegistrationOptions({
    rpName: 'Groundcrew',
    rpID: ourselves().expectedRPID,
    userID: handleOf(person.personId),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: 'none',
    // EdDSA, ES256, RS256: what devices have.
    supportedAlgorithmIDs: [-8, -7, -257],
    excludeCredentials: listed(known),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What a browser is asked to sign: by any passkey for us, or by one of these. */
export function signOptions(known: readonly Known[] = []) {
  return generateAuthenticationOptions({
    rpID: ourselves().expectedRPID,
    userVerification: 'required',
    allowCredentials: listed(known),
  });
}

/** The challenge that a browser says it has signed; null where the answer is not to be read. */
export function challengeIn(clientDataJSON: string): string | null {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    const { challenge } = data as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}

/** The passkey that was made, or null where the answer is not one to this challenge, from our pages, of a verified person. */
export async function madePasskey(response: object, challenge: string): Promise<Kept | null> {
  const answer = response as RegistrationResponseJSON;
  const checked = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: challenge,
    ...ourselves(),
  }).catch(() => null);
  if (!checked?.verified) return null;
  const { id, publicKey, counter, transports } = checked.registrationInfo.credential;
  return { credentialId: id, publicKey, counter: BigInt(counter), transports: transports ?? [] };
}

/**
 * The counter after this use, or null where the passkey did not sign this challenge on our pages for a verified person, or
 * its counter has not gone on: then it was copied.
 */
export async function usedPasskey(
  response: object,
  challenge: string,
  passkey: Kept | null,
): Promise<bigint | null> {
  const known = passkey ?? STRANGER;
  const checked = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    ...ourselves(),
    credential: {
      id: known.credentialId,
      publicKey: new Uint8Array(known.publicKey),
      counter: Number(known.counter),
      transports: known.transports as Transports,
    },
  }).catch(() => null);
  return passkey && checked?.verified ? BigInt(checked.authenticationInfo.newCounter) : null;
}

/** A key that nobody has the other half of: an unknown passkey is verified like a known one, and takes as long. */
const STRANGER: Kept = {
  credentialId: 'AA',
  counter: 0n,
  transports: [],
  // COSE: an EC2 key for ES256 on P-256, here the curve's own base point.
  publicKey: new Uint8Array(
    Buffer.from(
      'a5010203262001215820' +
        '6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
        '225820' +
        '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
      'hex',
    ),
  ),
};
