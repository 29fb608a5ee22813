import { CODE_DIGITS, type Factor, PROOF_MINUTES, type Purpose } from '@/lib/core/step-up';
import { barePage, text } from '@/lib/platform/posted/bare-page';
import { PAGE_FIELD } from '@/lib/platform/posted/unsent';

type Field = { name: string; value: string };

/** The page's own fields. `$` keeps them out of what doors read, and out of what a form is given back with. */
export const WAY_FIELD = '$way';
export const CODE_FIELD = '$code';
export const FOR_FIELD = '$for';
const OWN = [WAY_FIELD, CODE_FIELD, FOR_FIELD];

/** What was pressed, without what this page adds to it. */
export function pressOf(fields: readonly Field[]): Field[] {
  return fields.filter(({ name }) => !OWN.includes(name));
}

type ConfirmPage = {
  purpose: Purpose;
  /** Whether an email would not do. */
  factor: boolean;
  ways: readonly Factor[];
  email: string;
  /** A code is on its way. */
  sent: boolean;
  /** Why the last try was not right. */
  wrong: string | null;
  /** Where the form belongs: it is posted there once it is proved. */
  page: string;
  /** The page that has the form. */
  back: string;
  fields: readonly Field[];
  nonce: string;
};

/**
 * Without JavaScript: proves that it is oneself, and carries on with the form that was pressed. It stands in this page and
 * nowhere else, and goes to its own door the way it came.
 */
export function confirmPage(of: ConfirmPage): string {
  const { purpose, factor, ways, email, sent, wrong, page, back, nonce } = of;
  const rows = [...pressOf(of.fields), { name: FOR_FIELD, value: purpose }];
  const hidden = (more: Record<string, string> = {}) =>
    [...rows, ...Object.entries(more).map(([name, value]) => ({ name, value }))]
      .map(({ name, value }) => `<input type="hidden" name="${text(name)}" value="${text(value)}">`)
      .join('');
  const form = (action: string, inside: string) =>
    `<form method="post" action="${action}" enctype="multipart/form-data">${inside}</form>`;
  const byCode = (way: string, label: string, button: string) =>
    form(
      '/api/confirm',
      `${hidden({ [WAY_FIELD]: way })}<label>${label} <input name="${CODE_FIELD}" autocomplete="one-time-code" required></label><button>${button}</button>`,
    );
  const setUp = `/confirm?${new URLSearchParams({ for: purpose, factor: '1', other: '1', next: '/settings/security' })}`;
  const body =
    ways.length > 0
      ? [
          ...(ways.includes('authenticator')
            ? [byCode('authenticator', 'Code from your authenticator app', 'Confirm')]
            : [`<p class="muted">Passkeys need JavaScript.</p>`]),
          byCode('recovery', 'Recovery code', 'Confirm with this code'),
        ]
      : factor
        ? [
            `<p>Set up an authenticator app first: an email isn’t enough for this. <a href="${text(setUp)}" target="_blank" rel="noopener">Set up an authenticator app on a new tab</a></p>`,
            form(text(page), `${hidden()}<button>I’ve set it up: go on</button>`),
          ]
        : [
            ...(sent ? [byCode('email', 'Code from the email', 'Confirm')] : []),
            form(
              '/api/confirm/mailed',
              `${hidden()}<button>${sent ? 'Email me another code' : 'Email me a code'}</button>`,
            ),
            `<p class="muted">${sent ? `We emailed ${CODE_DIGITS} digits to ${text(email)}. They work once, for ${PROOF_MINUTES} minutes.` : `We’ll email a code to ${text(email)}.`}</p>`,
          ];
  return barePage({
    title: 'Confirm it’s you',
    nonce,
    body: `${wrong ? `<p role="alert">${text(wrong)}</p>` : ''}<p>Then we go on with what you pressed. Nothing you typed is lost.</p>${body.join('')}<p><a href="${text(back)}">Go back without confirming</a></p>`,
  });
}

/** Where a form that was pressed belongs, as it says itself. */
export function pageOf(fields: readonly Field[]): string | null {
  return fields.find(({ name }) => name === PAGE_FIELD)?.value ?? null;
}
