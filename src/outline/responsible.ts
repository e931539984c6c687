import type { Range } from '../corpus/index.ts'

const BODY =
  '(?:委|局|办|室|科|股|处|部|院|中心|站|所|会|政府|单位|公司|街道|镇|乡|部门|组|集团|队|司|厅|银行|学校|大学)'
const LABEL = '(?:责任|牵头|主责|主办|承办|配合|协办|参与)(?:科室|单位|处室|部门|股室|领导|机构)'
const IN_BRACKETS = new RegExp(
  `^\\s*[（(](?:${LABEL}[：:][^（）()]*|[^（）()。；;：:，,]*?${BODY}(?:等)?)[）)]`,
  'u',
)
const LINE = new RegExp(`^\\s*[（(]?${LABEL}[：:][^。；;]*[）)]?[。；;]?\\s*$`, 'u')

/** Letters at the head of a stretch that say who answers for what stands before it; all of it where it says no more. */
export function responsibleAtHead(view: string, { start, end }: Range): number {
  const words = view.slice(start, end)
  if (LINE.test(words)) return words.length
  const note = IN_BRACKETS.exec(words)?.[0] ?? ''
  return /^[\s。；;]*$/u.test(words.slice(note.length)) && note !== '' ? words.length : note.length
}
