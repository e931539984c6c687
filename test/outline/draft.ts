import { documentIdOf, sha256 } from '../../src/corpus/index.ts'
import type { Basis, Outline, OutlineItem } from '../../src/outline/index.ts'

/** A source as a draft keeps it. */
export function basisOf(quote: string, part: Partial<Basis> = {}): Basis {
  return {
    span: { documentId: documentIdOf(sha256('源')), start: 0, end: quote.length },
    quote,
    sha256: sha256(quote),
    path: ['一、重点任务'],
    title: '某市2023年卫生健康工作要点',
    file: 'plan.txt',
    jurisdiction: null,
    years: [2023, 2023],
    ...part,
  }
}

export function itemOf(id: string, part: Partial<OutlineItem> = {}): OutlineItem {
  const basis = basisOf(`推进${id}工作。`)
  return {
    id,
    level: 2,
    number: '',
    heading: `加强${id}`,
    sentences: [{ text: basis.quote, verdict: 'quoted', basis: [basis] }],
    status: 'continued',
    origin: 'own',
    basis: [basis],
    targets: [],
    flags: [],
    state: 'draft',
    ...part,
  }
}

export function draftOf(part: Partial<Outline> = {}): Outline {
  return {
    id: 'd1',
    region: '某市',
    year: 2024,
    title: '某市2024年卫生健康工作要点',
    basedOn: [],
    opening: [],
    sections: [
      { id: 's1', number: '一、', heading: '重点任务', intro: [], items: [itemOf('甲'), itemOf('乙')] },
      { id: 's2', number: '二、', heading: '其他工作', intro: [], items: [itemOf('丙')] },
    ],
    dropped: [],
    borrowable: [itemOf('丁', { status: 'borrowed', origin: 'peer' })],
    warnings: [],
    mode: 'extractive',
    model: null,
    ...part,
  }
}
