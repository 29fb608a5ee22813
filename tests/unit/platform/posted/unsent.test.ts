import { NextRequest } from 'next/server';
import { describe, expect, test } from 'vitest';
import { POST } from '@/app/api/unsent/route';
import { env } from '@/lib/platform/env';
import { unsentOf } from '@/lib/platform/posted/unsent';
import { proxy } from '@/proxy';

const KNOWN = '40abc';
const PAGE = '/conversations/01abc/payment';
const known = (id: string) => id === KNOWN;

function form(fields: Record<string, string> = {}, actionId = KNOWN): FormData {
  const made = new FormData();
  made.set('$ACTION_REF_1', '');
  made.set('$ACTION_1:0', `{"id":"${actionId}","bound":"$@1"}`);
  made.set('$page', PAGE);
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

describe('a form without JavaScript', () => {
  test('goes its way on its own page, and where it is no action at all', () => {
    expect(unsentOf(form(), PAGE, known)).toBeNull();
    const plain = new FormData();
    plain.set('name', 'value');
    expect(unsentOf(plain, '/sign-in', known)).toBeNull();
  });

  test('that a redirect brought to sign-in was sent by somebody who was signed out', () => {
    expect(unsentOf(form(), '/sign-in', known)).toBe('signed-out');
    expect(unsentOf(form({ $page: '/sign-in' }), '/sign-in', known)).toBeNull();
  });

  test('of an action that this build does not have was opened before an upgrade', () => {
    expect(unsentOf(form({}, '40def'), PAGE, known)).toBe('outdated');
    const bare = new FormData();
    bare.set('$ACTION_ID_40def', '');
    expect(unsentOf(bare, PAGE, known)).toBe('outdated');
    expect(unsentOf(form({ '$ACTION_2:0': 'not what React writes' }), PAGE, known)).toBe('outdated');
  });
});

describe('the proxy', () => {
  const led = async (
    path: string,
    init: { method: string; body?: FormData; headers?: Record<string, string> },
  ) => {
    const headers = { origin: new URL(env.APP_URL).origin, ...init.headers };
    const request = new NextRequest(`${env.APP_URL}${path}`, { ...init, headers });
    return (await proxy(request)).headers.get('x-middleware-rewrite');
  };

  test('leads a form of somebody signed out to where it is given back, and no other', async () => {
    const signIn = `/sign-in?next=${encodeURIComponent(PAGE)}`;
    const given = await led(signIn, { method: 'POST', body: form() });
    expect(given).toBe(`${env.APP_URL}/api/unsent?why=signed-out&next=${encodeURIComponent(PAGE)}`);
    expect(await led(signIn, { method: 'POST', body: form({ $page: '/sign-in' }) })).toBeNull();
    expect(await led(PAGE, { method: 'POST', body: form() })).toBeNull();
    expect(await led(signIn, { method: 'POST', body: form(), headers: { 'next-action': KNOWN } })).toBeNull();
    expect(await led(signIn, { method: 'GET' })).toBeNull();
  });

  test('says which page was asked for, with its query, whatever the client says', async () => {
    const request = new NextRequest(`${env.APP_URL}/work?q=rds+%22read+only%22&_rsc=1x`, {
      headers: { 'x-address': '/elsewhere' },
    });
    const response = await proxy(request);
    expect(response.headers.get('x-middleware-request-x-address')).toBe('/work?q=rds+%22read+only%22');
  });
});

describe('what is given back', () => {
  const ask = async (
    body: FormData,
    { why, next = PAGE }: { why: string; next?: string },
    headers: Record<string, string> = {},
  ) => {
    const response = await POST(
      new Request(`${env.APP_URL}/api/unsent?${new URLSearchParams({ why, next })}`, {
        method: 'POST',
        body,
        headers: { origin: new URL(env.APP_URL).origin, ...headers },
      }),
    );
    return { status: response.status, page: await response.text() };
  };

  test('is what was typed, with the way to sign in and to send the same press again', async () => {
    const fields = {
      note: 'Done & <tested>\nas agreed',
      amount: '400',
      proposalId: 'x'.repeat(26),
      key: 'k1',
    };
    const { page } = await ask(form(fields), { why: 'signed-out', next: `${PAGE}?draft=saved` });
    expect(page).toContain('You were signed out, so nothing was sent');
    expect(page).toContain('<dd dir="auto">Done &#38; &#60;tested&#62;\r\nas agreed</dd>');
    expect(page).toContain(`href="/sign-in?next=${encodeURIComponent(`${PAGE}?draft=saved`)}"`);
    expect(page).toContain(`action="${PAGE}?draft=saved"`);
    expect(page).toContain('<input type="hidden" name="key" value="k1">');
    expect(page).toContain('name="$ACTION_1:0" value="{&#34;id&#34;:&#34;40abc&#34;,');
    expect(page).not.toContain('<dt>Proposal');
    // With it the browser would send the form without its Origin, and it would be refused.
    expect(page).not.toContain('no-referrer');
  });

  test('cannot be sent again to an action that is gone, so it is there to copy', async () => {
    const { page } = await ask(form({ note: 'Done' }, '40def'), { why: 'outdated' });
    expect(page).toContain('Groundcrew was updated');
    expect(page).toContain('Done');
    expect(page).toContain(`href="${PAGE}"`);
    expect(page).not.toContain('<form');
  });

  test('is shown to none but our own pages, and leads nowhere else', async () => {
    expect((await ask(form(), { why: 'signed-out' }, { origin: 'https://evil.example' })).status).toBe(403);
    for (const $page of [
      'https://evil.example/',
      '//evil.example',
      'javascript:alert(1)',
      '/api/auth/signout',
    ])
      expect((await ask(form({ $page }), { why: 'signed-out' })).status).toBe(403);
  });
});
