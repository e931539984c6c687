import type { DraftSentence, FlagKind, ItemStatus, OutlineItem } from '../outline.ts'

export const STATUS_WORDS: Readonly<Record<ItemStatus, string>> = {
  continued: '延续',
  strengthened: '强化',
  weakened: '弱化',
  new: '新增',
  merged: '合并',
  due: '到期应完成',
  one_off_expired: '一次性·待核实结果',
  borrowed: '借鉴',
}

export const ORIGIN_WORDS: Readonly<Record<OutlineItem['origin'], string>> = {
  own: '本机关以往文件',
  upper: '上级文件',
  peer: '其他地方文件',
  none: '无',
}

export const VERDICT_WORDS: Readonly<Record<DraftSentence['verdict'], string>> = {
  quoted: '逐字引自原文',
  proven: '已核验',
  unproven: '未核验',
}

export const FLAG_WORDS: Readonly<Record<FlagKind, string>> = {
  time_bound: '提法有时效',
  pandemic: '疫情时期用语',
  expired_policy: '政策期限已过',
  needs_number: '数字待定',
  needs_result: '结果待核实',
  no_basis: '无依据',
  empty_phrase: '缺主体、动作或指标时限',
  near_verbatim: '与其他地方文字近似',
}

export const NO_SOURCE = '无出处'
