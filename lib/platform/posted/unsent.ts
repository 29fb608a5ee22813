/** Why a form that was posted without JavaScript cannot reach its door. */
export type Unsent = 'signed-out' | 'outdated';

/** Where a form says of which page it is; `$` keeps it out of what doors read. */
export const PAGE_FIELD = '$page';

/**
 * A form that arrives at another page than its own was sent on by a redirect to sign-in: its sender's session had ended. One
 * that names an action which this build does not have was opened before an upgrade. Next answers both with a bare line.
 */
export function unsentOf(
  form: FormData,
  path: string,
  isKnown: (actionId: string) => boolean,
): Unsent | null {
  const ids = actionIds(form);
  if (ids.length === 0) return null;
  const page = form.get(PAGE_FIELD);
  if (path === '/sign-in' && typeof page === 'string' && page !== path) return 'signed-out';
  return ids.every(isKnown) ? null : 'outdated';
}

/** As React writes them: in a name, or in the first part of what is bound. */
function actionIds(form: FormData): string[] {
  return [...form].flatMap(([name, value]) => {
    if (name.startsWith('$ACTION_ID_')) return [name.slice('$ACTION_ID_'.length)];
    if (!/^\$ACTION_\d+:0$/.test(name) || typeof value !== 'string') return [];
    return [/^\{"id":"([0-9a-f]+)"/.exec(value)?.[1] ?? ''];
  });
}
