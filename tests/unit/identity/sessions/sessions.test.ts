import { expect, test } from 'vitest';
import { asksFactor, browserName } from '@/lib/identity/sessions/rules';

test.each([
  [{ enrolled: true, factorAtSignIn: true, admin: false }, true],
  [{ enrolled: true, factorAtSignIn: false, admin: false }, false],
  [{ enrolled: true, factorAtSignIn: false, admin: true }, true],
  [{ enrolled: false, factorAtSignIn: true, admin: true }, false],
])('at sign-in, %o asks for a factor: %s', (of, asks) => {
  expect(asksFactor(of)).toBe(asks);
});

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
test.each([
  [`Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/140.0 Safari/537.36 Edg/140.0`, 'Edge on Windows'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} HeadlessChrome/140.0 Safari/537.36`, 'Chrome on Linux'],
  [`Mozilla/5.0 (Linux; Android 15) ${WEBKIT} Chrome/140.0 Mobile Safari/537.36`, 'Chrome on Android'],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${WEBKIT} Safari/604.1`, 'Safari on iOS'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) ${WEBKIT} Safari/605.1.15`, 'Safari on macOS'],
  ['Mozilla/5.0 (X11; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox'],
  [`curl/8.0 ${'x'.repeat(60)}`, `curl/8.0 ${'x'.repeat(31)}`],
  ['', 'Unknown browser'],
  [null, 'Unknown browser'],
])('%s is %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});
