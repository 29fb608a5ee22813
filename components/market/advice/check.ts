import type { Outcome } from '@/lib/platform/doors/outcome';

/**
 * What the server would say of a request, said before it is sent: by the same schema and the same rule. Both are loaded
 * when somebody first sends the form, so that the page itself stays light.
 */
export async function checkRequest(data: FormData): Promise<Extract<Outcome<never>, { ok: false }> | null> {
  const [{ RequestTexts }, { canPublish }, { readForm }] = await Promise.all([
    import('@/lib/market/requests/schema'),
    import('@/lib/market/requests/rules'),
    import('@/lib/platform/doors/form'),
  ]);
  const parsed = RequestTexts.safeParse(readForm(data));
  if (parsed.success) {
    const refusal = canPublish(parsed.data);
    return refusal && { ok: false, ...refusal };
  }
  const fields: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) fields[path.join('.')] ??= message;
  const said = Object.values(fields);
  const message = said.length === 1 ? said[0]! : `${said.length} fields need another look.`;
  return { ok: false, code: 'invalid', message, fields };
}
