/** How a figure is called and read by people who sign reports. */
export interface FigureWording {
  readonly label: string
  readonly unit: 'share' | 'count'
  readonly meaning: string
}

const FIGURES: Readonly<Record<string, FigureWording>> = {
  correctness: share('答对率', '该答的答全且没有写错，该拒的拒了，两者都算对'),
  nuggetRecall: share('要点找全率', '标准答案的要点有多少写进了回答'),
  vitalRecall: share('关键要点找全率', '缺了就算答错的要点有多少写进了回答'),
  ordinaryRecall: share('一般要点找全率', '其余要点有多少写进了回答'),
  mustNot: share('没有写错率', '不该出现的内容没有出现的回答占比'),
  citationRecall: share('句句有据率', '每句话都由它所引的原文支持的占比'),
  citationPrecision: share('引文必要率', '引文对它那句话确有用处的占比'),
  spanExactness: share('引文逐字一致率', '引文与原文件逐字相同、位置相符的占比'),
  evidenceF1: share('引文吻合度', '引用的字与标准出处的字重合多少（F1）'),
  answerF1: share('答案吻合度', '回答的字与标准答案的字重合多少（F1）'),
  overall: share('综合吻合度', '答案吻合度乘以引文吻合度'),
  numericFidelity: share('数字有据率', '每句话里的数字连同单位都在引文中的占比'),
  uncitedShare: share('无引文句占比', '没有任何引文的句子占比，越低越好'),
  refereeAgreement: share('两位裁判一致率', '程序自己的判断与评测的判断相同的占比'),
  refusalRecall: share('应拒已拒率', '资料没有写明的问题有多少如实说没有'),
  wrongRefusals: share('误拒率', '资料写明了却没有回答的占比，越低越好'),
  refusalBalance: share('拒答平衡', '应拒已拒率与应答已答率的平均'),
  nearMissAsAnswer: share('张冠李戴率', '把相近而不对的内容当成答案的占比，越低越好'),
  citedCharacters: count('平均引文字数', '每个回答引用多少字；防止靠整段照抄得分'),
  meanCitedCharacters: count('平均引文字数', '每个回答引用多少字；防止靠整段照抄得分'),
}

const SUITES: Readonly<Record<string, readonly [label: string, about: string]>> = {
  seeds: ['样例计划', '五份样例计划，作者自拟的问题'],
  fixture: ['测试计划', '为测试编写的六份计划，作者自拟的问题'],
  'seeds-office': ['样例计划·机关口吻', '没有看过规则的人按机关工作口吻提的问题'],
  'fixture-office': ['测试计划·机关口吻', '没有看过规则的人按机关工作口吻提的问题'],
  'held-out-office': ['另外十三份计划·机关口吻', '没有看过规则的人按机关工作口吻提的问题'],
  english: ['英文问题', '用英文问中文计划'],
  reading: ['非计划文本', '六十篇不是工作计划的短文，阅读理解式的问题'],
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
  right: '读者认可的',
  wrong: '内容不对',
  wrong_source: '出处不对',
  incomplete: '不完整',
  wrongly_refused: '应答而未答',
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
  const [label, about] = SUITES[name] ?? [name, '']
  return { label, about }
}

export function groupLabel(name: string): string {
  return GROUPS[name] ?? name
}
