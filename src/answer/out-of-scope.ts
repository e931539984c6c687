/** Questions a plan never answers, whatever words they share with it. */
const PATTERNS: readonly (readonly [string, RegExp])[] = [
  [
    '这是医疗咨询，请向医疗机构求助。',
    /吃(?:什么|啥|哪种)药|用什么药|怎么(?:治|医)|如何(?:治疗|用药)|怎么办才能好|(?:什么|有哪些)症状|剂量|偏方|(?:能|可以)(?:吃|喝|打)(?:什么|吗)|我(?:头|肚子|胃|牙|嗓子|发烧|咳嗽|血压)|挂(?:什么|哪个)(?:科|号)|(?:发烧|发热|高烧|咳嗽|头疼|头痛|肚子疼|呕吐|腹泻|胸闷).{0,16}(?:怎么办|要不要|能不能|去哪|严重|吗)|(?:停|换|加|减)掉?药|能(?:停|减|换).{0,8}(?:吗|么)/u,
  ],
  [
    '这里只陈述文件写了什么，不作评价、不给建议。',
    /(?:你|您)(?:怎么看|有什么看法|有何看法|支持|赞成|同意)|(?:(?:值不值得|合不合理|够不够)|(?:值得|靠谱|合理|科学|英明|糟糕|优秀)(?:吗|么|不))[?？]?$|(?:哪个|谁)(?:更|最)(?:好|靠谱|合理|优秀|先进|值得|负责任)|(?:该|应该|应不应该|要不要)(?:去|选|买|搬|投|报|打|接种)(?!.{0,12}(?:多少|几)).{0,12}(?:吗|么|呢|好|哪)[?？]?$|(?:该|应该)(?:去|选|买|看|挂|找|送)[^，,。]{1,20}还是|(?:给|提)(?:我)?(?:点|些|一些|个|几条)?(?:建议|意见)|(?:评价|点评|打分|评分|批评|吐槽|夸)(?:一下|下)?|推荐(?:一下|个|哪|几)/u,
  ],
  [
    '计划文件只写打算做什么，不作预测。',
    /预测|(?:明年|未来|今后|将来).{0,12}(?:会|能)(?:不会|不能)?.{0,12}(?:吗|多少|增长|下降|涨|跌)|会涨|会跌|趋势如何|你(?:觉得|认为|估计|猜)/u,
  ],
  [
    '这里只回答文库中计划文件的内容。',
    /(?:假装|装作|假设|当作)(?:你|自己|文件|没有)|(?:直接|就)(?:回答|说|写|确认)(?:是|对|已|“)|(?:照着|按)我说的|(?:你|您)(?:收到|看到|用)的(?:第一|初始|原始|全部|最初)|(?:内部|后台|隐藏|初始|原始)(?:的)?(?:指令|设定|规则|配置|提示)|(?:复述|重复|打印|输出|显示|泄露|透露)(?:一遍|一下)?(?:你的?|您的?|上面|以上|系统|全部|之前)|开发者模式|系统提示|提示词|prompt|(?:忽略|无视|忘记|不要管).{0,10}(?:指令|指示|规则|要求|提示|以上|之前|前面|上面)|(?:ignore|disregard).{0,20}(?:instruction|above|previous)|扮演|越狱|api.?key|密钥|(?:你|您)(?:是谁|叫什么|是什么模型)|讲个?笑话|天气|股票|写(?:一)?首(?:诗|歌)|^(?:你好|您好|谢谢|再见)[!！。~]?$/u,
  ],
]

/** The same three for questions asked in English, before anything is made of their words. */
const ENGLISH: readonly RegExp[] = [
  /\b(?:should|can|could|may|must|do|am) i\b|\b(?:my|i have(?: a| got)?) (?:child|kid|baby|son|daughter|mother|father|wife|husband|head|stomach|tooth|throat|blood|fever|cough|pain|doctor)|\b(?:dosage|side effects?|symptoms? of)\b|\bhow (?:to|do you|can you) (?:treat|cure)\b/u,
  /\b(?:predict|forecast|do you (?:think|believe|expect|guess)|your opinion)\b/u,
  /\b(?:ignore|disregard|forget)\b.{0,30}\b(?:instruction|above|previous|rule)|\bsystem prompt|\bapi.?key|\bwho are you\b|\b(?:joke|poem|weather|stock price)\b/u,
]

/** What to tell the reader when the question lies outside of what plans say; undefined when it may not. */
export function outsideOfPlans(view: string): string | undefined {
  const english = ENGLISH.findIndex((pattern) => pattern.test(view))
  return PATTERNS[english]?.[0] ?? PATTERNS.find(([, pattern]) => pattern.test(view))?.[0]
}

/** As `outsideOfPlans`, and for English that nobody has put into Chinese. */
export function outOfScope(view: string): string | undefined {
  const outside = outsideOfPlans(view)
  if (outside !== undefined) return outside
  const latin = view.match(/[a-z]{2,}/gu)?.length ?? 0
  const han = view.match(/\p{Script=Han}/gu)?.length ?? 0
  return latin >= 2 && han < 2 ? '目前只能用中文提问（Please ask in Chinese）。' : undefined
}
