import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { items, makeDraft, stored } from './drafting.ts'
import { faultsOfLayout, openPageBefore, page, server } from './harness.ts'

openPageBefore()

describe('the looks of the drafting page', () => {
  it('have no accessibility fault in any state, and never scroll sideways', async () => {
    await page.goto(`${server.url}/draft`)
    await page.getByTestId('draft-start').waitFor()
    expect(await faultsOfLayout()).toEqual([])
    await makeDraft()
    expect(await faultsOfLayout()).toEqual([])
    for (const part of await page.locator('details').all())
      await part.evaluate((it) => it.toggleAttribute('open'))
    await page.locator('.draft-export').evaluate((it) => it.removeAttribute('open'))
    await items()
      .first()
      .getByRole('button', { name: /^修改：/u })
      .click()
    await page.getByRole('button', { name: '版本', exact: true }).click()
    await page.locator('.draft-version').first().waitFor()
    expect(await faultsOfLayout()).toEqual([])
  })

  it('are as readable in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await makeDraft()
    await items()
      .nth(0)
      .getByRole('button', { name: /^采纳：/u })
      .click()
    await items()
      .nth(1)
      .getByRole('button', { name: /^否决：/u })
      .click()
    await page.locator('.draft-difference summary').first().click()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })

  it('leave the tools away in print, and keep every task', async () => {
    const id = await makeDraft()
    await page.emulateMedia({ media: 'print' })
    const { sections } = await stored(id)
    for (const { items: tasks } of sections)
      for (const { heading } of tasks.filter((task) => task.heading !== ''))
        expect(await page.getByTestId('draft').innerText()).toContain(heading)
    const text = await page.getByTestId('draft').innerText()
    const tasks = sections.flatMap(({ items }) => items).filter(({ basis }) => basis.length > 0)
    expect(text.split('依据：2022年').length - 1).toBe(tasks.length)
    expect(text).not.toMatch(/\[\d+\]|依据\n/u)
    for (const tool of ['.draft-tools', '.draft-actions', '.draft-contents', '.draft-status'])
      expect(await page.locator(tool).first().isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: /重新生成|添加一条|修改题目/u }).count()).toBe(0)
  })
})
