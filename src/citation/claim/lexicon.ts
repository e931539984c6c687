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

export type FactKind = 'polarity' | 'obligation' | 'status' | 'direction' | 'scope' | 'hedge' | 'region'

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

// Each string: one sense, its words separated by blanks.
add('plain', undefined, false, [
  '加强 强化',
  '推进 推动 促进',
  '完善 健全',
  '确保 保证',
  '制定 制订',
  '开展 组织开展 组织 进行',
  '举办 举行',
  '召开 举行',
  '监管 监督管理',
  '缩短 压缩',
  '培育 培养',
  '加快 加速',
  '支持 扶持',
  '落实 贯彻落实',
  '和 、 与 及 以及 并',
  '比 较',
  '比上年 较上年 同比 比上年同期 较上年同期 比去年 较去年',
  '期间 时期',
  '年末 年底',
  '设立 设置',
  '使用 运用',
  '到 至',
  '通过 经由',
  '各级 各级各类',
  '增速 增长速度 增幅',
  '比重 比例 占比',
  '总数 总量 数量 数',
])
add('direction', 'up', false, [
  '提高 提升',
  '增加 增长 上升',
  '扩大 拓展',
  '加大',
  '增强',
  '上调',
  '新增',
  '放宽',
  '上浮',
])
add('direction', 'down', false, [
  '降低 下降 减少',
  '缩小 收缩',
  '减弱 削弱',
  '下调',
  '压减 削减 缩减',
  '回落',
  '收紧',
  '下浮',
])
add('status', 'plan', false, ['规划 谋划', '计划', '拟', '筹建', '研究'])
add('status', 'start', false, ['启动 开始 启动实施', '开工 动工 开工建设', '着手'])
add('status', 'going', false, ['推进 推动', '建设', '实施', '加快推进', '开展', '探索', '试点'])
add('status', 'done', false, [
  '建成 完成建设 建设完成 建成投用',
  '完成',
  '竣工 完工',
  '投入使用 投用 启用',
  '实现 达到',
  '印发 出台',
])
add('status', 'stop', false, ['取消', '停止 终止', '暂停 中止', '推迟 延后', '废止'])
add('obligation', 'must', true, ['应当 应 须 必须 务必 需'])
add('obligation', 'may', true, ['可以 可', '允许', '鼓励', '自愿 自行'])
add('obligation', 'not', true, ['不得 禁止 严禁 不准 不许 不可'])
add('polarity', 'not', true, [
  '不 未 没有 没 并未 并不 尚未 从未',
  '无',
  '非',
  '不再',
  '避免',
  '杜绝',
  '拒绝',
])
add('scope', 'all', true, ['全部 所有 全体', '全覆盖', '各 每个 每', '一律 均 都', '全面'])
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
  '力争 争取',
  '努力',
  '预计 预期',
  '有望',
  '计划',
  '拟',
  '将',
  '原则上',
  '基本',
  '初步',
  '逐步',
  '尽量',
])
add('region', 'nation', true, ['全国'])
add('region', 'province', true, ['全省 我省 本省 全自治区'])
add('region', 'city', true, ['全市 我市 本市'])
add('region', 'county', true, ['全县 我县 本县'])
add('region', 'district', true, ['全区 我区 本区'])
add('region', 'prefecture', true, ['全州 我州 本州'])
add('region', 'town', true, ['全镇 我镇 本镇', '全乡 我乡 本乡'])
add('region', 'urban', false, ['城市', '城镇', '城乡', '农村 乡村'])

/** Words that say how eagerly something is done; a sentence may lose them and stay true. */
const EAGER =
  '切实 进一步 大力 着力 不断 扎实 扎扎实实 坚决 牢牢 紧紧 始终 坚定不移 毫不动摇 不折不扣 更加 更好 认真 奋力 全力 全力以赴 稳步 持续 尽快 抓紧 加紧 努力'.split(
    ' ',
  )
/** Words that do so in front of a verb, and elsewhere name a thing: 有效开展, but 有效发明专利. */
const EAGER_BEFORE_VERB =
  '积极 深入 有力 有效 加快 严格 充分 高质量 高标准 高水平 高效 科学 坚定 继续 精心 广泛 主动 及时 大幅 大幅度 显著 明显 较快 平稳 快速 有序 稳妥 强力 全面 统筹 精准 规范有序 扎实有效 积极稳妥 有力有效 有力有序 从严 从快 纵深 常态化 全方位 多渠道 多措并举 严厉 依法依规 稳健 牢固 强化'.split(
    ' ',
  )
const VERB =
  /^(?:推|加强|加大|加快|加速|落实|开展|实施|深化|完善|健全|提高|提升|建立|建设|打造|打击|打好|抓|做|促进|支持|引导|培育|发展|保障|保护|防范|化解|解决|改善|优化|强化|组织|配合|参与|参加|发挥|利用|运用|调动|统筹|治理|整治|规范|推广|宣传|回应|公开|公布|执行|贯彻|履行|遵守|控制|压减|压降|降低|减少|增加|增长|下降|增强|扩大|拓展|巩固|维护|筑牢|守牢|夯实|树立|营造|探索|创新|创建|争创|融入|对接|承接|引进|招引|盘活|清理|清退|排查|查处|监管|监督|检查|督促|指导|培训|培养|普及|覆盖|取消|关闭|淘汰|消除|遏制|杜绝|完成|实现|达到|建成|启动|开工|改造|改革|改进|更新|满足|服务|惠及|帮扶|帮助|救治|救助|筹集|安排|保证|确保|防止|应对|处置|衔接|整合|编制|制定|修订|出台|布局|谋划|构建|形成|激发|释放|办|用|补|抢|管|有序|稳妥|高效|足额|协调|协商|筹|挖掘|总结|沟通|争取|申报|报告|报送|反馈|通报|调整|调度|调解|拨|兑|下达|发放|收回|落地|落细|做优|用好|管好|守住|守护|压实|跟踪|监测|预警|研判|评估|评价|考核|问责|追究|惩治|纠正|整改|吸纳|吸引|集聚|汇聚|聚焦|围绕|突出|坚持|打通|畅通|推介|普查|摸|清除|拆除|拓宽|延伸|扩容|增进|增设|提质|转变|转化|转型|学习|领会|把握|研究|分析|论证|启用|运营|运行|使用|储备|供应|稳定|稳住|护航|承担|履职|尽责|依靠|依托|发动|动员|倡导|弘扬|传承|践行|凝聚|放宽|放开|开放|开发|开拓|开辟|开通|开设|举办|试点|示范|引领|带动|联动|协同|合作|交流|共享|共建|结合|融合)/u

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

const adverbsByStart = Map.groupBy([...EAGER, ...EAGER_BEFORE_VERB], (word) => word[0] ?? '')
const needsVerb = new Set(EAGER_BEFORE_VERB)
/** At the head of a clause these say how, whatever follows: 加快重点项目建设. */
const EAGER_AT_HEAD = new Set('加快 深入 全面 积极 严格 继续 有序 稳妥'.split(' '))
const PROMISE = /^(?:要|达|实现|完成|建成|争创|使|在|做到)/u

/** Lengths of the adverbs of effort that begin at an offset. 努力 in front of a result is a hedge and stays. */
export function adverbsAt(letters: string, at: number): readonly number[] {
  if (letters[at] === '要') return isModal(letters, at) ? [1] : []
  const found = (adverbsByStart.get(letters[at] ?? '') ?? []).filter((word) => letters.startsWith(word, at))
  return found.flatMap((word) => {
    const behind = letters.slice(at + word.length, at + word.length + 4)
    if (word === '努力' && PROMISE.test(behind)) return []
    const isHow = !needsVerb.has(word) || VERB.test(behind) || (at === 0 && EAGER_AT_HEAD.has(word))
    return isHow ? [word.length] : []
  })
}

/** 要 in front of a verb, not in 重要, 主要 or 要求. */
function isModal(letters: string, at: number): boolean {
  return !/[重主需必纲摘概]/u.test(letters[at - 1] ?? '') && !/[求素点件闻道害]/u.test(letters[at + 1] ?? '')
}

/** The length of a connective at the head of a clause; 0 when there is none. */
export function connectiveLength(view: string): number {
  return CONNECTIVES.filter((word) => view.startsWith(word)).reduce(
    (most, { length }) => Math.max(most, length),
    0,
  )
}
