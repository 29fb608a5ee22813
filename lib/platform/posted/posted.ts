import { no, Refusal } from '@/lib/core/refusal';

/** Whether a body says that it is a form. `multipart` without its boundary cannot be taken apart. */
export function isForm(contentType: string | null): boolean {
  const type = (contentType ?? '').trim();
  return (
    /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type) ||
    /^multipart\/form-data\s*;(.*;)?\s*boundary=("[^"]+"|[^\s;"]+)/i.test(type)
  );
}

/** HTTP's own word for a form that could not be read: its type was another, or its bytes were not of that type. */
export function unreadStatus(request: Request): 400 | 415 {
  return isForm(request.headers.get('content-type')) ? 400 : 415;
}

/** The form that was posted, or a refusal. */
export async function readPosted(request: Request): Promise<FormData> {
  if (!isForm(request.headers.get('content-type')))
    throw new Refusal(no('invalid', 'This isn’t a form. Open the page here and send its form.'));
  try {
    return await request.formData();
  } catch (error) {
    // What Node throws for bytes that are not what their type says; a connection that broke is another error.
    if (!(error instanceof TypeError)) throw error;
    throw new Refusal(no('invalid', 'This form arrived incomplete. Go back to the page and send it again.'));
  }
}
