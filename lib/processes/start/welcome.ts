import type { Env } from '@/lib/platform/env';

/** What the person at the terminal reads when everything runs. */
export function welcome(env: Env, seconds: number): string {
  if (env.MODE === 'live') return `\nGroundcrew runs at ${env.APP_URL} (started in ${seconds.toFixed(1)} s).`;
  return `
Groundcrew runs at ${env.APP_URL}   (started in ${seconds.toFixed(1)} s; Ctrl-C stops it)

This is a demo: the people are invented, and the money and AWS accounts live in a sandbox on this machine.
Sign in with one click at ${env.APP_URL}/demo as

  Nadia Okafor       of Fernhill Books, who is stuck with AWS and hires help
  Mateo Lindqvist    of Cloudharbour, a certified expert who sells it
  Ines Duarte        who runs this installation

What to try first: as Nadia, open her request and read the experts’ responses. In a second browser window, as
Mateo, request access to her AWS account. As Nadia, read what it would allow, accept it, and end it again.

To look inside   AWS       ${env.SANDBOX_AWS_URL}
                 Stripe    ${env.SANDBOX_STRIPE_URL}
                 email     ${env.SANDBOX_MAIL_URL}
                 logs      ${env.DATA_DIR}/logs`;
}
