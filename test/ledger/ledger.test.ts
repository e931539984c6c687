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
import { readSeed } from '../reader.ts'

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
    const links = linkDuplicates(entries)
    const byId = new Map(entries.map((entry) => [entry.row.id, entry.row]))
    const talent = entries.filter(({ row }) => row.indicator.endsWith('市级高层次人才'))
    expect(talent.map(({ row }) => links.get(row.id)?.length)).toEqual([1, 1])
    for (const [id, others] of links) {
      for (const other of others) expect(byId.get(other)?.documentId).not.toBe(byId.get(id)?.documentId)
    }
  })

  it('compares indicators without script, punctuation and planning words', () => {
    expect(indicatorKey('全市每千人口托位數')).toBe(indicatorKey('每千人口托位'))
    expect(indicatorKey('三级医院总数')).toBe(indicatorKey('三级医院'))
  })
})

describe('targetsCsv', () => {
  it('starts with a byte order mark and ends each line with CRLF', () => {
    const csv = targetsCsv(entries)
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
