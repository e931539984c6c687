import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCorpus } from '../../src/corpus/index.ts'
import {
  cellOf,
  filterTargets,
  indicatorKey,
  ledgerOf,
  linkDuplicates,
  targetsCsv,
} from '../../src/ledger/index.ts'
import { readSeed, readText } from '../reader.ts'

const corpus = createCorpus([
  readSeed('cixi'),
  readSeed('jizhou'),
  readSeed('qingdao2021'),
  readSeed('qingdao2022'),
  readSeed('qingdaoAction'),
])
const entries = ledgerOf(corpus)

describe('filterTargets', () => {
  it('filters by place with or without its ending, also by the place above', () => {
    const named = (region: string) => filterTargets(entries, { regions: [region] })
    expect(named('慈溪').length).toBeGreaterThan(50)
    expect(named('慈溪市')).toEqual(named('慈溪'))
    expect(named('天津').every(({ document }) => document.file.startsWith('jizhou'))).toBe(true)
    expect(named('上海')).toEqual([])
  })

  it('filters by the year in which a row is due, not by the years of its plan', () => {
    const due2023 = filterTargets(entries, { regions: ['青岛'], years: [2023] })
    expect(due2023.length).toBeGreaterThan(0)
    expect(due2023.every(({ row }) => row.isYearly)).toBe(true)
  })

  it('filters by words of the indicator in either script', () => {
    const found = filterTargets(entries, { indicator: '托位' })
    expect(found.map(({ row }) => row.value)).toEqual(expect.arrayContaining([1270, 762, 3.82]))
    expect(filterTargets(entries, { indicator: '互聯網醫院' }).map(({ row }) => row.value)).toContain(35)
  })

  it('gives everything when no filter is set', () => {
    expect(filterTargets(entries, {})).toEqual(entries)
  })
})

describe('linkDuplicates', () => {
  it('links the same indicator of other plans only', () => {
    const links = linkDuplicates(entries).sameIndicator
    const byId = new Map(entries.map((entry) => [entry.row.id, entry.row]))
    const talent = entries.filter(({ row }) => row.indicator.endsWith('市级高层次人才'))
    expect(talent.map(({ row }) => links.get(row.id)?.length)).toEqual([1, 1])
    for (const [id, others] of links) {
      for (const other of others) expect(byId.get(other)?.documentId).not.toBe(byId.get(id)?.documentId)
    }
  })

  it('links the same target in a copy and in a plan of several years', () => {
    const annual =
      '某市2023年卫生健康工作要点\n\n一、任务\n\n1.强化服务。建设市级临床重点专科10个。县中医医院通过二级甲等复审。重点人群签约率达到75%。\n'
    const reposted = `时间：2023-03-01 来源：某网\n\n${annual}`
    const longer =
      '某市卫生健康三年行动计划（2023—2025年）\n\n一、任务\n\n1.强化服务。到2025年，市级临床重点专科达到10个，重点人群签约率达到80%以上。县妇幼保健院通过二级甲等复审。\n'
    const texts = [annual, reposted, longer].map((text, at) => readText(text, `${at}.txt`))
    const all = ledgerOf(createCorpus(texts)).toSorted((a, b) => (a.document.file < b.document.file ? -1 : 1))
    const { sameTarget } = linkDuplicates(all)
    const found = all.map(({ row, document }) => [
      document.file,
      row.indicator,
      (sameTarget.get(row.id) ?? []).length,
    ])
    expect(found).toEqual([
      ['0.txt', '建设市级临床重点专科', 2],
      ['0.txt', '通过二级甲等复审', 1],
      ['0.txt', '重点人群签约率', 1],
      ['1.txt', '建设市级临床重点专科', 2],
      ['1.txt', '通过二级甲等复审', 1],
      ['1.txt', '重点人群签约率', 1],
      ['2.txt', '市级临床重点专科', 2],
      ['2.txt', '重点人群签约率', 0],
      ['2.txt', '通过二级甲等复审', 0],
    ])
    const [first] = all
    const [, ...lines] = targetsCsv(all, linkDuplicates(all)).trimEnd().split('\r\n')
    expect(lines[0]).toContain((sameTarget.get(first?.row.id ?? '') ?? []).join(' '))
  })

  it('compares indicators without script, punctuation and planning words', () => {
    expect(indicatorKey('全市每千人口托位數')).toBe(indicatorKey('每千人口托位'))
    expect(indicatorKey('三级医院总数')).toBe(indicatorKey('三级医院'))
  })
})

describe('targetsCsv', () => {
  it('starts with a byte order mark and ends each line with CRLF', () => {
    const csv = targetsCsv(entries, linkDuplicates(entries))
    expect(csv.startsWith('\uFEFF地区,')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
  })

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\tx'])('disarms %j', (value) => {
    expect(cellOf(value).replace(/^"/, '').startsWith("'")).toBe(true)
  })

  it('keeps any text readable by a reader of RFC 4180', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const cell = cellOf(value)
        const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
        expect(read === value || read === `'${value}`).toBe(true)
        if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",\r\n]/)
      }),
    )
  })
})
