import { describe, expect, it } from 'vitest'
import type { InspectionJson } from '../../src/api/document-schema.ts'
import {
  correctionOf,
  type Draft,
  draftAsRead,
  draftFaults,
  draftLabel,
  draftOf,
  isCorrected,
} from '../../src/web/correction-draft.ts'

const PLACE = { name: '犍为县', level: 'county', parent: '乐山市' } as const

function inspectionOf(parts: Partial<Pick<InspectionJson, 'metadata' | 'correction'>> = {}): InspectionJson {
  const read = <T>(value: T) => ({ value, evidence: { start: 0, end: 4 }, inferred: false })
  return {
    file: 'plan.txt',
    encoding: 'utf-8',
    text: '',
    coverage: 1,
    doubts: [],
    index_unit: 'code_point',
    pages: [],
    metadata: {
      title: read('2031年工作要点'),
      issuer: null,
      jurisdiction: read(PLACE),
      kind: read('annual_plan' as const),
      years: { value: [2031, 2031], evidence: null, inferred: true },
      document_number: null,
      issued_on: null,
      script: null,
    },
    excluded: [],
    sections: [],
    passages: [],
    parts: [],
    enumerations: [],
    assignments: [],
    targets: [],
    correction: null,
    ...parts,
  }
}

function saidOf(change: Partial<Draft>, inspection = inspectionOf()) {
  return correctionOf(inspection, { ...draftOf(inspection.metadata), ...change })
}

describe('correctionOf', () => {
  it('says nothing when nothing was changed', () => {
    expect(saidOf({})).toEqual({ metadata: {}, revert: [] })
    expect(saidOf({ title: ' 2031年工作要点 ' })).toEqual({ metadata: {}, revert: [] })
  })

  it('says only what was changed, and that an emptied field is not stated', () => {
    expect(saidOf({ issuer: '犍为县卫生健康局', title: '' }).metadata).toEqual({
      issuer: '犍为县卫生健康局',
      title: null,
    })
  })

  it('names a place by what was given of it alone', () => {
    expect(saidOf({ place: '鼓楼区', parent: '', level: '' }).metadata).toEqual({
      jurisdiction: { name: '鼓楼区' },
    })
    expect(saidOf({ place: '鼓楼区', parent: '南京市', level: '' }).metadata).toEqual({
      jurisdiction: { name: '鼓楼区', parent: '南京市' },
    })
    expect(saidOf({ place: '', parent: '', level: '' }).metadata).toEqual({ jurisdiction: null })
  })

  it('takes a place whose name was typed anew for the one it was', () => {
    expect(saidOf({ place: '犍为县', parent: '', level: '' }).metadata).toEqual({})
  })

  it('takes one year for the whole period', () => {
    expect(saidOf({ from: '2030', to: '' }).metadata).toEqual({ years: [2030, 2030] })
    expect(saidOf({ from: '', to: '' }).metadata).toEqual({ years: null })
  })

  it('takes a corrected field back when it is again as it was read', () => {
    const inspection = inspectionOf({
      correction: { metadata: [{ field: 'years', read: [2029, 2030] }], restored: [] },
    })
    expect(isCorrected(inspection, 'years')).toBe(true)
    expect(draftLabel(draftAsRead(inspection), 'years')).toBe('2029—2030年')
    expect(saidOf({ from: '2029', to: '2030' }, inspection)).toEqual({ metadata: {}, revert: ['years'] })
  })

  it('takes a field back to not being stated', () => {
    const inspection = inspectionOf({
      correction: { metadata: [{ field: 'title', read: null }], restored: [] },
    })
    expect(draftLabel(draftAsRead(inspection), 'title')).toBe('未载明')
    expect(saidOf({ title: '' }, inspection)).toEqual({ metadata: {}, revert: ['title'] })
  })
})

describe('draftFaults', () => {
  const faultsOf = (from: string, to: string) =>
    draftFaults({ ...draftOf(inspectionOf().metadata), from, to }).get('years')

  it.each([
    ['2031', '2033'],
    ['2031', ''],
    ['', ''],
  ])('accepts the years %s to %s', (from, to) => expect(faultsOf(from, to)).toBeUndefined())

  it('refuses years that are none or run backwards', () => {
    expect(faultsOf('31', '')).toContain('四位数字')
    expect(faultsOf('2033', '2031')).toContain('不能晚于')
  })
})
