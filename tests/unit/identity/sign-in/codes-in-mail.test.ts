import { expect, test } from 'vitest';
import { signInMail } from '@/lib/identity/sign-in/mail';
import { confirmMail } from '@/lib/identity/step-up/mail';

const CODE = '482913';

test.each([
  ['signs in', signInMail({ appUrl: 'https://groundcrew.test', token: 'x', code: CODE })],
  ['confirms', confirmMail({ code: CODE })],
])('the code that %s is in its mail, and in nothing that a locked phone shows of it', (_, mail) => {
  const bare = (text: string) => text.replace(/\s/g, '');
  expect(bare(mail.text)).toContain(CODE);
  const [, inList = ''] = /<div style="display:none[^>]*>([^<]*)/.exec(mail.html) ?? [];
  expect(inList).toContain('Open this email to see your');
  const firstLines = mail.text.split('\n').slice(0, 2).join(' ').slice(0, 200);
  for (const shown of [mail.subject, inList, firstLines]) expect(bare(shown)).not.toContain(CODE);
});
