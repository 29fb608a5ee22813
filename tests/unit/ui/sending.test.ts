import { UnrecognizedActionError } from 'next/dist/client/components/unrecognized-action-error';
import { redirect } from 'next/navigation';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answerTo } from '@/components/ui/sending';
import type { Outcome } from '@/lib/platform/doors/outcome';

afterEach(() => vi.unstubAllGlobals());

const done: Outcome<string> = { ok: true, value: 'made' };
const lost = () => Promise.reject(new TypeError('Failed to fetch'));

/** Answers in turn, and counts how often it was asked. */
function asked(...answers: (() => Promise<Outcome<string>>)[]) {
  const ask = vi.fn(() => answers[Math.min(ask.mock.calls.length, answers.length) - 1]!());
  return ask;
}

describe('a press whose answer is lost', () => {
  test('is asked again where it counts once, and lands at what came of the first', async () => {
    const ask = asked(lost, async () => done);
    expect(await answerTo(ask, { countsOnce: true, pauses: [0, 0] })).toEqual(done);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('lands where the first leads', async () => {
    const ask = asked(lost, async () => redirect('/conversations/1'));
    await expect(answerTo(ask, { countsOnce: true, pauses: [0] })).rejects.toMatchObject({
      digest: expect.stringContaining('/conversations/1'),
    });
  });

  test('is not said to have failed: nobody knows yet', async () => {
    const answer = await answerTo(asked(lost), { countsOnce: true, pauses: [0, 0] });
    expect(answer).toMatchObject({ ok: false, message: expect.stringContaining("don't know yet") });
    expect(JSON.stringify(answer)).not.toContain('did not reach');
  });

  test('is sent once where it does not count once, and the page tells what came of it', async () => {
    const ask = asked(lost, async () => done);
    const answer = await answerTo(ask, { countsOnce: false });
    expect(answer).toMatchObject({
      ok: false,
      open: true,
      message: expect.stringContaining("don't know yet"),
    });
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

describe('what is known', () => {
  test('offline, nothing is sent, and that is said', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const ask = asked(async () => done);
    expect(await answerTo(ask, { countsOnce: true })).toMatchObject({
      ok: false,
      message: expect.stringContaining('nothing was sent'),
    });
    expect(ask).not.toHaveBeenCalled();
  });

  test('a form that the server no longer knows was not sent, and its page is opened again', async () => {
    const ask = asked(() => Promise.reject(new UnrecognizedActionError('gone')));
    expect(await answerTo(ask, { countsOnce: true, pauses: [0] })).toMatchObject({
      ok: false,
      open: true,
      message: expect.stringContaining('nothing was sent'),
    });
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
