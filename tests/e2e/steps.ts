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
