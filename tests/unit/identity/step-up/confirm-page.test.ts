import { describe, expect, test } from 'vitest';
import { POST } from '@/app/api/confirm/asked/route';
import { placeOf } from '@/app/api/confirm/shown';
import { onward } from '@/lib/identity/sessions/cookies';
import { CODE_FIELD, confirmPage, pressOf, WAY_FIELD } from '@/lib/identity/step-up/confirm-page';
import { readForm, typed } from '@/lib/platform/doors/form';
import { env } from '@/lib/platform/env';
import { PAGE_FIELD } from '@/lib/platform/posted/unsent';

const PRESS = [
  { name: '$ACTION_ID_40abc', value: '' },
  { name: PAGE_FIELD, value: '/proposals/x' },
  { name: 'key', value: 'k1' },
  { name: 'note', value: 'Done & <tested>' },
];
const page = (of: Partial<Parameters<typeof confirmPage>[0]> = {}) =>
  confirmPage({
    purpose: 'money',
    factor: false,
    ways: ['authenticator'],
    email: 'una@shop.test',
    sent: false,
    wrong: null,
    page: '/proposals/x',
    back: '/proposals/x',
    fields: PRESS,
    nonce: '',
    ...of,
  });

function formOf(fields: readonly { name: string; value: string }[]): FormData {
  const form = new FormData();
  for (const { name, value } of fields) form.append(name, value);
  return form;
}

describe('without JavaScript, the page that proves', () => {
  test('carries the press whole, and the code of a try before not with it', () => {
    const again = [...PRESS, { name: CODE_FIELD, value: '123456' }, { name: WAY_FIELD, value: 'recovery' }];
    expect(pressOf(again)).toEqual(PRESS);
    const shown = page({ fields: again, wrong: 'This isn’t the code <b>' });
    expect(shown).toContain('<input type="hidden" name="key" value="k1">');
    expect(shown).toContain('value="Done &#38; &#60;tested&#62;"');
    expect(shown).toContain('This isn’t the code &#60;b&#62;');
    expect(shown).not.toContain('123456');
    // With it the browser would send the form without its Origin, and it would be refused.
    expect(shown).not.toContain('no-referrer');
  });

  test('asks for what is enrolled and nothing weaker; an email only where nothing is and one will do', () => {
    expect(page()).toContain('Code from your authenticator app');
    expect(page()).not.toContain('/api/confirm/mailed');
    expect(page({ ways: ['passkey'] })).not.toContain('/api/confirm/mailed');
    expect(page({ ways: [], factor: true })).not.toContain('/api/confirm/mailed');
    expect(page({ ways: [] })).toContain('/api/confirm/mailed');
  });

  test('sends a press to pages of ours and to the door of a session alone', () => {
    const to = (value: string) => placeOf(formOf([{ name: PAGE_FIELD, value }]));
    expect(to('/proposals/x')).toBe('/proposals/x');
    expect(to('/api/sessions')).toBe('/api/sessions');
    for (const other of [
      'https://elsewhere.test/',
      '//elsewhere.test',
      '/\\elsewhere.test',
      '/api/auth/signout',
      '/api/sessions/../auth/signout',
      '/api/payment-methods/setup',
      '/sign-in',
      '',
    ])
      expect([other, to(other)]).toEqual([other, null]);
    expect(placeOf(new FormData())).toBeNull();
  });

  test('adds to it nothing that a door reads, or that a form gives back', () => {
    const form = formOf([
      ...PRESS,
      { name: CODE_FIELD, value: '123456' },
      { name: WAY_FIELD, value: 'email' },
    ]);
    expect(readForm(form)).toEqual({ key: 'k1', note: 'Done & <tested>' });
    expect(JSON.stringify(typed(form))).not.toContain('123456');
  });

  test('is shown to nobody for a form from another site', async () => {
    const ask = (headers: Record<string, string>) =>
      POST(new Request(`${env.APP_URL}/api/confirm/asked`, { method: 'POST', body: formOf(PRESS), headers }));
    for (const headers of [{}, { origin: 'https://elsewhere.test' }, { 'sec-fetch-site': 'cross-site' }]) {
      const answer = await ask(headers as Record<string, string>);
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain('tested');
    }
  });
});

test('what a script is told of a proof is nothing: the token is the cookie’s', () => {
  expect(onward.tells()).toEqual({});
});
