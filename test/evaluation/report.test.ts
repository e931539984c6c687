import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, it } from 'vitest'
import { caseView, isFailure } from '../../evals/report/case-view.ts'
import { reportHtml } from '../../evals/report/html.ts'
import { junitOf } from '../../evals/report/junit.ts'
import { valueText } from '../../evals/report/number.ts'
import { carryOut } from '../../evals/run/carry-out.ts'
import { readCase, type StoredCase, storedCases } from '../../evals/run/case-file.ts'
import type { RunRecord } from '../../src/evaluation/index.ts'
import { ownSet } from './own-order.ts'

const HOSTILE = '<img src=x onerror=alert(1)>"&\u0000\u0008]]>'

let record: RunRecord
let cases: readonly StoredCase[]

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'yaodian-report-'))
  const folder = join(root, 'run')
  record = await carryOut({ id: 'one', folder, own: ownSet(root) }, () => undefined)
  cases = storedCases(folder)
  rmSync(root, { recursive: true, force: true })
})

function spoilt(): StoredCase {
  const [one] = cases
  if (one === undefined) throw new Error('no case')
  return readCase({
    ...one,
    evalCase: { ...one.evalCase, question: HOSTILE },
    reply: { ...one.reply, text: HOSTILE },
    scores: { ...one.scores, correctness: 0 },
  })
}

describe('the report', () => {
  it('lets no word of a question or an answer become markup', () => {
    const html = reportHtml(record, [caseView(spoilt())])
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(html).not.toContain('\u0000')
  })

  it('holds its style, whose hash it allows, and no script and nothing from elsewhere', () => {
    const html = reportHtml(record, [])
    const style = /<style>(?<style>.*?)<\/style>/su.exec(html)?.groups?.style ?? ''
    expect(html).toContain(`sha256-${createHash('sha256').update(style).digest('base64')}`)
    expect(html).not.toMatch(/<script|<link|<img|https?:|@import|url\(/u)
    expect(html).not.toMatch(/\sstyle="/u)
  })

  it('tells the verdict first and has a line to sign on', () => {
    const html = reportHtml(record, [])
    const order = ['这次没有门槛', '总表', '怎样重做', '审核人（签名）', '附件一', '附件二', '附件三']
    const places = order.map((words) => html.indexOf(words))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('shows correctness, faith, refusals and cited characters side by side, each with interval and n', () => {
    const summary = /<table class="wide">.*?<\/table>/su.exec(reportHtml(record, []))?.[0] ?? ''
    for (const label of [
      '答对率',
      '句句有据率',
      '逐字一致率',
      '应拒已拒率',
      '误拒率',
      '无引文句占比',
      '平均引文字数',
    ])
      expect(summary).toContain(label)
    expect(summary).toMatch(/\d–\d.*?n=\d/su)
  })

  it('calls nothing short of all 100 %, nothing more than none 0 %, and a figure without a case unscored', () => {
    expect(valueText(0.99999, 'share')).toBe('99.9%')
    expect(valueText(1, 'share')).toBe('100.0%')
    expect(valueText(0.00001, 'share')).toBe('0.1%')
    expect(valueText(null, 'share')).toBe('未评分')
  })

  it('lists a case that was not scored among those to look at', () => {
    const [one] = cases
    if (one === undefined) throw new Error('no case')
    expect(isFailure(one)).toBe(false)
    expect(isFailure({ ...one, scores: { ...one.scores, correctness: null } })).toBe(true)
    expect(isFailure({ ...one, scores: { ...one.scores, spanExactness: 0.5 } })).toBe(true)
  })
})

describe('the JUnit file', () => {
  it('is well-formed whatever stands in it, and counts failures', () => {
    const counted = { testcase: 0, failure: 0 }
    const parser = new SaxesParser()
    parser.on('error', (fault) => {
      throw fault
    })
    parser.on('opentag', ({ name }) => {
      if (name === 'testcase' || name === 'failure') counted[name]++
    })
    parser.write(junitOf(record, [spoilt(), ...cases.slice(1)])).close()
    const wrong = cases.slice(1).filter(({ scores }) => scores.correctness === 0)
    expect(counted).toEqual({ testcase: cases.length, failure: 1 + wrong.length })
  })
})
