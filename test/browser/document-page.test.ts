import { AxeBuilder } from '@axe-core/playwright'
import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { JobJson } from '../../src/api/job-schema.ts'
import { ask, faults, litText, openPageBefore, page, server } from './harness.ts'

openPageBefore()

/** Puts a plan into the library without the page, and opens the page of documents. */
async function addPlan(text: string, file = '要点.txt'): Promise<string> {
  const upload = { name: file, mimeType: 'text/plain', buffer: Buffer.from(text) }
  const posted = await page.request.post(`${server.url}/api/v1/documents`, { multipart: { file: upload } })
  const { id } = (await posted.json()) as { id: string }
  const job = async () =>
    (await (await page.request.get(`${server.url}/api/v1/jobs/${id}`)).json()) as JobJson
  await expect.poll(async () => (await job()).status).toBe('done')
  const documentId = (await job()).receipts[0]?.document_id
  if (typeof documentId !== 'string') throw new Error('the plan was not taken in')
  await page.goto(`${server.url}/documents`)
  await rowOf(documentId).waitFor()
  return documentId
}

function rowOf(id: string): Locator {
  return page.locator(`[data-testid="document-row"][data-id="${id}"]`)
}

function planOf(place: string, year: number, homes = '6家', contracts = '75%以上'): string {
  return [
    `${place}${year}年卫生健康工作要点`,
    '一、强化基层服务',
    `1.加强基层建设。全市建成社区医院${homes}，推进乡镇卫生院标准化建设，完善药品供应保障制度，加强人才培养。`,
    `2.优化签约服务。重点人群签约率达到${contracts}，提高慢性病规范管理水平，群众满意度持续提升，减轻群众负担。`,
    '打印本页',
    '',
  ].join('\n')
}

function itemOf(step: JobJson['items'][number]['step']): JobJson['items'][number] {
  return { file: '乙.docx', step, receipt: null }
}

describe('the page of documents', () => {
  it('corrects a field, after which the next question finds the plan', async () => {
    const row = rowOf(await addPlan(planOf('', 2033)))
    await row.getByRole('button', { name: '更正' }).click()
    await row.getByLabel('地区', { exact: true }).fill('犍为县')
    await row.getByLabel('起始年份').fill('2034')
    await row.getByLabel('截止年份').fill('2034')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await row.getByRole('button', { name: '保存' }).click()
    await row.getByText('犍为县（已更正）').waitFor()
    const action = row.getByRole('button', { name: '更正' })
    await expect.poll(() => action.evaluate((element) => element === document.activeElement)).toBe(true)
    await ask('犍为县2034年要建成社区医院多少家？')
    await expect(page.getByTestId('answer').first().innerText()).resolves.toContain('6家')
  })

  it('shows a fact at its place in the original, and takes a correction back', async () => {
    const row = rowOf(await addPlan(planOf('安岳县', 2035)))
    await row.getByRole('button', { name: '更正' }).click()
    const evidence = row.getByRole('link', { name: /年份在\s*原文此处/ })
    await evidence.click()
    expect(await litText()).toBe('2035年')
    await page.keyboard.press('Escape')
    await expect.poll(() => evidence.evaluate((element) => element === document.activeElement)).toBe(true)
    await row.getByLabel('文号', { exact: true }).fill('安卫发〔2035〕1号')
    await row.getByLabel('标题', { exact: true }).fill('另一个标题')
    await row.getByRole('button', { name: '保存' }).click()
    await row.getByRole('link', { name: '另一个标题' }).waitFor()
    await row.getByRole('button', { name: '更正' }).click()
    await row.getByText('已更正（原读为：安岳县2035年卫生健康工作要点）').waitFor()
    await row.getByRole('button', { name: '标题恢复原读' }).click()
    await row.getByRole('button', { name: '保存' }).click()
    await row.getByRole('link', { name: '安岳县2035年卫生健康工作要点' }).waitFor()
  })

  it('asks for what tells a place apart when its name does not', async () => {
    const row = rowOf(await addPlan(planOf('', 2036)))
    await row.getByRole('button', { name: '更正' }).click()
    await row.getByLabel('地区', { exact: true }).fill('鼓楼区')
    await row.getByRole('button', { name: '保存' }).click()
    await row.getByText('请写明上级').waitFor()
    const field = row.getByLabel('地区', { exact: true })
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
    await row.getByLabel('上级').fill('徐州市')
    await row.getByRole('button', { name: '保存' }).click()
    await row.getByText('鼓楼区（已更正）').waitFor()
    expect(takeFaults('status of 400')).toBe(1)
  })

  it('says when somebody else was faster, keeps what was typed and saves it on the second try', async () => {
    const id = await addPlan(planOf('岳池县', 2037))
    const row = rowOf(id)
    await row.getByRole('button', { name: '更正' }).click()
    await row.getByLabel('发文单位', { exact: true }).fill('岳池县卫生健康局')
    const address = `${server.url}/api/v1/documents/${id}`
    const etag = (await page.request.get(address)).headers().etag ?? ''
    const data = { metadata: { document_number: '岳卫发〔2037〕2号' } }
    await page.request.patch(address, { data, headers: { 'if-match': etag } })
    await row.getByRole('button', { name: '保存' }).click()
    await row.getByText('刚被别人改动').waitFor()
    await expect.poll(() => row.getByLabel('文号', { exact: true }).inputValue()).toBe('岳卫发〔2037〕2号')
    await row.getByRole('button', { name: '保存' }).click()
    await row.getByText('岳池县卫生健康局（已更正）').waitFor()
    expect(takeFaults('status of 412')).toBe(1)
  })

  it('restores an exclusion and takes it out again, in the list and in the original', async () => {
    const row = rowOf(await addPlan(planOf('武胜县', 2038)))
    await row.locator('summary').click()
    await row.getByRole('button', { name: '恢复为正文：打印本页' }).click()
    await row.getByText('没有排除任何文字').waitFor()
    await row.getByRole('link', { name: '武胜县' }).click()
    await page.getByTestId('source-text').waitFor()
    expect(await page.locator('.source-text del').count()).toBe(0)
    await row.getByRole('button', { name: '重新排除：打印本页' }).click()
    await expect.poll(() => page.locator('.source-text del').allInnerTexts()).toEqual(['打印本页\n'])
    await page.getByTestId('source-pane').getByRole('button', { name: '恢复为正文：打印本页' }).click()
    await expect.poll(() => page.locator('.source-text del').count()).toBe(0)
  })

  it('takes out the words that were selected in the original', async () => {
    const row = rowOf(await addPlan(planOf('邻水县𠮷', 2039)))
    await row.locator('h2 a').click()
    await page.getByTestId('source-text').waitFor()
    await page.evaluate(() => {
      const root = document.querySelector('.source-text')
      const walker = document.createTreeWalker(root ?? document, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent?.indexOf('，群众满意度持续提升') ?? -1
        if (at >= 0) getSelection()?.setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 10)
      }
    })
    await page.getByRole('button', { name: '排除所选文字' }).click()
    await expect
      .poll(() => page.locator('.source-text del').allInnerTexts())
      .toContain('，群众满意度持续提升')
    await row.getByText('人工排除 1 处 10 字').waitFor()
    const shown = await page.getByTestId('source-text').evaluate((element) => element.textContent)
    expect(shown).toBe(planOf('邻水县𠮷', 2039))
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })

  it('follows an old citation into the newer version, and says when its words were changed', async () => {
    await addPlan(planOf('华蓥市', 2040))
    const answers = ['华蓥市2040年要建成社区医院多少家？', '华蓥市2040年重点人群签约率要达到多少？']
    const addresses: string[] = []
    for (const question of answers) {
      await ask(question)
      addresses.push(page.url())
    }
    const newer = await addPlan(`转发通知。\n${planOf('华蓥市', 2040, '6家', '80%以上')}`)
    await rowOf(newer).getByRole('button', { name: '版本与副本' }).click()
    await rowOf(newer).getByRole('link', { name: '旧版本' }).click()
    await page.getByText('此文件已有新版本，这里显示的是旧版本。').waitFor()

    await page.goto(addresses[1] ?? '')
    await page.getByTestId('citation-chip').first().click()
    expect(await litText()).toContain('75%以上')
    await page.getByText('这句在新版中已改动').waitFor()

    await page.goto(addresses[0] ?? '')
    await page.getByTestId('citation-chip').first().click()
    const quoted = await litText()
    expect(quoted).toContain('社区医院6家')
    await page.getByText('新版中仍有此句').waitFor()
    await page.getByRole('link', { name: '在新版中查看' }).click()
    await page.waitForURL(`**/documents/${newer}?span=*`)
    expect(await litText()).toBe(quoted)
  })

  it('asks before it deletes, and says plainly what an old citation can no longer show', async () => {
    const id = await addPlan(planOf('前锋区', 2041))
    await ask('前锋区2041年要建成社区医院多少家？')
    const address = page.url()
    await page.goto(`${server.url}/documents`)
    await rowOf(id).getByRole('button', { name: '删除' }).click()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await rowOf(id).getByRole('button', { name: '不删除' }).click()
    await rowOf(id).getByRole('button', { name: '删除' }).click()
    await rowOf(id).getByRole('button', { name: '确认删除' }).click()
    await page.getByText('已删除《前锋区2041年卫生健康工作要点》。').waitFor()
    await expect.poll(() => rowOf(id).count()).toBe(0)
    await page.goto(address)
    await page.getByTestId('citation-chip').first().click()
    await page.getByText('已从库中删除').waitFor()
    await expect(page.getByTestId('source-pane').innerText()).resolves.toContain('社区医院6家')
    expect(takeFaults('status of 404')).toBe(1)
  })

  it('says that an upload took the place of an older version, and what it is near to', async () => {
    await addPlan(planOf('南溪区', 2043), '南溪.txt')
    await addPlan(`首页 > 要闻\n${planOf('南溪区', 2043)}`, '转载.txt')
    const upload = { name: '南溪.txt', mimeType: 'text/plain' }
    const text = planOf('南溪区', 2043, '7家')
    await page.getByTestId('upload-input').setInputFiles([{ ...upload, buffer: Buffer.from(text) }])
    const receipt = page.getByTestId('receipt')
    await receipt.getByText('文字近似').waitFor()
    await receipt.getByRole('link', { name: '旧版本' }).click()
    await page.getByText('此文件已有新版本').waitFor()
    await page.getByRole('link', { name: '打开新版本' }).click()
    await expect.poll(() => page.getByTestId('source-text').innerText()).toContain('社区医院7家')
  })

  it('shows a job that was running when the page was opened, over a stream that breaks off', async () => {
    const job = { id: 'j', created_at: '2026-11-22T00:00:00Z', files: 2 }
    const failed = { file: '甲.pdf', status: 'failed', reason: '文件已加密。', code: 'file_unreadable' }
    const done = { file: '甲.pdf', step: 'done', receipt: failed }
    const states = [
      [
        'job.progress',
        { ...job, status: 'running', files_done: 1, receipts: [failed], items: [done, itemOf('storing')] },
      ],
      [
        'job.completed',
        { ...job, status: 'done', files_done: 2, receipts: [failed, failed], items: [done, done] },
      ],
    ] as const
    let asked = 0
    const seen = Promise.withResolvers<void>()
    await page.route('**/api/v1/jobs', (route) =>
      route.fulfill({ json: { jobs: [{ ...job, status: 'running' }] } }),
    )
    await page.route('**/api/v1/jobs/j', async (route) => {
      // However slow the page is, the first state is looked at before the second comes.
      if (asked > 0) await seen.promise
      const [event, state] = states[Math.min(asked++, 1)] ?? states[1]
      const body = `id: ${asked}\nevent: ${event}\ndata: ${JSON.stringify(state)}\n\n`
      await route.fulfill({ contentType: 'text/event-stream', body })
    })
    await page.goto(`${server.url}/documents`)
    await page.getByText('正在读取，已完成 1/2。').waitFor()
    expect(await page.getByTestId('receipt').nth(1).locator('[aria-current=step]').innerText()).toBe('入库')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    seen.resolve()
    await page.getByText('全部读完。2 个文件没有入库。').waitFor()
    await page.getByRole('button', { name: '收起导入结果' }).click()
    expect(await page.getByTestId('receipt').count()).toBe(0)
  })

  it('takes files that are dropped on it', async () => {
    await page.goto(`${server.url}/documents`)
    await page.getByTestId('document-row').first().waitFor()
    await page.evaluate(
      (text) => {
        const held = new DataTransfer()
        held.items.add(new File([text], '拖入.txt', { type: 'text/plain' }))
        const init = { dataTransfer: held, bubbles: true, cancelable: true }
        document.body.dispatchEvent(new DragEvent('dragover', init))
        document.body.dispatchEvent(new DragEvent('drop', init))
      },
      planOf('广安区', 2042),
    )
    await page.getByText('全部读完。').waitFor()
    await expect(page.getByTestId('receipt').innerText()).resolves.toContain('已入库')
  })

  it('never scrolls sideways, down to 320 pixels, whatever stands open', async () => {
    await page.goto(`${server.url}/documents`)
    const row = page.getByTestId('document-row').first()
    for (const name of ['更正', '版本与副本', '读取情况', '删除']) {
      await row.getByRole('button', { name }).first().click()
      await row.locator('.row-panel').waitFor()
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 800 })
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(beyond).toBeLessThanOrEqual(0)
      }
    }
  })
})

/** Counts the requests that were meant to fail and takes them off the list. */
function takeFaults(words: string): number {
  const meant = faults.filter((fault) => fault.includes(words))
  faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes(words)))
  return meant.length
}
