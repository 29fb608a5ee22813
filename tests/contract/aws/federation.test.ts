import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getSigninToken, isAllowedDestination, loginUrl } from '@/lib/vendors/aws/federation';
import { attachDenyAll, type RoleRef } from '@/lib/vendors/aws/roles';
import { as, enter, grantRole, openWorld, type TestWorld, value } from './world';

describe('console sign-in', () => {
  let world: TestWorld;
  let role: RoleRef;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    role = await grantRole(world, 'ViewOnlyAccess');
  });

  async function link() {
    const { credentials } = await enter(world, role, 'console');
    const token = value(await getSigninToken({ endpoint: world.url }, credentials));
    return loginUrl(
      { endpoint: world.url },
      {
        token,
        issuer: 'http://127.0.0.1:3000/access',
        destination: 'https://eu-west-1.console.aws.amazon.com/ec2/home',
      },
    );
  }
  const follow = (address: string) => fetch(address, { redirect: 'manual' });
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const press = async (cookie: string, fields: Record<string, string>, origin = world.url) => {
    const response = await fetch(`${world.url}/console/`, {
      method: 'POST',
      headers: { cookie, origin },
      body: new URLSearchParams(fields),
    });
    return { status: response.status, page: await response.text() };
  };

  it('signs in once with a token, and not a second time (documented)', async () => {
    const address = await link();
    const response = await follow(address);
    expect(response.status).toBe(302);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const page = await fetch(`${world.url}/console/`, { headers: { cookie: cookieOf(response) } });
    const text = await page.text();
    expect(text).toContain('Sandbox, not AWS');
    expect(text).toContain(role.name);
    expect((await follow(address)).status).toBe(400);
  });

  it('refuses a token after fifteen minutes (documented)', async () => {
    const address = await link();
    await world.control('clock', { offsetMs: 15 * 60_000 + 1000 });
    expect((await follow(address)).status).toBe(400);
    await world.control('clock', { offsetMs: 0 });
  });

  it('refuses a chained session whose length was chosen (documented)', async () => {
    const { credentials } = await enter(world, role, 'credentials');
    expect(await getSigninToken({ endpoint: world.url }, credentials)).toMatchObject({
      ok: false,
      problem: { kind: 'invalid' },
    });
  });

  it('refuses credentials that are wrong, and says nothing of them', async () => {
    const { credentials } = await enter(world, role, 'console');
    const wrong = await getSigninToken({ endpoint: world.url }, { ...credentials, secretAccessKey: 'wrong' });
    expect(wrong).toEqual({ ok: false, problem: { kind: 'invalid', code: 'HTTP 400' } });
  });

  it('acts with the session’s own rights until the deny arrives (documented)', async () => {
    const cookie = cookieOf(await follow(await link()));
    const listed = await press(cookie, { do: 'buckets' });
    expect(listed.page).toContain('fern-books-website-3333');
    expect((await press(cookie, { do: 'user', user: 'stay' })).page).toContain('role="alert"');
    value(await attachDenyAll(await as(world.broker, 'revoker'), role.name, 'aws'));
    const refused = await press(cookie, { do: 'buckets' });
    expect(refused.page).toContain('AccessDenied');
    expect(refused.page).not.toContain('fern-books-website-3333');
  });

  it('takes no orders from another site', async () => {
    const cookie = cookieOf(await follow(await link()));
    expect((await press(cookie, { do: 'buckets' }, 'http://127.0.0.1:3000')).status).toBe(403);
    const control = await fetch(`${world.url}/_sandbox/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
      body: '{"offsetMs":1}',
    });
    expect(control.status).toBe(403);
    const form = await fetch(`${world.url}/_sandbox/clock`, { method: 'POST', body: '{"offsetMs":1}' });
    expect(form.status).toBe(415);
  });

  it('leads to AWS’s console and nowhere else', () => {
    expect(isAllowedDestination('https://eu-west-1.console.aws.amazon.com/ec2')).toBe(true);
    for (const elsewhere of [
      'http://eu-west-1.console.aws.amazon.com/',
      'https://console.aws.amazon.com.evil.example/',
      'https://evil.example/.console.aws.amazon.com',
      'https://x@eu-west-1.console.aws.amazon.com/',
      'javascript:alert(1)',
      '/console/',
    ]) {
      expect(isAllowedDestination(elsewhere)).toBe(false);
      expect(() => loginUrl({}, { token: 't', issuer: 'i', destination: elsewhere })).toThrow(RangeError);
    }
  });
});
