import type { Disagreement } from '../align/move.ts'
import type { ClaimCheck } from '../check-claim.ts'
import type { BindingFault } from '../clause/binding.ts'
import type { BoundClause } from '../clause/segment.ts'
import type { StandingFault } from '../standing/standing.ts'

const KINDS: Readonly<Record<string, string>> = {
  number: '数字',
  unit: '单位',
  comparator: '限定',
  year: '时间',
  region: '地区、单位或对象',
  polarity: '肯定与否定',
  obligation: '要求的程度',
  status: '进展状态',
  direction: '增减方向',
  scope: '范围',
  hedge: '把握的程度',
  wording: '用词',
}
const FAULTS: Readonly<Record<BindingFault, string>> = {
  stitched: '各分句在原文里，但出自不同句子的片段，拼接后原文没有这样说',
  subject: '分句在原文里，但所属的主体不同',
  condition: '原文带有前提或例外，这里略去了',
  supposed: '原文只是设定一种情形，没有说已经如此',
}

export function quoteCheck(value: string): ClaimCheck {
  return { kind: 'quote', value, ok: true, note: '与原文逐字一致' }
}

export function sourceCheck(value: string, ok: boolean): ClaimCheck {
  return { kind: 'source', value, ok, note: ok ? '与所引文件相符' : '所称的出处不在所给材料之中' }
}

export function bindingCheck(value: string, fault: BindingFault): ClaimCheck {
  return { kind: fault, value, ok: false, note: FAULTS[fault] }
}

const STANDING: Readonly<Record<StandingFault, string>> = {
  year: '原文的标题或前文写的是另外的时间',
  head: '原文把这一项列在有限定的标题或提示语之下（如严禁、取消、备选、问题），这里略去了',
  withdrawn: '原文随后取消、暂缓或否定了这一内容',
  hearsay: '原文只是转述他人的说法',
  condition: '原文带有前提或例外，这里略去了',
  place: '原文的标题或前文说的是另外的地区或单位',
  order: '字词都在原文里，但先后、对应或范围与原文不同',
}

/** Of words that a text says, but not as they are told. */
export function standingCheck(value: string, fault: StandingFault): ClaimCheck {
  return { kind: fault === 'head' ? 'condition' : fault, value, ok: false, note: STANDING[fault] }
}

/** Of a claim that is borne out in other words. */
export function statedCheck(value: string): ClaimCheck {
  return { kind: 'binding', value, ok: true, note: '各部分均见于原文，主语、数字和限定相符' }
}

export function addedCheck(value: string): ClaimCheck {
  return {
    kind: 'addition',
    value: value.replace(/^[，,；;：:\s]+|[，,；;。\s]+$/gu, ''),
    ok: false,
    note: '原文没有这样说',
  }
}

export function wrongCheck({ kind, claimed, original }: Disagreement): ClaimCheck {
  if (kind === 'addition') return addedCheck(claimed)
  if (kind === 'omission')
    return { kind, value: original, ok: false, note: `原文有“${original}”，这里略去了` }
  const what = KINDS[kind] ?? kind
  if (claimed === '')
    return { kind, value: original, ok: false, note: `${what}不符：原文有“${original}”，这里没有` }
  if (original === '') return { kind, value: claimed, ok: false, note: `${what}不符：原文没有“${claimed}”` }
  return { kind, value: claimed, ok: false, note: `${what}不符：原文为“${original}”` }
}

/** The figures and times of a claim, once all of them were found. */
export function factChecks(text: string, claim: readonly BoundClause[]): readonly ClaimCheck[] {
  const checks: ClaimCheck[] = []
  for (const { tokens, governing } of claim) {
    for (const token of tokens) {
      if (token.kind !== 'amount') continue
      const value = text.slice(token.at, token.at + token.amount.end - token.amount.start)
      checks.push({ kind: 'number', value, ok: true, note: '已与原文逐项比对' })
    }
    for (const time of governing)
      checks.push({ kind: 'year', value: `${time.to}年${time.part}`, ok: true, note: '已与原文逐项比对' })
  }
  checks.push({ kind: 'binding', value: text, ok: true, note: '各分句与原文逐项对应' })
  return checks
}
