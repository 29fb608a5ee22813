import { S3Client } from '@aws-sdk/client-s3';
import pg from 'pg';
import { codeIn, mailTo } from './inbox';
import { place } from './place';
import { expect, type Person } from './test';

/** Signs a new person in by the code of the mail, wherever the sign-in page was reached from. */
export async function signInByCode({ page }: Person, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page).toHaveURL(/\/sign-in\/check/);
  const mail = await mailTo(email);
  await page.getByLabel('Code from the mail').fill(codeIn(mail));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** Becomes one of the demo's three people by one click. */
export async function be({ page }: Person, who: 'Nadia' | 'Mateo' | 'Ines'): Promise<void> {
  await page.goto('/demo');
  await page.getByRole('button', { name: `Be ${who}` }).click();
  await expect(page).not.toHaveURL(/\/demo$/);
}

/** Moves the demo's clock, for everybody and for the sandboxes. */
export async function moveClock({ page }: Person, minutes: number): Promise<void> {
  await page.goto('/demo#clock');
  const before = await page.getByText(/the clock on the wall|as on the wall/).textContent();
  await page.getByRole('textbox', { name: 'Minutes' }).fill(String(minutes));
  await page.getByRole('button', { name: 'Move by these minutes' }).click();
  await expect(page.getByText(/ahead of the clock on the wall/)).not.toHaveText(before ?? '');
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
  return page.getByRole('region', { name: 'Messages' });
}

export async function say({ page }: Person, text: string): Promise<void> {
  await page.getByLabel('Message', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(talk({ page }).getByText(text)).toHaveCount(1);
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

/** The official SDK with what the page shows: environment variables, as one pastes them. */
export function clientOf(text: string): S3Client {
  const value = (name: string) => new RegExp(`${name}=["']?([^"'\\s]+)`).exec(text)?.[1] ?? '';
  return new S3Client({
    endpoint: place().aws,
    region: 'us-east-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: {
      accessKeyId: value('AWS_ACCESS_KEY_ID'),
      secretAccessKey: value('AWS_SECRET_ACCESS_KEY'),
      sessionToken: value('AWS_SESSION_TOKEN'),
    },
  });
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
