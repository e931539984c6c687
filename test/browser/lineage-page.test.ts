import { describe, expect, it } from 'vitest'
import { faultsOfLayout, litText, openPageBefore, page, server } from './harness.ts'

openPageBefore()

async function openLineage(region: string): Promise<void> {
  await page.goto(`${server.url}/lineage?${new URLSearchParams({ region })}`)
  await page.getByTestId('lineage-table').waitFor()
}

describe('the page of task lineage', () => {
  it('shows years side by side and opens a task in the original', async () => {
    await openLineage('青岛市')
    const years = await page.getByTestId('lineage-table').locator('thead th').allInnerTexts()
    expect(years.map((text) => text.split('\n')[0])).toEqual(['2021年', '2022年', '2022—2024年'])
    await page.getByRole('link', { name: '推動中醫藥傳承創新發展' }).click()
    expect(await litText()).toContain('4.推動中醫藥傳承創新發展')
  })

  it('gives the reason and both originals with what differs', async () => {
    await openLineage('青岛市')
    const row = page.getByTestId('lineage-row').filter({ hasText: '推動中醫藥傳承創新發展' })
    await row.getByRole('button', { name: '延续' }).click()
    const quotes = await page.locator('.lineage-sides blockquote').allInnerTexts()
    expect(quotes).toHaveLength(2)
    expect(quotes[0]).toContain('深化國家中醫藥綜合改革試驗區建設')
    expect(quotes[1]).toContain('深化国家中医药综合改革试验区建设')
    expect(await page.locator('.lineage-sides ins').count()).toBeGreaterThan(0)
  })

  it('offers kinds of change that together are all tasks, each with as many as it lists', async () => {
    await openLineage('青岛市')
    const numbers: number[] = []
    for (const button of await page.locator('.lineage-filter button').all()) {
      await button.click()
      const [count] = (await button.innerText()).match(/\d+$/u) ?? []
      expect(await page.getByTestId('lineage-row').count()).toBe(Number(count))
      numbers.push(Number(count))
    }
    const [all, ...kinds] = numbers
    expect(kinds.reduce((sum, count) => sum + count, 0)).toBe(all)
    expect(await page.getByText('“未作比对”的任务只见于多年计划').count()).toBe(1)
  })

  it('lists what was dropped when asked to, by keyboard alone', async () => {
    await openLineage('青岛市')
    const only = page.getByRole('button', { name: /^取消 \d+$/ })
    await only.focus()
    await page.keyboard.press('Enter')
    expect(await only.getAttribute('aria-pressed')).toBe('true')
    const rows = page.getByTestId('lineage-row')
    const [count] = (await only.innerText()).match(/\d+/) ?? []
    expect(await rows.count()).toBe(Number(count))
    const status = rows.first().getByRole('button', { name: '取消' })
    await status.focus()
    await page.keyboard.press('Enter')
    await page.getByText('未列入').waitFor()
  })

  it('goes from one place to another, and says so where there is one plan alone', async () => {
    await openLineage('青岛市')
    await page.getByLabel('地区').selectOption('慈溪市')
    await page.getByText('只有一份计划').waitFor()
    expect(new URL(page.url()).searchParams.get('region')).toBe('慈溪市')
  })

  it('has no accessibility fault and never scrolls sideways', async () => {
    await openLineage('青岛市')
    await page.locator('.lineage-status').first().click()
    await page.getByTestId('lineage-series').waitFor()
    expect(await faultsOfLayout()).toEqual([])
  })
})
