/** Wall time, as everything about signing in (ASVS 6.5.5: at most 10 minutes). */
export const SIGN_IN_MINUTES = 10;

/** Whether what somebody has enrolled is asked for at sign-in: unless they chose otherwise, and of admins always. */
export function asksFactor(of: { enrolled: boolean; factorAtSignIn: boolean; admin: boolean }): boolean {
  return of.enrolled && (of.factorAtSignIn || of.admin);
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
