import { expect, test } from 'vitest';
import { canStillWrite, shown } from '@/lib/job/messages/rules';

test.each([
  [{ money: false, access: false }, 'forbidden'],
  [{ money: true, access: false }, null],
  [{ money: false, access: true }, null],
  [{ money: true, access: true }, null],
])('people of a closed company write while %o is open: %s', (open, code) => {
  expect(canStillWrite(open)?.code ?? null).toBe(code);
});

test('a message is shown with its author, or with none where the product speaks', () => {
  const message = {
    id: 'm',
    conversationId: 'c',
    seq: 3,
    clientId: 'k',
    authorId: 'p',
    side: 'customer' as const,
    body: 'Hello',
    event: null,
    at: new Date('2026-11-24T12:00:00Z'),
  };
  const { authorId: _, at: __, ...same } = message;
  expect(shown(message, 'Ada')).toEqual({
    ...same,
    author: { id: 'p', name: 'Ada' },
    line: null,
    at: '2026-11-24T12:00:00.000Z',
  });
  expect(shown(message, null).author).toEqual({ id: 'p', name: 'Someone' });
  const line = { by: null, did: 'Access ended ·', what: '9 checks', mark: 'shield' as const };
  expect(shown({ ...message, authorId: null }, 'Ada', line)).toMatchObject({ author: null, line, body: '' });
});
