import { SHORT_FORMS, SPELLINGS, SYNONYMS } from './synonym.ts'

/** What a word says about the facts of its clause. Words of one sense may stand for one another. */
export interface Word {
  readonly text: string
  readonly kind: FactKind | 'plain'
  /** Words with the same sense say the same. */
  readonly sense: string
  /** Words of one kind with different poles disagree; words without a pole merely differ. */
  readonly pole?: string
  /** Whether the clause says something else without it, or with it added. */
  readonly isDecisive?: boolean
}

export type FactKind =
  | 'polarity'
  | 'obligation'
  | 'status'
  | 'direction'
  | 'comparator'
  | 'scope'
  | 'hedge'
  | 'region'

const rows: Word[] = []

function add(kind: Word['kind'], pole: string | undefined, isDecisive: boolean, senses: readonly string[]) {
  for (const row of senses) {
    const [sense = '', ...others] = row.split(' ')
    for (const text of [sense, ...others])
      rows.push({
        text,
        kind,
        sense: `${kind}:${sense}`,
        isDecisive,
        ...(pole === undefined ? {} : { pole }),
      })
  }
}

for (const kind of [SYNONYMS, SPELLINGS, SHORT_FORMS]) add('plain', undefined, false, kind)
add('direction', 'up', false, [
  '提高 提升 增加 增长 上升 上涨',
  '扩大 拓展',
  '加大',
  '增强',
  '上调',
  '新增',
  '放宽',
  '上浮',
])
add('direction', 'down', false, [
  '降低 下降 减少 下跌 下滑',
  '缩小 收缩 收窄',
  '减弱 削弱',
  '下调',
  '压减 削减 缩减',
  '回落',
  '收紧',
  '下浮',
])
add('status', 'plan', false, ['规划 谋划', '计划', '拟', '筹建', '研究'])
add('status', 'start', false, ['启动 开始 启动实施', '开工 动工 开工建设 动工建设', '着手'])
add('status', 'going', false, ['推进 推动', '建设', '实施', '加快推进', '开展', '探索', '试点'])
add('status', 'done', false, [
  '建成 完成建设 建设完成 建成投用',
  '完成',
  '竣工 完工',
  '投入使用 投用 启用',
  '交付使用',
  '实现 达到',
  '印发 出台 发布',
])
add('status', 'stop', false, ['取消', '停止 终止', '暂停 中止', '推迟 延后', '废止'])
add('obligation', 'must', true, ['应当 应 须 必须 务必 需 要'])
add('obligation', 'may', true, ['可以 可 即可', '允许', '鼓励', '自愿', '自行'])
add('obligation', 'not', true, ['不得 禁止 严禁 不准 不许 不可 不能'])
add('polarity', 'not', true, [
  '不 未 没有 没 并未 并不 尚未 从未',
  '无',
  '非',
  '不再',
  '避免',
  '杜绝',
  '拒绝',
])
add('scope', 'all', true, ['全部 所有 全体', '全覆盖', '各 每个 每 各个', '一律 均 都', '全面'])
add('scope', 'part', true, [
  '部分 一部分',
  '个别',
  '少数',
  '多数 大部分 大多数',
  '主要',
  '重点',
  '仅 只',
  '有条件的',
])
add('scope', 'mean', true, ['平均', '人均', '户均', '年均'])
add('scope', 'sum', true, ['累计', '合计 共计', '总'])
add('scope', 'rank', true, ['首', '唯一', '最'])
add('hedge', 'aim', true, [
  '力争 争取 力求 努力',
  '预计 预期',
  '有望',
  '计划 拟 打算',
  '将 会',
  '原则上',
  '基本',
  '初步',
  '尽量',
])
add('comparator', 'up', false, ['高于 快于', '优于', '多于', '大于', '超过', '偏高', '偏多'])
add('comparator', 'down', false, ['低于 慢于', '劣于', '少于', '小于', '不足 不到', '偏低', '偏少'])
add('region', 'nation', true, ['全国'])
add('region', 'province', true, ['全省 我省 本省 全自治区'])
add('region', 'city', true, ['全市 我市 本市'])
add('region', 'county', true, ['全县 我县 本县'])
add('region', 'district', true, ['全区 我区 本区'])
add('region', 'prefecture', true, ['全州 我州 本州'])
add('region', 'town', true, ['全镇 我镇 本镇', '全乡 我乡 本乡'])
add('region', 'urban', false, ['城市', '城镇', '城乡', '农村 乡村'])

/** What may stand in front of a clause when sentences are joined. */
const CONNECTIVES = '并且 并 且 同时 此外 另外 还 也 而 以及 而且 与此同时'.split(' ')

const byStart = new Map<string, Word[]>()
for (const word of rows) {
  const start = word.text[0] ?? ''
  byStart.set(start, [...(byStart.get(start) ?? []), word])
}

/** The words of the lexicon that begin at an offset of normalised text. */
export function wordsAt(view: string, at: number): readonly Word[] {
  return (byStart.get(view[at] ?? '') ?? []).filter(({ text }) => view.startsWith(text, at))
}

/** The length of a connective at the head of a clause; 0 when there is none. */
export function connectiveLength(view: string): number {
  return CONNECTIVES.filter((word) => view.startsWith(word)).reduce(
    (most, { length }) => Math.max(most, length),
    0,
  )
}
