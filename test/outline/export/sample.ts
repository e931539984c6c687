import { sha256 } from '../../../src/corpus/index.ts'
import type { Outline } from '../../../src/outline/outline.ts'
import { itemOf, outlineOf } from './outline-maker.ts'

export const QUOTE = '年内建成村卫生室20家，家庭医生签约率达到75%以上。'

/** A source of the draft below; `quote` can be another one. */
export function basisOf(quote = QUOTE, sha = sha256(quote)) {
  return {
    span: { documentId: '0123456789abcdef', start: 30, end: 30 + quote.length },
    quote,
    sha256: sha,
    path: ['二、重点任务', '（一）建强基层'],
    title: '临江市2026年卫生健康工作要点',
    file: 'linjiang-2026.txt',
    jurisdiction: { name: '临江市', level: 'city', parent: null },
    years: [2026, 2026],
  }
}

/** A small draft with one of everything. */
export function sampleOutline(parts: Readonly<Record<string, unknown>> = {}): Outline {
  const basis = basisOf()
  return outlineOf({
    opening: [{ text: '2027年，全市卫生健康系统抓好以下工作。', verdict: 'unproven', basis: [] }],
    sections: [
      {
        id: 's1',
        number: '',
        heading: '深化改革',
        intro: [],
        items: [
          itemOf({
            id: 'i1',
            heading: '建强基层体系',
            sentences: [
              { text: QUOTE, verdict: 'quoted', basis: [basis] },
              { text: '建成〔待定〕个县域医疗中心，按〔2026〕5号文件执行。', verdict: 'unproven', basis: [] },
            ],
            status: 'continued',
            origin: 'own',
            basis: [basis],
            flags: [{ kind: 'needs_number', text: '〔待定〕', note: '上年没有给出数字' }],
          }),
          itemOf({
            id: 'i2',
            level: 3,
            heading: '补齐设备。',
            sentences: [{ text: '更新设备。', verdict: 'proven', basis: [basisOf('更新一批设备。')] }],
            status: 'strengthened',
            origin: 'upper',
          }),
          itemOf({ id: 'i3', heading: '已不再做', sentences: [], state: 'rejected' }),
          itemOf({ id: 'i4', level: 3, heading: '随之不做', sentences: [] }),
        ],
      },
      {
        id: 's2',
        number: '',
        heading: '保障措施',
        intro: [],
        items: [
          itemOf({ id: 'i5', sentences: [{ text: '加强宣传引导。', verdict: 'unproven', basis: [] }] }),
        ],
      },
    ],
    ...parts,
  })
}
