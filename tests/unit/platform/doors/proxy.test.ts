import { unstable_doesMiddlewareMatch } from 'next/experimental/testing/server';
import { NextRequest } from 'next/server';
import { describe, expect, test } from 'vitest';
import { env } from '@/lib/platform/env';
import { config, proxy } from '@/proxy';

const passes = (path: string) =>
  unstable_doesMiddlewareMatch({ config, nextConfig: {}, url: `${env.APP_URL}${path}` });
const answerTo = (path: string, init: ConstructorParameters<typeof NextRequest>[1] = {}) =>
  proxy(new NextRequest(`${env.APP_URL}${path}`, init));

const HEADERS = {
  'content-security-policy': /script-src 'self' 'nonce-/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /origin/,
  'cross-origin-opener-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
};

/** What looks like a file of the build's and is none, and all that a page is found under. */
const NEAR_MISSES = [
  '/',
  '/sign-in',
  '/icon.svg',
  '/icon.svgX',
  '/iconXsvg',
  '/icon.svg/',
  '/icon.svg/page',
  '/favicon.ico',
  '/favicon.icoX',
  '/_next',
  '/_next/',
  '/_next/static',
  '/_next/staticX',
  '/_next/staticX/chunks/a.js',
  '/_next/image',
  '/_next/imageX',
  '/_next/image/anything',
  '/_next/data/x/page.json',
  '/_nextX/static/a.js',
  '/x/_next/static/a.js',
  '/%5Fnext/static/a.js',
  '/api/_next/static/',
];

describe('the security headers', () => {
  test.each(NEAR_MISSES)('are on %s', async (path) => {
    expect(passes(path)).toBe(true);
    const { headers } = await answerTo(path);
    for (const [name, like] of Object.entries(HEADERS)) expect(headers.get(name), name).toMatch(like);
  });

  test('are left to the build’s own files alone', () => {
    expect(passes('/_next/static/chunks/a1b2c3.js')).toBe(false);
    expect(passes('/_next/static/media/font.woff2')).toBe(false);
  });

  test('are on what is refused here, too', async () => {
    const { headers, status } = await answerTo('/e/%E0%A4%A');
    expect(status).toBe(400);
    for (const [name, like] of Object.entries(HEADERS)) expect(headers.get(name), name).toMatch(like);
  });
});

describe('what Next would fall over', () => {
  const ours = { origin: new URL(env.APP_URL).origin };
  const post = (path: string, headers: Record<string, string>) =>
    answerTo(path, { method: 'POST', headers, body: 'x' });

  test.each(['/%E0%A4%A', '/requests/%E0%A4%A', '/api/photos/%', '/api/auth/callback/%C0', '/guide/%zz'])(
    'is a damaged address: %s is refused with a sentence',
    async (path) => {
      const response = await answerTo(path);
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(/^This address is damaged\./);
    },
  );

  test('is a form from another site, or cut before its boundary', async () => {
    const foreign = { origin: 'https://elsewhere.test', 'content-type': 'multipart/form-data; boundary=x' };
    expect((await post('/sign-in', foreign)).status).toBe(403);
    expect((await post('/sign-in', { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(403);
    expect((await post('/sign-in', { ...ours, 'content-type': 'multipart/form-data' })).status).toBe(400);
    expect((await post('/sign-in', { ...ours, 'content-type': 'multipart/mixed; boundary=x' })).status).toBe(
      400,
    );
  });

  test('is nothing that a page of ours sends', async () => {
    for (const type of [
      'multipart/form-data; boundary=----WebKitFormBoundary7MA4',
      'text/plain;charset=UTF-8',
    ])
      expect((await post('/sign-in', { ...ours, 'content-type': type })).status).toBe(200);
    const own = {
      'sec-fetch-site': 'same-origin',
      origin: 'null',
      'content-type': 'multipart/form-data; boundary=x',
    };
    expect((await post('/sign-in', own)).status).toBe(200);
    expect((await answerTo('/e/ulrike%C3%A4')).status).toBe(200);
    expect((await answerTo('/experts?q=100%')).status).toBe(200);
  });
});
