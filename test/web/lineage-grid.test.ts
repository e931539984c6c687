import { describe, expect, it } from 'vitest'
import type { LineageItemJson, LineageJson, LineageLinkJson } from '../../src/api/lineage-json.ts'
import { columnsOf, countStatuses, gridOf } from '../../src/web/lineage-grid.ts'

const plan = (id: string, from: number, to = from): LineageJson['plans'][number] => ({
  document_id: id,
  title: id,
  file: id,
  kind: from === to ? 'annual_plan' : 'multi_year_plan',
  years: [from, to],
  items: 1,
})

const item = (id: string, documentId: string): LineageItemJson => ({
  id,
  document_id: documentId,
  number: '',
  heading: id,
  path: [],
  start: 0,
  end: 1,
  quote: id,
})

const link = (from: string, to: string, status: LineageLinkJson['status']): LineageLinkJson => ({
  earlier_document_id: from,
  later_document_id: to,
  earlier: [],
  later: [],
  status,
  reason: '',
  changes: [],
  difference: [],
})

const LINEAGE: LineageJson = {
  region: '天门市',
  plans: [plan('a', 2031), plan('m', 2031, 2033), plan('b', 2032)],
  rows: [
    {
      items: [item('1', 'b'), item('2', 'a'), item('3', 'm')],
      links: [link('a', 'b', 'strengthened'), link('m', 'b', 'continued')],
    },
    { items: [item('4', 'a')], links: [link('a', 'b', 'dropped')] },
  ],
  targets: [],
  series: [],
  notes: [],
  index_unit: 'code_point',
}

describe('gridOf', () => {
  it('puts annual plans in front and the status into the column of the later year', () => {
    expect(columnsOf(LINEAGE).map(({ document_id }) => document_id)).toEqual(['a', 'b', 'm'])
    const cells = gridOf(LINEAGE).map((row) =>
      row.cells.map(({ items, links }) => [items.map(({ id }) => id).join(), links[0]?.status ?? null]),
    )
    expect(cells).toEqual([
      [
        ['2', null],
        ['1', 'strengthened'],
        ['3', null],
      ],
      [
        ['4', null],
        ['', 'dropped'],
        ['', null],
      ],
    ])
  })

  it('counts the rows that show a status, those of multi-year plans left out', () => {
    expect([...countStatuses(gridOf(LINEAGE))]).toEqual([
      ['strengthened', 1],
      ['dropped', 1],
    ])
  })

  it('counts a row that no two annual plans speak of as one that was not compared', () => {
    const rows = gridOf(LINEAGE).map((row) => ({ ...row, statuses: new Set<never>() }))
    expect([...countStatuses(rows)]).toEqual([['uncompared', 2]])
  })
})
