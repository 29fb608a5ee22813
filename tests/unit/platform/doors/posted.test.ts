import { describe, expect, test } from 'vitest';
import { isForm, readPosted, unreadStatus } from '@/lib/platform/posted/posted';

const posted = (body: BodyInit | null, type?: string) =>
  new Request('http://localhost/api/sessions', {
    method: 'POST',
    body,
    headers: type === undefined ? {} : { 'content-type': type },
  });

describe('a form that is posted to a route', () => {
  test('is read in both ways that a browser sends it', async () => {
    expect((await readPosted(posted(new URLSearchParams({ a: '1' })))).get('a')).toBe('1');
    const form = new FormData();
    form.set('a', '2');
    expect((await readPosted(posted(form))).get('a')).toBe('2');
    expect(isForm('Application/X-WWW-Form-URLencoded; charset=utf-8')).toBe(true);
    expect(isForm('multipart/form-data; charset=utf-8; boundary="a b"')).toBe(true);
  });

  test.each([
    ['text/plain', 'x'],
    ['application/json', '{}'],
    ['multipart/form-data', 'x'],
    ['multipart/mixed; boundary=x', 'x'],
    ['application/x-www-form-urlencodedX', 'a=1'],
    ['', ''],
  ])('is refused with 415 where it says that it is %j', async (type, body) => {
    const request = posted(body, type);
    await expect(readPosted(request)).rejects.toMatchObject({ name: 'Refusal', code: 'invalid' });
    expect(unreadStatus(request)).toBe(415);
  });

  test('is refused with 400 where its bytes are not of its type', async () => {
    const request = posted('no parts at all', 'multipart/form-data; boundary=x');
    await expect(readPosted(request)).rejects.toMatchObject({ name: 'Refusal', code: 'invalid' });
    expect(unreadStatus(request)).toBe(400);
  });
});
