import { describe, expect, it } from 'vitest'
import { createIngestReport } from '../../src/runtime/command/ingest-report.ts'
import { documentId } from '../contract/id.ts'
import { failedReceipt, receiptOf } from '../contract/receipt.ts'

const CLEARED = '\r\u001b[K'

function open(total: number, isTerminal: boolean) {
  let said = ''
  let now = 0
  const report = createIngestReport({
    total,
    isTerminal,
    write: (text) => {
      said += text
    },
    clock: () => now,
  })
  return {
    report,
    said: () => said,
    wait: (milliseconds: number) => {
      now += milliseconds
    },
  }
}

const added = (file: string) => receiptOf('added', documentId('a'), file)

describe('the report of an ingestion', () => {
  it('is a line a file where lines cannot be rewritten, and a summary by reason', () => {
    const { report, said } = open(5, false)
    report.done([added('a.txt')])
    report.done([receiptOf('unchanged')])
    for (const file of ['x.txt', 'y.txt']) report.done([failedReceipt(file)])
    report.done([{ ...failedReceipt('z.txt'), reason: '不支持这种文件：z.txt' }])
    report.end()
    expect(said().split('\n')).toEqual([
      '1/5 已入库：甲市2031年工作要点（27 段，排除 2 处，覆盖 99.87%，替换了旧版本，与库中 1 份文件近似）　存疑：年份是推断的，原文没有直接写明。',
      '2/5 已在库中：甲市2031年工作要点（27 段，排除 2 处，覆盖 99.87%，替换了旧版本，与库中 1 份文件近似）　存疑：年份是推断的，原文没有直接写明。',
      '3/5 未入库：文件是空的：x.txt',
      '4/5 未入库：文件是空的：y.txt',
      '5/5 未入库：不支持这种文件：z.txt',
      '共 5 个文件：入库 1，已在库中 1，未入库 3',
      '  2 个：文件是空的',
      '  1 个：不支持这种文件',
      '',
    ])
    expect(said()).not.toContain('\u001b')
  })

  it('is one line with the time left on a terminal, rewritten now and then, and failures stay above it', () => {
    const { report, said, wait } = open(4, true)
    wait(30_000)
    report.done([added('a.txt')])
    expect(said()).toBe(`${CLEARED}██████░░░░░░░░░░░░░░░░░░ 1/4  剩余约 2 分钟  a.txt`)
    wait(10)
    report.done([added('b.txt')])
    expect(said()).not.toContain('2/4')
    wait(10)
    report.done([failedReceipt('坏.txt')])
    expect(said().endsWith(`${CLEARED}未入库：文件是空的：坏.txt\n`)).toBe(true)
    report.done([added('c.txt')])
    expect(said()).toMatch(/█{24} 4\/4 {2}剩余约 0 秒 {2}c\.txt$/u)
    report.end()
    expect(said().endsWith(`${CLEARED}共 4 个文件：入库 3，已在库中 0，未入库 1\n  1 个：文件是空的\n`)).toBe(
      true,
    )
  })

  it('counts every file of an archive', () => {
    const { report, said } = open(1, false)
    report.done([added('a.txt'), added('b.txt')])
    report.end()
    expect(said()).toContain('共 2 个文件：入库 2')
  })
})
