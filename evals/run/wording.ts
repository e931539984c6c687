/** How a figure is called and read by people who sign reports. */
export interface FigureWording {
  readonly label: string
  readonly unit: 'share' | 'count'
  readonly meaning: string
}

const FIGURES: Readonly<Record<string, FigureWording>> = {
  correctness: share('答对率', '该答的答全且没有写错，该拒的拒了，都算对'),
  nuggetRecall: share('要点找全率', '标准答案的要点有多少写进了回答'),
  vitalRecall: share('关键要点找全率', '缺了就算答错的要点，有多少写进了回答'),
  ordinaryRecall: share('一般要点找全率', '其余要点有多少写进了回答'),
  answerF1: share('答案吻合度', '回答的字与标准答案的字重合多少（F1）'),
  evidenceF1: share('引文吻合度', '引用的字与标准出处的字重合多少（F1）'),
  overall: share('综合吻合度', '答案吻合度乘以引文吻合度'),
  citationRecall: share('句句有据率', '每句话都由它所引的原文支持的占比'),
  citationPrecision: share('引文必要率', '引文对它那句话确有用处的占比'),
  spanExactness: share('逐字一致率', '引文与原文件逐字相同、位置相符的占比'),
  numericFidelity: share('数字有据率', '每句话里的数字连同单位都在引文中的占比'),
  refereeAgreement: share('裁判一致率', '程序自己的核验与评测的核验结论相同的占比'),
  refusalRecall: share('应拒已拒率', '资料没有写明的问题，有多少如实说没有'),
  wrongRefusals: share('误拒率', '资料写明了却没有回答的占比，越低越好'),
  refusalBalance: share('拒答平衡', '应拒已拒率与应答已答率的平均'),
  nearMissesGiven: share('张冠李戴率', '把相近而不对的内容当成答案的占比，越低越好'),
  nearMissesLabelled: share('相近标明率', '拒答时把相近内容标明不是答案的占比'),
  uncitedShare: share('无引文句占比', '没有任何引文的句子占比，越低越好'),
  citedCharacters: count('引文字数', '一个回答引用多少字'),
  nearMissGiven: share('张冠李戴', '把相近而不对的内容当成答案'),
  nearMissLabelled: share('相近标明', '拒答时把相近内容标明不是答案'),
  latencyP50: count('用时中位数', '一半的题不超过这么久'),
  characterF1: share('逐字重合度', '两段字重合多少（F1）'),
  meanCitedCharacters: count('平均引文字数', '每个回答引用多少字；防止靠整段照抄得分'),
  balancedAccuracy: share('核验平衡准确率', '真话认可率与假话识破率的平均'),
  truthsAccepted: share('真话认可率', '换了说法但属实的句子，有多少得到认可'),
  falsehoodsCaught: share('假话识破率', '改动过的句子，有多少没有得到认可'),
  worstKindCaught: share('最弱一类识破率', '各类改动中识破得最少的一类'),
  coverage: share('有结论率', '给出了属实或不符的结论，而不是“未证实”的占比'),
  isDecided: share('有结论', '给出了属实或不符的结论，而不是“未证实”'),
  unscored: share('未评分占比', '无法评分的占比，越低越好'),
  draftCheck: share('提纲要求判定', '一项要求是否做到'),
  draftSupport: share('提纲依据判定', '提纲的条目有没有原文支持'),
  checksMet: share('要求符合率', '对提纲的各项要求有多少做到'),
  carried: share('该带的带了', '应当延续的内容有多少写进提纲'),
  due: share('到期的办了', '今年到期的内容有多少得到处理'),
  flagged: share('该标的标了', '须由人补充或核实的内容有多少标明'),
  notRepeated: share('不该重复的没有重复', '已经办完或过时的内容没有照抄'),
  notInvented: share('不该编的没有编', '原文没有的内容没有写成有'),
  supported: share('提纲有据率', '提纲里每一条都有原文支持的占比'),
  caught_overall: share('弄坏的回答识破率', '故意弄坏的回答有多少被评测发现'),
  caught_worstKind: share('最弱一类识破率', '各种弄坏办法中发现得最少的一种'),
  scorersCalibrated: share('评分办法校准率', '与人工标注完全一致的评分办法占比'),
  brokenProductsCaught: share('坏程序拦截率', '故意弄坏的程序有多少被门槛拦住'),
  recallAt5: share('前五找到率', '应找到的段落有多少排在前五'),
  recallAt10: share('前十找到率', '应找到的段落有多少排在前十'),
  mrrAt10: share('首个命中位次', '第一个应找到的段落排得多靠前（MRR@10）'),
  ndcgAt10: share('排序质量', '应找到的段落排得多靠前（nDCG@10）'),
}

/** Begins the name of a suite that a user has brought. */
export const OWN = 'own:'

const OFFICE = '没有看过规则的人按机关工作口吻提的问题'

const SUITES: Readonly<Record<string, readonly [label: string, about: string]>> = {
  seeds: ['样例计划', '五份样例计划，作者自拟的问题'],
  fixture: ['测试计划', '为测试编写的六份计划，作者自拟的问题'],
  'seeds-office': ['样例计划·机关口吻', OFFICE],
  'fixture-office': ['测试计划·机关口吻', OFFICE],
  'held-out-office': ['另外十三份·机关口吻', OFFICE],
  english: ['英文问题', '用英文问中文计划'],
  reading: ['非计划文本', '六十篇不是工作计划的短文，阅读理解式的问题'],
  'seeds-traditional': ['样例计划·繁简对照', '同样的问题换成另一种字体'],
  'fixture-traditional': ['测试计划·繁简对照', '同样的问题换成另一种字体'],
  'held-out-office-traditional': ['另外十三份·繁简对照', '同样的问题换成另一种字体'],
  proof: ['核验', '手写的真话和改动过的假话，对照原文判断'],
  retrieval: ['检索', '每个应找到的段落都写明理由'],
  draft: ['提纲', '起草下一年提纲时该带、该标、不该编的内容；制定规则时用过这些地区'],
  'draft-held': ['提纲·未见过的地区', '同样的要求，三个地区只用来测量，没有为它们改过规则'],
  page: ['网页与文件·机关口吻', OFFICE],
  'page-office': ['网页与文件·编写规则时用过', '十七份网页与文件上的计划，制定规则的人所提的问题'],
  exchanged: ['换了一个词的问题', '能答的问题换掉一个名词，计划里没有，应拒'],
  adversarial: ['诱导与对抗', '问题和文件里都埋了指令、泄露要求和越界要求'],
  complaints: ['读者意见', '读者在页面上指出的问题，用当时的原件重问'],
}

const GROUPS: Readonly<Record<string, string>> = {
  fact: '单一事实',
  cross_year: '跨年份',
  cross_city: '跨地区',
  traditional: '繁体',
  list: '列举',
  near_miss: '相近而不对，应拒',
  out_of_scope: '超出范围，应拒',
  about_document: '问文件本身',
  adversarial: '诱导与对抗',
  change: '变化',
  colloquial: '口语',
  compare: '比较',
  count: '计数',
  english: '英文',
  existence: '有没有提到',
  exists: '有没有提到',
  false_premise: '前提有误',
  followup: '追问',
  overview: '概述',
  partial: '部分可答',
  refusal_advice: '求诊求建议，应拒',
  refusal_forecast: '求预测，应拒',
  refusal_indicator: '没有这个指标，应拒',
  refusal_opinion: '求评价，应拒',
  refusal_region: '没有这个地区，应拒',
  refusal_result: '问完成情况，应拒',
  refusal_year: '没有这一年，应拒',
  refused: '应拒',
  refusal: '应拒',
  script: '另一种字体',
  responsible: '责任单位',
  sum: '求和',
  typo: '错别字',
  when: '何时',
  where: '何处',
  who: '何人何单位',
  why: '为何',
  what: '何事',
  what_kind: '哪一种',
  how: '如何',
  how_many: '多少',
  measure: '换了指标，应拒',
  group: '换了人群，应拒',
  thing: '换了事物，应拒',
  institution: '换了机构，应拒',
  sickness: '换了病种，应拒',
  deed: '换了所做的事，应拒',
  rewritten: '属实而换了说法',
  year: '改了年份',
  exchanged: '数字互换',
  comparator: '改了比较关系',
  unit: '改了单位',
  direction: '改了增减方向',
  region: '改了地区',
  number: '改了数字',
  stitched: '两句拼成一句',
  condition: '去掉了条件',
  negation: '加了或去了否定',
  status: '改了进展状态',
  scope: '改了范围',
  addition: '添了内容',
  planted_instruction: '文件里埋了指令',
  order_in_question: '问题里夹带指令',
  prompt_leak: '套问内部提示',
  advice: '求诊求建议',
  forecast: '求预测',
  keyword: '只给关键词',
  indicator: '按指标找',
  place_year: '按地区年份找',
  table: '表格里的内容',
  section: '按章节找',
  project: '按项目找',
  must_carry: '应当延续',
  must_due: '到期应办',
  must_flag: '应当标明',
  must_not_repeat: '不该重复',
  must_not_invent: '不该编造',
  whole: '整篇',
  right: '读者认可的',
  wrong: '内容不对',
  wrong_source: '出处不对',
  incomplete: '不完整',
  wrongly_refused: '应答而未答',
}

const MUTATIONS: Readonly<Record<string, string>> = {
  year: '改年份',
  number: '改数字',
  unit: '改单位',
  comparator: '改比较关系',
  negation: '加或去否定',
  direction: '改增减方向',
  addition: '添内容',
  region: '换地区',
  wrong_time: '换了时间',
  stitched: '两句拼成一句',
  forged_quote: '伪造引文',
  wrong_citation: '换成别处的引文',
  shifted_span: '引文位置错一个字',
  dropped_citation: '去掉引文',
  hidden_statement: '夹带没有引文的话',
  refusal_removed: '把拒答改成回答',
}

const BROKEN: Readonly<Record<string, string>> = {
  citations_shuffled: '打乱引文',
  checker_off: '关掉核验',
  refusals_off: '从不拒答',
  quotes_everything: '整段照抄',
}

function share(label: string, meaning: string): FigureWording {
  return { label, unit: 'share', meaning }
}

function count(label: string, meaning: string): FigureWording {
  return { label, unit: 'count', meaning }
}

/** A figure nobody has named yet keeps the name of the scorer. */
export function figureWording(name: string): FigureWording {
  return FIGURES[name] ?? { label: name, unit: 'share', meaning: '' }
}

export function suiteWording(name: string): { readonly label: string; readonly about: string } {
  if (name.startsWith(OWN)) return { label: name.slice(OWN.length), about: '自备的题目和文件' }
  const [label, about] = SUITES[name] ?? [name, '']
  return { label, about }
}

export function groupLabel(name: string): string {
  return GROUPS[name] ?? name
}

/** One way of spoiling a good reply. */
export function mutationLabel(kind: string): string {
  return MUTATIONS[kind] ?? kind
}

/** One way of breaking the program. */
export function brokenLabel(kind: string): string {
  return BROKEN[kind] ?? kind
}
