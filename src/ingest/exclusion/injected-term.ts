import type { Exclusion, Range } from '../../corpus/index.ts'
import { firstEndingAfter, overlaps } from '../../corpus/index.ts'
import { BRANDS, TRADES } from './betting-words.ts'
import { findPlantedBrands } from './planted-brand.ts'
import { findPlantedTrades } from './planted-trade.ts'

const BRANDED = new RegExp(`(?<![a-z0-9])(?:${BRANDS})(?:[a-z]{0,2}\\d{0,3})?(?:${TRADES})+`, 'gu')
/** Wording that is spam wherever it stands, unless the clause is about acting against it. */
const PLAIN =
  /(?:时时彩|六合彩|百家乐|老虎机|真人视讯|网上(?:赌|博)[博场彩]|棋牌游戏下载|彩票投注|博彩(?:网|平台|公司)|网络赌博平台|(?:澳门)?新[葡浦]京|澳门葡京|(?:澳门)?威尼斯人(?!酒店|度假))/gu
const ENFORCING = /打击|查处|整治|严[禁查厉防]|禁止|防范|治理|取缔|远离|拒绝|沉迷|参与|非法|等违法|涉赌/u
/** A brand that is also an ordinary word needs a betting trade behind it, and no body of that name around it. */
const ORDINARY =
  /^(?:澳门|江南|银河|凤凰|幸运|完美|半岛|米兰|星空|云顶|南宫|和记|365|888|500|ob|bob|ag|od|ky|pg|bet)(?:体育|电子|官网|平台|国际|注册|登录|下载|运动|网站|在线|线上|app)$/u

/**
 * Terms planted inside a sentence. Only the term is excluded; its sentence stays.
 * @param taken ranges that are excluded already, ascending and disjoint
 */
export function findInjectedTerms(view: string, taken: readonly Range[]): readonly Exclusion[] {
  const isFree = (range: Range) => {
    const other = firstEndingAfter(taken, range.start)
    return other === undefined || !overlaps(other, range)
  }
  const listed = [...matches(view, BRANDED).filter(({ words }) => !ORDINARY.test(words))]
  const plain = matches(view, PLAIN).filter(({ start }) => !ENFORCING.test(clauseAround(view, start)))
  const found = [...listed, ...plain, ...findPlantedTrades(view), ...findPlantedBrands(view)].filter(isFree)
  return joined(found).map((range) => ({ ...range, reason: 'injected_term' }))
}

/** What overlaps or touches is one term. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = []
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last === undefined || start > last.end) merged.push({ start, end })
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) }
  }
  return merged
}

function matches(view: string, pattern: RegExp): readonly (Range & { readonly words: string })[] {
  return [...view.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    words: match[0],
  }))
}

function clauseAround(view: string, at: number): string {
  const before = view.slice(Math.max(0, at - 30), at)
  const after = view.slice(at, at + 30)
  return `${before.slice(before.search(/[^。\n]*$/u))}${/^[^。\n]*/u.exec(after)?.[0] ?? ''}`
}
