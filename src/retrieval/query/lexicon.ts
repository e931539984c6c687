const words = (list: string): readonly string[] => list.trim().split(/\s+/u)

/** Words that ask and carry no content. They are cut out of a question and leave a gap no bigram crosses. */
export const QUESTION_WORDS = words(`
  请问一下 请问 请告诉我 告诉我 麻烦查一下 麻烦 帮我查一下 帮我看看 帮我 帮忙 想问一下 想问 想知道 想了解 查一下 查查 看一下 看看
  说说 介绍一下 介绍 讲讲 一下 按照 根据 依据 实际上 实际 已经 最终 到底 究竟 大概 大约 具体 一共 总共 到哪年 到哪一年
  是什么时候 什么时候 什么时间 什么样 是什么 为什么 什么 啥时候 啥 何时 何地 为何 有何 何
  有哪些 有哪几 是哪些 哪些 哪几 哪个 哪家 哪里 哪儿 哪一步 哪一 哪年 哪天 哪 谁
  咋样 咋 怎么样 怎么变 怎么定 怎么 怎样 如何 是否 有没有 有无 了没有 没有 能否 可否 会不会 是不是 要不要 能不能 对不对 对吗 行吗 可以吗
  来着 啊 哦 哇 咧 吗 呢 嘛 呀 吧 么 的话 关于 有关 对于 提到 提及 提出了 提出 提了 写到 写过 写了 写的 说到 说的 说法 指的 里面 里边 里列 列了 列出
  其中的 其中 当中 之中 方面 部署了 安排了 多大比例 有多大 多大 多高 落款
  各要做 各要 各是 各为 各有 各到 各自 依次 前后 两年 分别是 分别为 分别 相比 对比 比较 相差 差多少 区别 差别 差距 不同 变化
  相同 一样 同一个 多还是少 高还是低 更高 更低 更多 更少 高了 低了 多了 少了 定得高 定得低 定得 还是
  提没提 说没说 讲没讲 写没写 有没 用几句话说说 用几句话 几句话 一句话 概括一下 概括下 概括 归纳一下 归纳 简述 简要 列一下 一览 看下 查下 说下 讲下 几件事 几方面
  每年各 那边 那里 搞完 弄完 办完 几号之前 几号 之前 归谁管 归谁 谁管 哪个办 给我 说一下 从何而来 怎么来的 情况如何 结果如何 结果怎么样 结果怎样 上一年 前一年 定的
  哪些城市 哪些市 哪些地方 哪些地区 哪个城市 哪个市 哪个地方 各城市 各市 各地 所有城市
  哪些县市 哪些区县 哪些乡镇 哪些镇 哪些街道 哪些人组成 组成
  有没有讲 有没有说 讲到 讲没 vs 是否一致 一致吗 一致 是啥 具体是啥 列举 总结
  那份 这份 那篇 这篇 那几大 哪几大 几大 啊 呗 放在 设在 主要干 主要做 主要抓 由哪 分别抓
  才算达标 才算合格 才达标 对当年 对今年 对本年 当年 起因 后来 现在 目前 如今 的原因 原因 主要靠 叫什么名字 叫什么 什么名字 提法都 提法 算达标 才算 打算 的事儿 的事 这些 那些 能拿 可以拿 算合格
  新提了 新提出 新提 新列 还提
  多久 多长时间 多长 多远 最晚 最迟 指啥 指什么 是指 哪几样 哪些样 几样 大致
  必须 一定要 务必 一定 应该 这一块 那一块 这块 那块 这一套 那一套 这套 那套 这一方面 这方面 那方面 大体 怎么个
  我们 咱们 咱 我市 我区 我县 我省 我想 我要 你们 他们 搞 弄 干到 要干 要做 又要 这项 这个 那个 那年 达到 要达到
`)

/** Words that name the kind of document or its issuer; once the filter has used them they say nothing about the passage. */
export const DOCUMENT_WORDS = words(`
  卫生健康系统 卫健系统 卫生系统 卫生健康委员会 卫生健康委 卫生健康局 卫健委 卫健局
  三年行动计划 行动计划 工作要点 年度要点 工作计划 年度计划 实施方案 年度工作 要点 计划里 计划中 方案里 方案中 文件里 文件中 文件
  规划里 规划中 通知
`)

/** Function words that mean nothing where a piece begins, and where one ends. */
export const LEADING_CHARACTERS: ReadonlySet<string> = new Set(
  '的了着是有在和与及跟为于到由把被会应该需还也就才又再让要能将里',
)
export const TRAILING_CHARACTERS: ReadonlySet<string> = new Set('的了着是有在和与及跟到要为把将由归')

/** Characters that mostly build grammar; a run of nothing else says little. */
export const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(
  '的了着过要会能可应该需求让使把被给在于从到向往对为与和跟同及或而且但则即就才都也还又再很更最太多少大小高低上下里内外前后这那此其某各每个些种样用说做干办有无是非不没够比按得地所之以看想问定底',
)

/** Everyday verbs of one character and measure words: beside nouns of the corpus they carry no topic of their own. */
export const LIGHT_CHARACTERS: ReadonlySet<string> = new Set(
  '别旗率量数额省市县区乡能检筛会可必须应得搞弄整添掏赶叫增加补招拉签摊配换修搬打测查训派送买花拿分抓管讲谈盖拆改并挂设投落满够超剩减降升提放收领评选拨批算定列写叫建办治防保推培聘引组凑攒存囤吃住走跑追抢帮扶教学练考找停站坐立抱背搬送寄传递借赚挣欠付交缴省取赔罚奖争赶催修造搭架铺挖填种养喂洗刷扫晒烧砸敲撑扛挑担举涨压缩扩顾缺占留剩供带动换轮待等归属满值干活被跟向从对往在是有没不也都就还又再才只最很太真挺特算请让使把给得着过来去出进开关起完成到好新旧老整共总约近超所家个名位台辆座项张床次条件份套支只间处户对户村镇层级类种批点成倍元块钱年月周天日时',
)

/**
 * Verbs and nouns of planning that stand in every item. A question is not answered because they match,
 * and not refused because they do not.
 */
export const COMMON_WORDS = words(`
  建设 建成 建立 推进 推动 开展 加强 加快 提升 提高 达到 完成 实现 落实 实施 设置 设立 新增 增加 配备 打造 培育 引进 组织
  启动 健全 完善 深化 强化 优化 做好 抓好 力争 争取 控制 保持 提供 覆盖 部署 安排 列入 推出 出台 制定 新购 购置 购买 采购 评上
  获得 拿到 给予 发放 持续 创建 涉及 包括 属于 进行 规定 明确 确定 需要 应当 预计 打算 准备 计划
  工作 目标值 目标 任务 指标值 指标 要求 措施 内容 情况 数量 总数 总量 总额 人数 个数 次数 家数 数字 数 比例 比率 比重 占比
  标准 重点 主要 全市 全区 全县 全省 年底 年内 今年 期末 阶段 以上 以下 以内 水平 方面 名单 名称 项目 行动 合计 举措 做法 节点
  控制线 目标线 控制目标 总数 至少 最少 不少于 不低于 不超过 不高于 最多 至多 起码 满足 毕竟 当年 全年 摊上 分到 轮到 弄好 搞好 搞定 办好 做完 上马 拿下 框架 总体 预期
  卫健 卫生健康 每天 每日 一天 每年 一年 每月 每个月 一个月 每周
  全部 整个 牌子 地步 幅度
  进度 程度 步骤 事项 量化 单位 部门 负责 牵头 投入 投资额 钱
`)
