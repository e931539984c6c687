import { findQuantities, isShare, type Quantity } from '../text/index.ts'
import type { Expected } from './question.ts'

const FIT = {
  exact: 0.25,
  other: 0.1,
  share: 0.2,
  time: 0.2,
  perItem: 0.03,
  mostItems: 0.15,
  figure: 0.15,
  words: 0.001,
} as const

const TIME =
  /20\d{2}年|\d{1,2}月|年底|年内|月底|季度|上半年|下半年|期间|当年|每年|年度|\d+\s*(?:分钟|小时|秒|天|日|个月|周)|[一二三四五六七八九十两]+个?(?:月|周|年)|以内|之前|前(?:完成|实现|投|建)/u
const MILESTONE =
  /完成|开工|竣工|结顶|封顶|投入|投用|运营|运行|启用|建成|启动|达到|选址|搬迁|办理|验收|落地|覆盖|普及/u
const BODY = /责任(?:单位|部门|科室|股室|处室)|牵头|配合单位|负责|主管|承担/u
const REASON = /由于|因为|因此|为了|旨在|原因|以便/u
/** Raising something by so many points says nothing about the level it reaches. */
const CHANGE = /提高|提升|上升|增加|新增|增长|下降|降低|减少|缩短/u
/** A target is a figure wherever there is one. */
const TARGET_ASKED = /目标|指标|任务数/u
const CHANGE_ASKED = /(?:提高|提升|上升|增加|增长|下降|降低|减少|缩短)了?(?:多少|几)/u

/**
 * How well a clause holds what the question expects: 0 when it cannot be the answer, more the better it fits.
 * @param view normalised clause
 * @param asked normalised question
 */
export function fitOf(expected: Expected, view: string, asked: string): number {
  switch (expected.kind) {
    case 'quantity':
      return CHANGE_ASKED.test(asked) && !CHANGE.test(view) ? 0 : quantityFit(expected.unit, view)
    case 'share':
      return shareFit(findQuantities(view), view, asked)
    case 'time':
      return TIME.test(view) ? FIT.time : 0
    case 'milestone':
      return MILESTONE.test(view) ? FIT.time : 0
    case 'body':
      return BODY.test(view) ? FIT.time : 0
    case 'reason':
      return REASON.test(view) ? FIT.words : 0
    case 'list':
      return FIT.words + Math.min(FIT.mostItems, FIT.perItem * (view.match(/[、；]/gu)?.length ?? 0))
    case 'words':
      return TARGET_ASKED.test(asked) && findQuantities(view).length > 0 ? FIT.figure : FIT.words
  }
}

function shareFit(quantities: readonly Quantity[], view: string, asked: string): number {
  if (quantities.length === 0) return 0
  const isIncrease = quantities.every((quantity) => quantity.unit.endsWith('百分点')) && CHANGE.test(view)
  if (isIncrease && !CHANGE.test(asked) && /达到|百分之/u.test(asked)) return 0
  return quantities.some(isShare) ? FIT.share : FIT.other
}

function quantityFit(unit: string | null, view: string): number {
  if (unit !== null && new RegExp(`[一二三四五六七八九十]${unit}`, 'u').test(view)) return FIT.exact
  const quantities = findQuantities(view)
  if (quantities.length === 0) return 0
  if (unit === null) return FIT.other + (quantities.some((quantity) => quantity.unit !== '') ? 0.05 : 0)
  if (quantities.some((quantity) => unitsAgree(unit, quantity.unit))) return FIT.exact
  return quantities.some((quantity) => quantity.unit === '') ? FIT.other / 2 : 0
}

const GROUPS: readonly (readonly string[])[] = [
  ['人', '名', '个', '人次', '对', '户'],
  [
    '个',
    '家',
    '所',
    '处',
    '项',
    '座',
    '条',
    '种',
    '类',
    '批',
    '件',
    '场',
    '支',
    '门',
    '院',
    '单位',
    '机构',
    '村',
    '镇',
    '社区',
    '科',
    '站',
  ],
  ['台', '辆', '套', '件', '个', '支'],
  ['分钟', '小时', '秒', '天', '日', '月', '周', '年', '个'],
]

/** 张 agrees with 万张, 元 with 亿 and 万元; measure words of the same kind of thing agree. */
function unitsAgree(asked: string, written: string): boolean {
  if (written === '') return false
  if (written.endsWith(asked) || asked.endsWith(written)) return true
  if (asked === '元') return /[万亿元]$/u.test(written)
  if (asked === '万' || asked === '亿') return written.includes(asked)
  const plain = written.replace(/^[余多万亿千百]+/u, '')
  return GROUPS.some((group) => group.includes(asked) && group.includes(plain))
}
