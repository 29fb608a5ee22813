import type { Locator } from '@playwright/test';
import { expect, type Person } from './test';

export async function type(person: Person, field: Locator, text: string): Promise<void> {
  await tabTo(person, field);
  await person.page.keyboard.insertText(text);
}

export async function press(person: Person, control: Locator): Promise<void> {
  await tabTo(person, control);
  await person.page.keyboard.press('Enter');
}

/** Presses Tab until it is there, as somebody without a mouse would, and looks that the place shows that it has the focus. */
export async function tabTo({ page }: Person, to: Locator): Promise<void> {
  await to.waitFor();
  const there = () => to.evaluate((element) => element === document.activeElement);
  for (let stops = 0; stops < 80 && !(await there()); stops += 1) await page.keyboard.press('Tab');
  await expect(to).toBeFocused();
  const outline = await to.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
  });
  expect(outline, 'an outline where the focus is').toBeGreaterThanOrEqual(2);
}
