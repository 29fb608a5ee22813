import type { Page } from '@playwright/test';
import pg from 'pg';
import type { AwsConfig } from '@/lib/vendors/aws/config';
import { type App, appOf } from '../fixtures/factors';
import { codeIn, mailTo } from './inbox';
import { place } from './place';
import { expect, type Person } from './test';

/** Signs a new person in by the code of the mail, wherever the sign-in page was reached from. */
export async function signInByCode({ page }: Person, email: string): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Email me a code' }).click();
  await expect(page).toHaveURL(/\/sign-in\/check/);
  // The address may have had other mail, such as an invitation.
  const mail = await mailTo(email, { subject: 'Sign in to Groundcrew' });
  await page.getByLabel('Code from the email').fill(codeIn(mail));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

const CONFIRM = { name: 'Confirm it’s you' };

/** Where a form that was refused for want of a proof asks for it: over its page. */
export const proving = ({ page }: Pick<Person, 'page'>) =>
  page.getByRole('dialog', { name: /Confirm it’s you|Set up a way to confirm/ });

/** Proves it over the page by the next code of the app; then what was pressed is done. */
export async function confirmByApp(person: Pick<Person, 'page'>, app: App): Promise<void> {
  const asked = proving(person);
  await asked.getByLabel('Code from your authenticator app').fill(await nextCode(app));
  await asked.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(asked).toHaveCount(0);
}

/** The same by the code of a mail. */
export async function confirmByMail(person: Person, email: string): Promise<void> {
  const asked = proving(person);
  await asked.getByRole('button', { name: 'Email me a code' }).click();
  await asked.getByLabel('Code from the email').fill(await mailedCode(email));
  await asked.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(asked).toHaveCount(0);
}

export async function mailedCode(email: string): Promise<string> {
  return codeIn(await mailTo(email, { subject: 'Confirm it’s you' }));
}

/** On the page that a refused form leads to, and back to the form. */
export async function confirmOnPage({ page }: Person, email: string): Promise<void> {
  await page.getByRole('link', CONFIRM).click();
  await page.getByRole('button', { name: 'Email me a code' }).click();
  await page.getByLabel('Code from the email').fill(await mailedCode(email));
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  // Back to the form; that may be on another page of confirming.
  await expect(page).not.toHaveURL(/[?&]sent=1/);
}

/** Over the page, where nothing is enrolled yet: an authenticator, on the word of the mailbox where that is asked for. */
export async function setUpApp(person: Pick<Person, 'page'>, email: string): Promise<App> {
  const asked = proving(person);
  const ask = asked.getByRole('button', { name: 'Email me a code' });
  const others = asked.getByText('Other ways');
  await expect(ask.or(others).first()).toBeVisible();
  if (await ask.isVisible()) {
    await ask.click();
    await asked.getByLabel('Code from the email').fill(await mailedCode(email));
  }
  await others.click();
  await asked.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const app = appOf(((await asked.locator('code').textContent()) ?? '').replace(/\s/g, ''));
  await asked.getByLabel('Code from the app').fill(await nextCode(app));
  await asked.getByRole('button', { name: 'Finish' }).click();
  await expect(asked).toHaveCount(0);
  return app;
}

/** Makes recovery codes, where every page reminds of them, and comes back. */
export async function saveCodes({ page }: Pick<Person, 'page'>): Promise<string[]> {
  await page.getByRole('link', { name: 'Create recovery codes' }).first().click();
  await page.getByRole('button', { name: 'Create ten codes' }).click();
  const shown = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(shown).toHaveCount(10);
  const codes = await shown.allTextContents();
  await page.getByRole('link', { name: 'I’ve saved them' }).click();
  await expect(page).not.toHaveURL(/\/settings\/security\/recovery/);
  return codes;
}

/** Each code serves once: where the last one was used, the next is waited for. */
export async function nextCode(app: App): Promise<string> {
  let code: string | null = null;
  await expect
    .poll(
      () => {
        code = app.code();
        return code;
      },
      { timeout: 65_000 },
    )
    .not.toBeNull();
  return code ?? '';
}

/** Becomes one of the demo's three people by one click. */
export async function be({ page }: Person, who: 'Nadia' | 'Mateo' | 'Ines'): Promise<void> {
  await page.goto('/demo');
  await page.getByRole('button', { name: `Sign in as ${who}` }).click();
  await expect(page).not.toHaveURL(/\/demo$/);
}

/** Moves the demo's clock, for everybody and for the sandboxes. */
export async function moveClock({ page }: Person, minutes: number): Promise<void> {
  await page.goto('/demo#clock');
  const before = await page.getByText(/ahead of real time|the same as real time/).textContent();
  await page.getByRole('textbox', { name: 'Minutes' }).fill(String(minutes));
  await page.getByRole('button', { name: 'Move by minutes' }).click();
  await expect(page.getByText(/ahead of real time/)).not.toHaveText(before ?? '');
}

/** The roles of a sandbox account, as the sandbox itself has them. */
export async function rolesIn(account: string): Promise<{ name: string; attached: string[] }[]> {
  const response = await fetch(`${place().aws}/_sandbox/state?account=${account}`);
  const state = (await response.json()) as {
    roles: { name: string; state: { deleted: boolean; attached: string[] } }[];
  };
  return state.roles
    .filter((role) => !role.state.deleted)
    .map((role) => ({ name: role.name, attached: role.state.attached }));
}

/** The messages: the list beside them repeats the last line. */
export function talk({ page }: Pick<Person, 'page'>) {
  // The list alone: what arrives is also said once to whoever listens instead of looking.
  return page.getByRole('region', { name: 'Messages' }).getByRole('list');
}

export async function say({ page }: Person, text: string): Promise<void> {
  await page.getByLabel('Message', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(talk({ page }).getByText(text)).toHaveCount(1);
}

/** On the page of an open request. */
export async function answer({ page }: Pick<Person, 'page'>, text: string): Promise<void> {
  await page.getByLabel('Your response').fill(text);
  await page.getByRole('button', { name: 'Respond', exact: true }).click();
  await expect(page).toHaveURL(/\/conversations\/\w{26}/);
}

export async function askForPayment(
  { page }: Person,
  conversation: string,
  milestone: RegExp,
): Promise<void> {
  await page.goto(`${conversation}/payment`);
  await page.getByLabel(milestone).check();
  await page.getByRole('button', { name: 'Request payment' }).click();
  await expect(page).not.toHaveURL(/\/payment$/);
}

/** The expert's own tool, in the session that the page handed over. */
export function sessionIn(text: string): AwsConfig {
  const value = (name: string) => new RegExp(`${name}=["']?([^"'\\s]+)`).exec(text)?.[1] ?? '';
  return {
    endpoint: place().aws,
    region: 'us-east-1',
    credentials: {
      accessKeyId: value('AWS_ACCESS_KEY_ID'),
      secretAccessKey: value('AWS_SECRET_ACCESS_KEY'),
      sessionToken: value('AWS_SESSION_TOKEN'),
    },
  };
}

export async function asOwner(sql: string, values: unknown[]) {
  const client = new pg.Client({ connectionString: place().database });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}

export function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}

/** The fields of a claim: of a certificate that holds today. */
export async function fillCertificate(page: Page, name: string, number: string): Promise<void> {
  await page.getByLabel('AWS Certification').selectOption('SAP');
  await page.getByLabel('Validation number').fill(number);
  await page.getByLabel('Name on the certificate').fill(name);
  await page.getByLabel('Issue date').fill(day(-100));
  await page.getByLabel('Expiration date').fill(day(900));
}

/** Fills in the form that makes an expert of somebody who works alone, certified for networking. */
export async function register({ page }: Person, of: { number: string; name: string }): Promise<void> {
  await page.getByLabel('Country').selectOption({ label: 'Germany' });
  await page.getByLabel('AWS Certification').selectOption('ANS');
  await page.getByLabel('Validation number').fill(of.number);
  await page.getByLabel('Name on the certificate').fill(of.name);
  await page.getByLabel('Issue date').fill(day(-200));
  await page.getByLabel('Expiration date').fill(day(800));
  await page.getByRole('button', { name: 'Register' }).click();
}
