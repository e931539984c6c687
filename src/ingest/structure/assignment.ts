import type { Assignment, Range } from '../../corpus/index.ts'
import { overlaps, subtract } from '../../corpus/index.ts'
import { trimMarks } from '../../text/index.ts'

type Kind = Assignment['kind']

const BODIES = '(?:单位|部门|科室|处室|股室|领导|机构|人员?)'
const LABELS: readonly (readonly [Kind, string])[] = [
  ['lead', `(?:牵头(?:责任)?${BODIES}?|主办${BODIES}|主要责任${BODIES})`],
  [
    'responsible',
    `(?:(?:第一)?责任(?:及配合)?${BODIES}?|(?:配合|协办|协助|参与|参加|落实|承办|实施)${BODIES}|分管领导)`,
  ],
  [
    'deadline',
    '(?:(?:计划)?(?:完成|办结|落实|整改)(?:时限|时间|期限|节点|日期)|时间(?:节点|进度|安排|要求)|时限(?:要求)?)',
  ],
]
const LABEL = LABELS.map(([kind, label]) => `(?<${kind}>${label})`).join('|')
const NEXT = `(?!(?:${LABELS.map(([, label]) => label).join('|')})\\s*:)`
/** A label, its colon and what is said, up to the next label or the next mark of its bracket or line. */
const LABELLED = new RegExp(
  `(?:${LABEL})\\s*:\\s*(?<words>(?:${NEXT}[^;；。()\\n:]){1,160}(?:\\([^()\\n]{0,40}\\)(?:${NEXT}[^;；。()\\n:]){0,80})*)`,
  'gu',
)
const BRACKETED = /\((?<inner>[^()\n]{3,160}(?:牵头|负责|配合|参与|参加)(?:落实)?)\)/gu
/** 市卫生健康委牵头，市医保局、市财政局配合: names in front of what they do. */
const ROLE =
  /(?<words>[^,，;；]{2,120}?)(?:按(?:照)?(?:各自)?职责(?:分工)?(?:分别)?|共同|具体|分别|等)*(?<role>牵头(?:负责)?|负责(?:落实)?|配合|参与|参加)(?=[,，;；、]|$)/gu
const BODY_ENDING =
  /(?:[委局厅办院科处股室部署站队所会校企]|中心|政府|单位|部门|机构|集团|街道|乡镇|区县|县区|公司|银行)$/u

/** Who answers for what stands in front, and by when: in brackets or at the end of an item. @param view normalised text */
export function findAssignments(view: string, exclusions: readonly Range[]): readonly Assignment[] {
  const found = [...labelled(view), ...bracketed(view)].sort((a, b) => a.start - b.start || b.end - a.end)
  return found.filter((assignment, index) => {
    const previous = found[index - 1]
    if (previous !== undefined && overlaps(previous, assignment)) return false
    return subtract(assignment, exclusions).length === 1
  })
}

function labelled(view: string): readonly Assignment[] {
  return [...view.matchAll(LABELLED)].flatMap((match) => {
    const kind = LABELS.find(([name]) => match.groups?.[name] !== undefined)?.[0]
    const end = match.index + match[0].length
    const words = trimMarks(view, { start: end - (match.groups?.words?.length ?? 0), end })
    return kind === undefined || words.end <= words.start
      ? []
      : [{ kind, start: match.index, end: words.end, words }]
  })
}

function bracketed(view: string): readonly Assignment[] {
  return [...view.matchAll(BRACKETED)].flatMap((match) => {
    const inner = match.groups?.inner ?? ''
    if (inner.includes(':')) return []
    return [...inner.matchAll(ROLE)].flatMap((role) => {
      const names = role.groups?.words ?? ''
      if (!BODY_ENDING.test(names.replace(/等$/u, ''))) return []
      const start = match.index + 1 + role.index
      const words = trimMarks(view, { start, end: start + names.length })
      const kind = role.groups?.role?.startsWith('牵头') ? ('lead' as const) : ('responsible' as const)
      return [{ kind, start: words.start, end: start + role[0].length, words }]
    })
  })
}
