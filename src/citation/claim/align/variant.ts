import { AMOUNT } from '../word/token.ts'
import { type Alignment, align } from './align.ts'
import { inOrderOf, isSameList } from './enumeration.ts'
import { assembled, type Fragment, type Side } from './side.ts'
import { transposed } from './transposed.ts'

/** More distinct letters apart than this are other words, not another order of the same. */
const MOST_LETTERS_APART = 10
const LONGEST = 120

/** Reads both as written, then in the order of words that either could have been written in. */
export function alignedSomehow(claim: Side, original: Side, homes: readonly string[]): Alignment | undefined {
  const asWritten = align(claim, original)
  if (asWritten?.disagreements.length === 0) return asWritten
  return inOtherOrder(claim, original, homes) ?? asWritten
}

function inOtherOrder(claim: Side, original: Side, homes: readonly string[]): Alignment | undefined {
  if (claim.letters.length > LONGEST || original.letters.length > LONGEST) return undefined
  if (isSameList(claim, original)) return { disagreements: [] }
  if (lettersApart(claim.letters, original.letters) > MOST_LETTERS_APART) return undefined
  for (const [ours, theirs] of pairings(claim, original, homes)) {
    const alignment = align(ours, theirs)
    if (alignment?.disagreements.length === 0) return alignment
  }
  return undefined
}

function* pairings(claim: Side, original: Side, homes: readonly string[]): Iterable<readonly [Side, Side]> {
  const listed = inOrderOf(original.letters, claim, homes)
  if (listed !== claim) yield [listed, original]
  for (const ours of variantsOf(claim, homes))
    for (const theirs of [...variantsOf(original, homes), ...shortened(original, homes)]) yield [ours, theirs]
  for (const theirs of transposed(original, homes)) yield [claim, theirs]
}

function lettersApart(ours: string, theirs: string): number {
  const counts = new Map<string, number>()
  for (const letter of ours) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  for (const letter of theirs) counts.set(letter, (counts.get(letter) ?? 0) - 1)
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0)
}

const variants = new WeakMap<Side, readonly Side[]>()

function variantsOf(side: Side, homes: readonly string[]): readonly Side[] {
  const stored = variants.get(side)
  if (stored !== undefined) return stored
  const made = [
    side,
    ...TURNS.flatMap((turn) =>
      turn(side.letters, headLength(side.letters, homes)).map((pieces) => assembled(side, pieces, homes)),
    ),
  ]
  variants.set(side, made)
  return made
}

/** Verbs that take their object in front of them as well as behind: 下放权限41项, 权限下放41项. */
const TURNING =
  '新增|新建|改造|建成|建设|完成|超额完成|安排|下放|取消|启动|开工|培育|引进|化解|压减|减少|增加|降低|提高|提升|发放|拨付|下达|办理|办结|整改|清理|淘汰|关停|拆除|修复|治理|新改建|新开工|筹集|筹措|落实|培训|培养|检查|排查|建立|完善|健全|优化|推进|推动|加快|加强|强化|规范|支持|扩大|实施|开展|取得|到位|开通|投放|开设|设立|举办|制定|修订|出台|印发|签约|招引|盘活|处置|收回|争取|支出|改善|巩固|保障|维护|改扩建|改建|扩建|配备|配置|核减|核销|转化|转让|授权|受理|查处|立案|救助|资助|补助|惠及|覆盖|普及|整治|关闭|拓宽|打通|绿化|种植|植树|销售|生产|接待|登记|注册|认定|新认定|新登记|审批|审核|审查|评估|验收|备案|公开|公布|发布|征收|减免|减税|退税|缓缴|返还|兑现|兑付|偿还|储备|收购|采购|供应'
const VERB_LAST = new RegExp(`(?<verb>${TURNING})(?<rest>了?${AMOUNT}.{0,3}|)$`, 'u')

/** The document's own place at the head stays where it is. */
function headLength(letters: string, homes: readonly string[]): number {
  return Math.max(
    0,
    ...homes.filter((home) => home.length > 1 && letters.startsWith(home)).map(({ length }) => length),
  )
}

const LIGHT_VERB = /^(?:启动|完成|开展|实施|推进|加快|组织|继续|累计|计划|新)/u

/** Ways to say the same with the words in another order, each as fragments of the letters. */
const TURNS: readonly ((letters: string, head: number) => readonly (readonly Fragment[])[])[] = [
  verbFirst,
  builtFirst,
  treated,
  forbidden,
]

/** X新增5家, as 新增X5家; 启动X改造, as 启动改造X. */
function verbFirst(letters: string, head: number): readonly (readonly Fragment[])[] {
  const match = VERB_LAST.exec(letters)
  if (match === null || /[和与、及]/u.test(letters[match.index - 1] ?? '')) return []
  const end = match.index + (match.groups?.verb?.length ?? 0)
  const light = LIGHT_VERB.exec(letters.slice(head))?.[0].length ?? 0
  return [...new Set([head, head + light])]
    .filter((front) => match.index >= front + 2)
    .map((front) => [
      [0, front],
      [match.index, end],
      [front, match.index],
      [end, letters.length],
    ])
}

/** 完成X建设, as 建成X. */
function builtFirst(letters: string): readonly (readonly Fragment[])[] {
  const match = /完成(?=.{2,}建设$)/u.exec(letters)
  if (match === null || /[和、与及]/u.test(letters.at(-3) ?? '')) return []
  return [[[0, match.index], '建成', [match.index + 2, letters.length - 2]]]
}

/** 对X进行Y, as YX. */
function treated(letters: string): readonly (readonly Fragment[])[] {
  const match = /对(?<what>.{2,40}?)(?:进行|开展|实施|予以|给予)(?<how>\p{Script=Han}{2,6})$/u.exec(letters)
  if (match === null) return []
  const what = match.index + 1
  const whatEnd = what + (match.groups?.what?.length ?? 0)
  const how = letters.length - (match.groups?.how?.length ?? 0)
  return [
    [
      [0, match.index],
      [how, letters.length],
      [what, whatEnd],
    ],
  ]
}

const AGENT = '个人|单位|学校|机构|企业|人员|部门|者|组织|车辆|公司|医院|商家|平台'
const FORBIDDEN = new RegExp(`^(?<not>禁止|严禁|不得|不准)(?<who>.{0,20}(?:${AGENT}))(?=.{2})`, 'u')

/** 禁止X做Y, as X不得做Y. */
function forbidden(letters: string): readonly (readonly Fragment[])[] {
  const match = FORBIDDEN.exec(letters)
  if (match === null) return []
  const not = match.groups?.not?.length ?? 0
  return [
    [
      [not, match[0].length],
      [0, not],
      [match[0].length, letters.length],
    ],
  ]
}

const SHARE = /占(?<of>[^\uE000、和与]{1,20}?)的?(?:比重|比例)(?=(?:为|达到|达|是)?\uE000)/u

/** 占X的比重为5% may be told as 占比5%, not the other way. */
function shortened(original: Side, homes: readonly string[]): readonly Side[] {
  const match = SHARE.exec(original.letters)
  if (match === null) return []
  const { index } = match
  return [
    assembled(original, [[0, index], '占比', [index + match[0].length, original.letters.length]], homes),
  ]
}
