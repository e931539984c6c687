import { describe, expect, it } from 'vitest'
import { ask, browser, faultsOfLayout, openPageBefore, page, server } from './harness.ts'

openPageBefore()

/** Runs the one suite and waits for its end. */
async function evaluate(suite: string): Promise<void> {
  await page.goto(`${server.url}/evals`)
  await page.getByText(/^评测哪些：/u).click()
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  await page.getByRole('checkbox', { name: suite }).check()
  const before = await page.getByTestId('eval-run-row').count()
  await page.getByTestId('eval-start').click()
  await page.getByRole('progressbar').waitFor()
  await page.getByTestId('eval-run-row').nth(before).waitFor({ timeout: 120_000 })
  await page.locator('[data-testid=eval-run-row][data-status=done]').nth(before).waitFor({ timeout: 120_000 })
}

describe('the evaluation page', () => {
  it('runs, shows how far it is, and opens the result, a comparison and the report', async () => {
    await evaluate('诱导与对抗')
    await evaluate('诱导与对抗')
    await page.getByTestId('eval-run-row').first().getByRole('link').click()
    await page.getByTestId('eval-run').waitFor()
    expect(await page.getByTestId('eval-verdict').innerText()).toMatch(/门槛/u)
    const table = await page.getByRole('region', { name: '总表' }).innerText()
    for (const label of ['答对率', '句句有据率', '误拒率', '平均引文字数', 'n='])
      expect(table).toContain(label)

    await page.getByLabel('与另一次比较').selectOption({ index: 1 })
    await page.getByTestId('eval-comparison').waitFor()
    expect(await page.getByTestId('eval-comparison').innerText()).toContain('所有指标都没有变化')
    expect(await faultsOfLayout()).toEqual([])

    const address = await page.getByRole('link', { name: '打开报告' }).getAttribute('href')
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${server.url}${address}`)
    expect(await page.locator('.verdict').innerText()).toMatch(/门槛/u)
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px')
    expect(await faultsOfLayout()).toEqual([])
  }, 240_000)

  it('prints the report on A4 with a line to sign on', async () => {
    await page.goto(`${server.url}/evals`)
    await page.getByTestId('eval-run-row').first().getByRole('link').click()
    const address = await page.getByRole('link', { name: '打开报告' }).getAttribute('href')
    await page.goto(`${server.url}${address}`)
    await page.emulateMedia({ media: 'print' })
    // A4 less the margins, at 96 dots an inch.
    await page.setViewportSize({ width: 627, height: 900 })
    expect(await page.getByText('审核人（签名）').isVisible()).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(627)
  })

  it('makes a case of a complaint in one click, with the keyboard too', async () => {
    await ask('青岛到2024年三级医院要达到多少家？')
    await page.getByTestId('feedback').getByRole('button', { name: '有误' }).click()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('已记下').first().waitFor()
    await page.goto(`${server.url}/evals`)
    const complaint = page.getByTestId('eval-complaint')
    await complaint.waitFor()
    expect(await complaint.getAttribute('data-made')).toBe('false')
    await page.getByTestId('eval-make').focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-testid=eval-complaint][data-made=true]').waitFor()
    expect(await complaint.innerText()).toMatch(/固定了 \d+ 处出处/u)
    await page.getByText(/^评测哪些：/u).click()
    await page.getByRole('checkbox', { name: '读者意见' }).waitFor()
    expect(await faultsOfLayout()).toEqual([])
  })

  it('follows a run that somebody else has started', async () => {
    const other = await browser.newContext()
    const started = await other.request.post(`${server.url}/api/v1/evals/runs`, {
      data: { suites: ['complaints'] },
    })
    expect(started.status()).toBe(202)
    const { id } = await started.json()
    await page.goto(`${server.url}/evals`)
    await page.getByTestId('eval-run-row').first().waitFor()
    await expect
      .poll(
        async () => (await (await other.request.get(`${server.url}/api/v1/evals/runs/${id}`)).json()).status,
        {
          timeout: 60_000,
        },
      )
      .toBe('done')
    await page.locator('[data-testid=eval-run-row][data-status=done]').nth(2).waitFor()
    await other.close()
  })
})
