/** Words that say how eagerly something is done; a sentence may lose them and stay true. */
const EAGER =
  '切实 进一步 大力 着力 不断 扎实 扎扎实实 坚决 牢牢 紧紧 始终 坚定不移 毫不动摇 不折不扣 更加 更好 认真 奋力 全力 全力以赴 稳步 持续 尽快 逐步 抓紧 加紧 努力'.split(
    ' ',
  )
/** Words that do so in front of a verb, and elsewhere name a thing: 有效开展, but 有效发明专利. */
const EAGER_BEFORE_VERB =
  '积极 深入 有力 有效 加快 严格 充分 高质量 高标准 高水平 高效 科学 坚定 继续 精心 广泛 主动 及时 大幅 大幅度 显著 明显 较快 平稳 快速 有序 稳妥 强力 全面 统筹 精准 规范有序 扎实有效 积极稳妥 有力有效 有力有序 从严 从快 纵深 常态化 全方位 多渠道 多措并举 严厉 依法依规 稳健 牢固 强化'.split(
    ' ',
  )
/** Verbs of plans and reports. */
export const VERB =
  /^(?:推|加强|加大|加快|加速|落实|开展|实施|深化|完善|健全|提高|提升|建立|建设|打造|打击|打好|抓|做|促进|支持|引导|培育|发展|保障|保护|防范|化解|解决|改善|优化|强化|组织|配合|参与|参加|发挥|利用|运用|调动|统筹|治理|整治|规范|推广|宣传|回应|公开|公布|执行|贯彻|履行|遵守|控制|压减|压降|降低|减少|增加|增长|下降|增强|扩大|拓展|巩固|维护|筑牢|守牢|夯实|树立|营造|探索|创新|创建|争创|融入|对接|承接|引进|招引|盘活|清理|清退|排查|查处|监管|监督|检查|督促|指导|培训|培养|普及|覆盖|取消|关闭|淘汰|消除|遏制|杜绝|完成|实现|达到|建成|启动|开工|改造|改革|改进|更新|满足|服务|惠及|帮扶|帮助|救治|救助|筹集|安排|保证|确保|防止|应对|处置|衔接|整合|编制|制定|修订|出台|布局|谋划|构建|形成|激发|释放|办|用|补|抢|管|有序|稳妥|高效|足额|协调|协商|筹|挖掘|总结|沟通|争取|申报|报告|报送|反馈|通报|调整|调度|调解|拨|兑|下达|发放|收回|落地|落细|做优|用好|管好|守住|守护|压实|跟踪|监测|预警|研判|评估|评价|考核|问责|追究|惩治|纠正|整改|吸纳|吸引|集聚|汇聚|聚焦|围绕|突出|坚持|打通|畅通|推介|普查|摸|清除|拆除|拓宽|延伸|扩容|增进|增设|提质|转变|转化|转型|学习|领会|把握|研究|分析|论证|启用|运营|运行|使用|储备|供应|稳定|稳住|护航|承担|履职|尽责|依靠|依托|发动|动员|倡导|弘扬|传承|践行|凝聚|放宽|放开|开放|开发|开拓|开辟|开通|开设|举办|试点|示范|核实|核查|答复|上报|移送|送达|退还|归还|引领|带动|联动|协同|合作|交流|共享|共建|结合|融合)/u

const adverbsByStart = Map.groupBy([...EAGER, ...EAGER_BEFORE_VERB], (word) => word[0] ?? '')
const needsVerb = new Set(EAGER_BEFORE_VERB)
/** At the head of a clause these say how, whatever follows: 加快重点项目建设. */
const EAGER_AT_HEAD = new Set('加快 深入 全面 积极 严格 继续 有序 稳妥'.split(' '))
const PROMISE = /^(?:要|达|实现|完成|建成|争创|使|在|做到)/u

/** 未及时拨付 is no 未拨付: what is denied is how it was done. */
const DENIED =
  /(?:不得|不准|不许|不能|不应|不可|不宜|没有|未(?![来成])|禁止|严禁|无法|难以|防止|避免|杜绝|不(?![断懈折动得低少超高足同仅但]))[^\uE000#、]{0,6}$/u

/** Whether what stands at an offset is part of what is denied or forbidden. */
export function isDenied(letters: string, at: number): boolean {
  return DENIED.test(letters.slice(Math.max(0, at - 10), at))
}

/** How, where or to whom, in front of the first of several things: 不得擅自占用、改变 forbids no 改变. */
export const SHARED_MANNER =
  /^(?:擅自|违规|违法|违反|非法|随意|任意|强制|私自|恶意|故意|变相|无故|无正当|单方|自行|提前|直接|按|依|及时|如实|未经|超|以|在|向|对|因|为|将|把|利用|借|通过|从|由|与|于)/u

/** Lengths of the adverbs of effort that begin at an offset. 努力 in front of a result is a hedge and stays. */
export function adverbsAt(letters: string, at: number): readonly number[] {
  if (letters[at] === '要') return isModal(letters, at) ? [1] : []
  if (isDenied(letters, at)) return []
  const found = (adverbsByStart.get(letters[at] ?? '') ?? []).filter((word) => letters.startsWith(word, at))
  return found.flatMap((word) => {
    const behind = letters.slice(at + word.length, at + word.length + 4)
    if (word === '努力' && PROMISE.test(behind)) return []
    const isHow = !needsVerb.has(word) || VERB.test(behind) || (at === 0 && EAGER_AT_HEAD.has(word))
    return isHow ? [word.length] : []
  })
}

/** Whether a clause begins with what is done, not with who does it. */
export function beginsWithVerb(letters: string): boolean {
  const words = letters.replace(/^(?:我们|今年|要|将)+/u, '')
  const [length = 0] = adverbsAt(words, 0)
  return VERB.test(words.slice(length))
}

/** 要 in front of a verb, not in 重要, 主要 or 要求. */
function isModal(letters: string, at: number): boolean {
  return !/[重主需必纲摘概]/u.test(letters[at - 1] ?? '') && !/[求素点件闻道害]/u.test(letters[at + 1] ?? '')
}
