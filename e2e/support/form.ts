import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'

const item = (form: Locator, label: string): Locator => form.locator('.ant-form-item').filter({ has: form.page().locator('label', { hasText: label }) }).first()

/** Writes into the text box under a label. */
export const write = (form: Locator, label: string, text: string): Promise<void> => item(form, label).locator('input, textarea').first().fill(text)

/** Chooses an option shown under a label: a segment, a radio button or an entry of a list that opens. */
export const choose = async (form: Locator, label: string, option: string): Promise<void> => {
  const place = item(form, label)
  const box = place.getByRole('combobox')
  if ((await box.count()) === 0) return place.getByText(option, { exact: true }).click()
  // A list that is not searched opens by a click.
  await ((await box.isEditable()) ? box.fill(option) : box.click())
  await form.page().locator('.ant-select-item-option, .ant-select-tree-treenode').filter({ hasText: option }).filter({ visible: true }).first().click()
}

/** The drawer or dialog that is open. */
export const dialog = (page: Page): Locator => page.getByRole('dialog').last()

/** Presses Tab until an element has the focus; throws when the keyboard does not reach it. */
export const tabTo = async (page: Page, target: Locator, most = 80): Promise<void> => {
  for (let presses = 0; presses < most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${String(target)}`)
}

/** Chooses a step of a scale under a label. */
export const rate = (form: Locator, label: string, step: number): Promise<void> => item(form, label).getByRole('radio').nth(step - 1).check()

/** Waits until the keyboard is here: what opens takes it only when it has opened. */
export const focused = (target: Locator): Promise<void> => expect.poll(() => target.evaluate((element) => element === document.activeElement), { timeout: 15_000 }).toBe(true)
