import '@/tests/setup/wiring';
import { expect, test } from 'vitest';
import { proofMail } from '@/lib/identity/addresses/mail';
import { invitationMail } from '@/lib/identity/member-invitations/mail';
import { clientInvitationMail } from '@/lib/market/clients/mail';
import { notificationMail } from '@/lib/notifications/delivery/mail';
import { mailSubject } from '@/lib/notifications/delivery/rules';
import { kinds } from '@/lib/notifications/topics/kinds';

const TYPED = 'TYPED BY A STRANGER';
const url = 'https://groundcrew.test/x';

/** What a mailbox shows before the mail is opened, and the first line of each of its forms. */
function firstLines(mail: { subject: string; text: string; html: string }): string[] {
  const hidden = /<div style="display:none[^>]*>([^<&]*)/.exec(mail.html)?.[1] ?? '';
  const heading = /<h1[^>]*>([^<]*)/.exec(mail.html)?.[1] ?? '';
  const paragraph = /<p class="ink"[^>]*>([^<]*)/.exec(mail.html)?.[1] ?? '';
  return [mail.subject, mail.text.split('\n', 1)[0]!, hidden, heading, paragraph];
}

/** The kinds that somebody can cause who has nothing to do with the reader yet. */
const STRANGERS = kinds().filter(([, { stranger }]) => stranger);

test('mail to somebody who is not a party yet begins with our own words', () => {
  for (const mail of [
    clientInvitationMail({ url, expert: TYPED, company: TYPED, title: TYPED }),
    invitationMail({ url, side: 'customer', tenant: TYPED, by: TYPED, rights: ['buy'] }),
    invitationMail({ url, side: 'company', tenant: TYPED, by: TYPED, rights: [] }),
    proofMail({ appUrl: url, token: 'x', name: TYPED, purpose: 'contact' }),
    proofMail({ appUrl: url, token: 'x', name: TYPED, purpose: 'sign_in' }),
  ]) {
    expect(firstLines(mail).join('\n')).not.toContain(TYPED);
    // Who it is from is said, further down.
    expect(mail.text).toContain(TYPED);
  }
});

test('so does a notification that a stranger can cause', () => {
  expect(STRANGERS.map(([name]) => name)).toEqual(
    expect.arrayContaining(['response.sent', 'request.direct', 'search.found', 'certification.claimed']),
  );
  for (const [name, kind] of STRANGERS) {
    const detail = {
      ...{ title: TYPED, customer: TYPED, expert: TYPED, company: TYPED, searches: TYPED, titles: TYPED },
      ...{ count: 1, certification: 'AWS Certified Developer – Associate' },
    };
    const mail = notificationMail({
      ...{ id: name, personId: '01a229be-5d50-7a38-bee3-879d55c82a5f', topic: kind.topic, stranger: true },
      ...{ subject: mailSubject(kind, detail), headline: kind.subject(detail), says: kind.says(detail) },
      ...{ action: kind.action, path: '/x', conversationId: null, title: TYPED },
    });
    const [subject, first, hidden, heading] = firstLines(mail);
    expect([subject, first, hidden, heading].join('\n'), name).not.toContain(TYPED);
  }
});
