import type { CandidateJson, TraceJson } from '../api/trace-schema.ts'
import { countLabel, kindLabel, yearsLabel } from './wording.ts'

const OUTCOME: Readonly<Record<CandidateJson['outcome'], string>> = {
  used: '采用',
  outranked: '相关，但有更合适的出处',
  no_evidence: '没有可作依据的句子',
  weak: '只有部分词语相同',
  part_missing: '缺少问题中的关键内容',
  nothing_expected: '提到了，但没有所问的数值或时间',
  other_place: '不是所问的地方',
  other_year: '不是所问的年份',
  end_value_only: '只给出期末目标，没有所问年份的数值',
}

/** Why a passage was taken, or left. */
export function outcomeText(outcome: CandidateJson['outcome']): string {
  return OUTCOME[outcome]
}

/** Under which conditions it was looked for, and whose they were. */
export function conditionsText({ filters, interpreted }: TraceJson): string {
  const { regions, years, document_kinds } = interpreted
  const said = [
    conditionText('地区', regions.join('、'), filters.regions !== undefined),
    conditionText('年份', yearsLabel(years), filters.years !== undefined),
    conditionText('文种', document_kinds.map(kindLabel).join('、'), filters.document_kinds !== undefined),
  ]
  return said.join('；')
}

function conditionText(name: string, value: string, isByHand: boolean): string {
  const own = isByHand ? '（手动设定）' : value === '' ? '' : '（从问题看出）'
  return `${name}：${value === '' ? '不限' : value}${own}`
}

/** One search: where, and with which words; the rarest words first. */
export function searchText({ regions, years, documents, words }: TraceJson['searches'][number]): string {
  const where = [regions.join('、'), yearsLabel(years)].filter((part) => part !== '').join('、')
  const ordered = words.toSorted((a, b) => b.weight - a.weight).map(({ text }) => text)
  const looked = ordered.length === 0 ? '' : `，查找“${[...new Set(ordered)].join('”“')}”`
  return `在${where === '' ? '全部' : where}的 ${countLabel(documents)} 份文件中检索${looked}`
}

/** By which state of everything it was answered, as name and value. */
export function versionRows({ versions, created_at }: TraceJson): readonly (readonly [string, string])[] {
  return [
    ['文库版本', versions.corpus.slice(0, 12)],
    ['读取规则', String(versions.reader)],
    ['分词', versions.segmenter],
    ['向量', versions.embedder],
    ['模型', versions.model ?? '未使用'],
    ...versions.prompts.map(({ id, version }) => ['提示词', `${id} 第 ${version} 版`] as const),
    ['时间', new Date(created_at).toLocaleString('zh-CN')],
  ]
}
