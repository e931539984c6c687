/** Verbs that bring something about; a figure right behind one counts results. */
export const CREATES =
  '新改扩建|新建改扩建|改扩建|新增建设|新增设?|增设|增加配备|建成|建立完善|建立|建设|新建|共建|创建|打造|培育|培养|引进培养|引进|招引|招聘|招录|公开招聘|遴选|评选|选取|选派|选树|争创|申报|完成|改造提升|提质改造|改造|设立|设置|配备|配置|新配|新购置?|购置|更新|投放|布设|开设|开展|举办|组织|组建|培训|启动|支持|引导|督导|新开展|实现|达到|扶持|招收|签约|挂牌|做好|承接|承办|推出|制定|发布'

/** The verb that a list shares: 引进A 3名、B 20名. */
export const SHARED_VERB = new RegExp(
  `^(?:${'引进培养|招引|引进|新增建设|新增|增设|新建|建成|建设|共建|创建|打造|培育|培养|招聘|招录|遴选|评选|争创|配备|配置|购置|更新|改造提升|改造|设立|开设|举办|培训|免费筛查|筛查'})`,
  'u',
)

/** 每千人口, 每10万常住人口: what a rate is measured by belongs to each indicator of its list. */
export const PER_HEAD = /^(?:按)?每(?:\d+)?[百千万亿]*(?:名)?(?:户籍|常住|拥有)*人口?(?:拥有)?/u

const SCOPE_WORD = '全[市区县省州]|我[市区县省]'
const PLANNING =
  '[一二两三四五]年(?:累计)?(?=[^内底度])|科学(?=制定)|力争|争取|确保|保持|努力|继续|持续|进一步|全面|积极|大力|深入|扎实|稳步|稳妥|逐步|加快|加强(?!针|免疫|型)|推进|推动|促进|实现|着力|不断|切实|落实(?!到位)|支持|引导|鼓励|督促|指导|力促|抓好|做好|实施|深化|强化|谋划|尽快|高标准|高质量|先期|同步|同时|累计(?=[\\p{Script=Han}])|其中|提供|[一二三四五六七八九十]是|首先|并(?!发)|为(?!民|期|主)|对(?!口|外|照)|将|按(?=千|万|百)|、|,|:'
/** Words of planning at the head of an indicator. */
export const LEAD = new RegExp(`^(?:${SCOPE_WORD}|${PLANNING}|\\s)+`, 'u')
/** Words that tie an indicator to its figure, at its end. */
export const TRAIL =
  /(?:分别|均|都|各|力争|争取|努力|至少|总体|年内|稳定|稳步|逐步|再|要|应|的|约|:|、|,|\s|(?<!行)为|占)+$/u

/** Where the part that a list shares begins: 高血压、糖尿病|患者规范管理率. */
export const SHARED_TAIL =
  /患者|居民|人群|儿童|病例|次均|均次|费用|基本药物|基层|规范|管理|覆盖|建成|达标|接种|死亡|发病|签约|筛查|配备|设置|合格|占|比例|比率|比重|率|水平|床位|数|增幅/u
/** A noun that measures and says nothing alone. */
export const BARE_MEASURE =
  /^(?:规范|管理|标准化|互认|达标|合格|完成|覆盖|使用|服务|总|床位|平均|满意|办结|参与|续签|续约|会诊|报告|建成|增长|完好|到位)*(?:率|数|量|度|总数|占比|比例|增幅|投资|资金)$/u
/** A predicate without a noun. */
export const BARE_PREDICATE =
  /^(?:落实到位|完成|启动|到位|达标|全部达标|全覆盖|完成投资|投资|启动建设|满足运转需要|改造提升|改造|新建|建成|达到推荐标准|达到标准|覆盖|每[个所家名项人]补助|各?[区县市()]*全覆盖)$/u
