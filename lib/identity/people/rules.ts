import { type No, no } from '@/lib/core/refusal';

/** Whether this is a time zone that dates can be shown in, such as "Europe/Stockholm". */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Whether an admin may suspend, or lift it. Nobody locks themselves out. */
export function canSuspend(
  of: { id: string; suspended: boolean },
  asked: { suspended: boolean; by: string },
): No | null {
  if (of.id === asked.by) return no('forbidden', 'You cannot suspend yourself.');
  if (of.suspended === asked.suspended)
    return no(
      'conflict',
      asked.suspended ? 'This person is suspended already.' : 'This person is not suspended.',
    );
  return null;
}

/** Whether somebody may take another name: whoever holds verified certifications must know what that costs. */
export function canRename(of: { verified: number; agreed: boolean }): No | null {
  if (of.verified === 0 || of.agreed) return null;
  const sentence = 'Tick the box: with another name, we verify your certifications again.';
  return no('conflict', sentence, { requeue: sentence });
}

/** "Chrome on Windows" for a browser's own long name; what cannot be told is left out. */
export function browserName(userAgent: string | null): string {
  if (!userAgent) return 'Unknown browser';
  const find = (table: readonly (readonly [RegExp, string])[]) =>
    table.find(([pattern]) => pattern.test(userAgent))?.[1];
  // The order matters: Edge says that it is Chrome, and Chrome that it is Safari.
  const browser = find([
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/(HeadlessChrome|Chrome)\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]);
  const system = find([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
  ]);
  if (!browser) return [...userAgent].slice(0, 40).join('');
  return system ? `${browser} on ${system}` : browser;
}
