/** What people say, and what a plan writes for it. General usage and short forms made by rule; no document's own words. */
const WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/百份点/gu, '百分点'],
  [
    /(?<=几|多少)个点(?!位)|(?<=(?:提高|提升|增加|上升|增长|下降|降低|[涨降升])\p{Script=Han}{0,2}?(?:几|多少))点(?!位)/gu,
    '个百分点',
  ],
  [/一千(?:个|名|口)?人(?:里|中|当中)?/gu, '每千人'],
  [/一万(?:个|名|口)?人(?:里|中|当中)?/gu, '每万人'],
  [/(?<![每几0-9万])(?<figure>[千万])人(?=\p{Script=Han}{0,4}(?:床|医|护|托|数))/gu, '每$<figure>人'],
  [/(?<!每)(?<figure>[千万])人均/gu, '每$<figure>人'],
  [
    /一(?<period>周|个月|个星期|星期|个?礼拜|天|个季度)(?=\p{Script=Han}{0,6}(?:[几多]|至少|最少|不少于|要|得))/gu,
    '每$<period>',
  ],
  [/托班的?(?:位子|位置|位|名额|学位)|托育的?(?:位子|位置|学位)|托儿所的?(?:位子|位置|名额)/gu, '托位'],
  [/家医(?!院)/gu, '家庭医生'],
  [/基卫/gu, '基层卫生'],
  [/公卫(?!生)/gu, '公共卫生'],
  [/(?<!中)疾控(?!中心|机构|局)/gu, '疾病预防控制'],
  [/拉(?:来|到)?(?:投资|项目|外资)/gu, '招商引资'],
  [/签下来?|签下|签到/gu, '签约'],
  [/家底|老底/gu, '基础'],
  [/每个?礼拜/gu, '每周'],
  [/(?:几|多少)成(?=$|[\s,，。?？左右以呢啊才])/gu, '百分之几'],
  [/打(?<vaccine>\p{Script=Han}{1,4})针/gu, '$<vaccine>疫苗接种'],
  [/村里的?(?=卫生室|医生)/gu, '村'],
  [/开(?<days>几|多少)天门/gu, '开诊$<days>天'],
  [/干等|(?<=[看就]病|门诊)等(?=[几多])/gu, '候诊'],
  [/(?<!\d)120(?=急救|出车|车|多久|接到|救护)/gu, '急救'],
  [/出车(?=\p{Script=Han}{0,4}(?:多久|几|多长|多少))/gu, '出车到达'],
  [/(?:线上|网上|在线)看病/gu, '互联网医院诊疗'],
  [/看片子?/gu, '阅片'],
  [/孕妈妈?|准妈妈|宝妈|大肚子/gu, '孕产妇'],
  [/(?:大夫|医生)和?护士(?:啥的|之类的?|什么的)?/gu, '医务人员'],
  [/啥的|之类的?|什么的/gu, ' '],
]

/** A question in the words that plans use, so that a colloquial phrase is searched and judged by what it means. */
export function plainWording(view: string): string {
  return WORDINGS.reduce((said, [pattern, written]) => said.replace(pattern, written), view)
}
