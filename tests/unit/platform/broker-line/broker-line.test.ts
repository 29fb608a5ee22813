import { describe, expect, test } from 'vitest';
import { regionFor } from '@/lib/access/grants/rules';
import { credentialsPage, refusedPage } from '@/lib/access/sessions/handed-page';
import { LINES, seal, unseal, WINDOW_MS } from '@/lib/platform/broker-line/line';

const SECRET = 's'.repeat(40);
const BODY = '{"grantId":"x"}';
const NOW = 1_795_000_000_000;

describe('a call to the broker', () => {
  const headers = seal(SECRET, LINES.sessions, BODY, NOW);

  test('is genuine with its path, its body and its instant', () => {
    expect(unseal(SECRET, LINES.sessions, BODY, headers, NOW)?.nonce).toMatch(/^[0-9a-f]{32}$/);
  });

  test.each([
    ['another secret', () => unseal('t'.repeat(40), LINES.sessions, BODY, headers, NOW)],
    ['another path', () => unseal(SECRET, LINES.externalIds, BODY, headers, NOW)],
    ['another body', () => unseal(SECRET, LINES.sessions, `${BODY} `, headers, NOW)],
    ['a later hour', () => unseal(SECRET, LINES.sessions, BODY, headers, NOW + WINDOW_MS + 1)],
    ['an earlier hour', () => unseal(SECRET, LINES.sessions, BODY, headers, NOW - WINDOW_MS - 1)],
    ['no headers', () => unseal(SECRET, LINES.sessions, BODY, {}, NOW)],
    ...Object.keys(headers).map(
      (name) =>
        [
          `a changed ${name}`,
          () => {
            const value = headers[name]!;
            const other = (value[0] === '1' ? '2' : '1') + value.slice(1);
            return unseal(SECRET, LINES.sessions, BODY, { ...headers, [name]: other }, NOW);
          },
        ] as const,
    ),
  ] as const)('is refused with %s', (_what, result) => {
    expect(result()).toBeNull();
  });

  test('is remembered for as long as it could be made again', () => {
    const { expiresAt } = unseal(SECRET, LINES.sessions, BODY, headers, NOW)!;
    expect(unseal(SECRET, LINES.sessions, BODY, headers, expiresAt.getTime())).toBeNull();
  });
});

describe('the page of credentials', () => {
  const credentials = {
    purpose: 'credentials',
    accessKeyId: 'ASIAEXAMPLE',
    secretAccessKey: '<script>alert(1)</script>',
    sessionToken: 'a\'b"c&d',
    accountId: '112233445566',
    region: 'eu-north-1',
    expiresAt: new Date('2026-11-23T13:00:00Z'),
  } as const;

  test('shows them as text, with the moment of their end', () => {
    const page = credentialsPage(credentials, '/access/x', 'bm9uY2U=');
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&#60;script&#62;alert(1)');
    expect(page).toContain('2026-11-23 13:00 UTC');
    expect(page).toContain('nonce="bm9uY2U="');
  });

  test('names the Region, and in the demo the sandbox, so that nothing pasted reaches AWS itself', () => {
    const live = credentialsPage(credentials, '/access/x', '');
    for (const shell of ['export ', '$Env:'])
      for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION']) expect(live).toContain(`${shell}${name}`);
    expect(live).toContain('eu-north-1');
    expect(live).not.toContain('AWS_ENDPOINT_URL');
    const demo = credentialsPage({ ...credentials, endpoint: 'http://127.0.0.1:3003' }, '/access/x', '');
    expect(demo).toContain('export AWS_ENDPOINT_URL=&#34;http://127.0.0.1:3003&#34;');
    expect(demo).toContain('$Env:AWS_ENDPOINT_URL = &#34;http://127.0.0.1:3003&#34;');
    expect(demo).toContain('never to AWS');
    expect(regionFor([])).toBe('us-east-1');
    expect(regionFor(['cn-north-1', 'eu-central-1'])).toBe('eu-central-1');
  });

  test('of a refusal shows its sentence as text', () => {
    expect(refusedPage('<b>no</b>', '/access/x', '')).toContain('&#60;b&#62;no');
  });
});
