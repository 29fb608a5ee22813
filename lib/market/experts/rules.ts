import { type No, no } from '@/lib/core/refusal';

/** Whether a person may register: whoever belongs to a company already has a profile there, and is invited into others. */
export function canRegister(profiles: number): No | null {
  return profiles > 0
    ? no('conflict', 'You’re already registered as an expert. Edit your profile instead.')
    : null;
}

/**
 * Names that would pass for ours, or for AWS's. AWS IQ had /e/<handle> as well; what it refused is not known, so this is
 * our own list.
 */
const RESERVED = new Set(
  (
    'about access account admin administrator admins amazon api app assets auth aws awsiq aws-iq billing blog blogs ' +
    'company companies connections contact conversations customer customers demo dev docs edit expert experts faq ' +
    'feedback grants groundcrew guide health help home iq job jobs legal login logout mail me member members metrics ' +
    'moderator news new none notifications null official operator owner partner partners payments people pricing ' +
    'privacy profile proposals public register reports requests root security settings sign-in sign-out signin signout ' +
    'signup staff static status stripe support system team terms undefined verification verified verify webmaster work www'
  ).split(' '),
);

/** Whether an expert may have this handle. Chosen once: an address that changed hands would lead to somebody else. */
export function canHandle(handle: string, of: { current: string | null; taken: boolean }): No | null {
  const wrong = (message: string) => no('invalid', message, { handle: message });
  if (of.current !== null)
    return of.current.toLowerCase() === handle
      ? null
      : wrong(`Your public link is /e/${of.current}. It stays yours, and you can’t change it.`);
  if (RESERVED.has(handle)) return wrong('This name is reserved. Choose another one.');
  if (of.taken) return wrong('Someone else has this name. Choose another one.');
  return null;
}
