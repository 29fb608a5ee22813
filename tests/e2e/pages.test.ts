import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { showId } from '@/lib/core/id';
import { PAGES } from './page-table';
import { place } from './place';
import { type Job, join, openJob, personIdOf, SESSION_COOKIE, tokenOf, type Who } from './rooms';
import { expect, test } from './test';

let job: Job;
const tokens = new Map<Who, string>();

test.beforeAll(async () => {
  job = await openJob();
  const { requestId, mark, people } = job;
  const db = join();
  // Open requests are there for every expert to read; this one is the room's alone.
  await db.request.update({ where: { id: requestId }, data: { status: 'paused' } });
  for (const { personId } of [people.member, people.suspendedCustomer]) {
    const at = new Date();
    const texts = { title: `A draft, ${mark}`, description: '' };
    await db.requestDraft.create({ data: { ...texts, personId, tokenHash: personId, updatedAt: at } });
    const path = `/conversations/${showId(job.conversationId)}`;
    const told = { kind: 'message.sent', detail: { title: mark }, path, key: personId, createdAt: at };
    await db.notification.create({ data: { ...told, personId } });
  }
});

for (const [file, page] of Object.entries(PAGES)) {
  const look = async (who: Who | null): Promise<{ status: number; to?: string; html: string }> => {
    if (who && !tokens.has(who)) tokens.set(who, await tokenOf(personIdOf(job, who)));
    const answer = await fetch(place().app + page.path(job), {
      redirect: 'manual',
      headers: who ? { cookie: `${SESSION_COOKIE}=${tokens.get(who)}` } : {},
    });
    const to = answer.headers.get('location');
    return { status: answer.status, html: await answer.text(), ...(to ? { to } : {}) };
  };

  test(`${file} is there for whom it is, and for nobody else`, async () => {
    const own = await look(page.as);
    expect(own.status).toBe(200);
    expect(own.html).toContain(page.shows ?? job.mark);

    const nobody = await look(null);
    expect(nobody.status).toBe(307);
    expect(nobody.to).toMatch(/^\/sign-in\?next=/);
    expect(nobody.html).not.toContain(job.mark);

    for (const who of ['otherOwner', 'otherExpert'] as const) {
      const stranger = await look(who);
      expect(stranger.html, who).not.toContain(job.mark);
      if (page.others === 'nothing') expect(stranger.status, who).toBe(404);
      else expect(stranger.status, who).toBeLessThan(400);
    }

    if (page.wrong?.lacks === 'the page') {
      expect((await look(page.wrong.as)).status).toBe(404);
    } else if (page.wrong) {
      const { as, lacks, says } = { says: undefined, ...page.wrong };
      expect(own.html).toContain(lacks);
      const wrong = await look(as);
      expect(wrong.status).toBe(200);
      expect(wrong.html).not.toContain(lacks);
      if (says) expect(wrong.html).toContain(says);
    }

    const suspended = await look(page.suspended ?? 'suspendedCustomer');
    expect(suspended.html).toContain('Your account is suspended');
    expect(suspended.html).not.toContain(job.mark);
  });
}

test('every page of the signed-in has a line here', () => {
  const pages = ['member', 'customer', 'expert', 'admin'].flatMap((side) =>
    readdirSync(`app/(${side})`, { recursive: true, encoding: 'utf8' })
      .filter((file) => basename(file) === 'page.tsx')
      .map((file) => `(${side})/${dirname(file).replaceAll('\\', '/')}`),
  );
  expect(pages.sort()).toEqual(Object.keys(PAGES).sort());
});
