import type { OutlineItemJson, OutlineJson } from '../api/outline-schema.ts'

const STATUS: Readonly<Record<OutlineItemJson['status'], string>> = {
  continued: '延续',
  strengthened: '强化',
  weakened: '弱化',
  new: '新增',
  merged: '合并',
  due: '规划要求',
  one_off_expired: '一次性·待核实结果',
  borrowed: '借鉴',
}

const FLAG: Readonly<Record<OutlineItemJson['flags'][number]['kind'], string>> = {
  time_bound: '时效性提法',
  pandemic: '涉疫提法',
  expired_policy: '政策期已过',
  needs_number: '数值待定',
  needs_result: '结果待核实',
  no_basis: '无依据',
  empty_phrase: '空泛',
  near_verbatim: '与外地雷同',
}

const STATE: Readonly<Record<OutlineItemJson['state'], string>> = {
  draft: '',
  accepted: '已采纳',
  edited: '已修改',
  rejected: '已否决',
}

export function statusLabel({ status, basis }: Pick<OutlineItemJson, 'status' | 'basis'>): string {
  return basis.length === 0 ? `${STATUS[status]}·无依据` : STATUS[status]
}

export function flagLabel(kind: OutlineItemJson['flags'][number]['kind']): string {
  return FLAG[kind]
}

export function stateLabel(state: OutlineItemJson['state']): string {
  return STATE[state]
}

/** How a task is called in the labels of its buttons. */
export function nameOf({
  number,
  heading,
  text,
}: Pick<OutlineItemJson, 'number' | 'heading' | 'text'>): string {
  return `${number}${heading || text.slice(0, 20)}`
}

/** 延续 30 项，规划要求 4 项；已采纳 2 项 */
export function sumOf({ sections }: OutlineJson): string {
  const items = sections.flatMap((section) => section.items)
  const shown = items.filter(({ state }) => state !== 'rejected')
  const counts = Map.groupBy(shown, statusLabel)
  const sums = [...counts].map(([label, { length }]) => `${label} ${length} 项`)
  const states = (['accepted', 'edited', 'rejected'] as const).flatMap((state) => {
    const { length } = items.filter((item) => item.state === state)
    return length === 0 ? [] : [`${STATE[state]} ${length} 项`]
  })
  return [sums.join('，'), states.join('，')].filter((part) => part !== '').join('；')
}
