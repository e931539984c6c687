/** How a head limits what stands under it, and the words by which a claim says so itself. */
interface HeadKind {
  readonly head: RegExp
  readonly except?: RegExp
  readonly said: RegExp
  /** Documents that are made of what such heads hold. */
  readonly exceptTitle?: RegExp
  /** Whether the head must lead a list of what it speaks of: 严禁铺张浪费 heads measures, 严禁下列行为: does not. */
  readonly isListOnly: boolean
}

const LEADS_LIST = /:$|以下|下列|如下|(?:清单|目录|名单|项目|事项|行为|情形|任务|指标|活动)(?:\([^()]*\))?$/u
const BACK =
  /取消|不再|暂缓|暂停|暂不|停止|终止|中止|撤销|废止|作废|搁置|停建|缓建|退出|不予|未(?:完成|实施|启动|开工|实现|落实|批准|通过|采纳|列入|纳入)|尚未/u
const FORBIDDEN = /严禁|禁止|不得|不准|不许|不可以|不能|负面清单|违法|违规/u
/** Headings that treat of a thing instead of naming it. */
const TREATED = /解决|整改|破解|补齐|化解|防范|防治|应对|导向|治理|排查|处理|办[理好复]|答复|落实|采纳/u

/** What tells of itself that something is wrong. */
const SHORTFALL =
  /困难|问题|短板|存在|面临|不(?!断|同|仅|少于|低于|超过)|薄弱|滞后|偏[低高紧少弱慢多大]|短缺|缺[乏口少]|难|未|矛盾|风险|隐患|违|虚报|套取|闲置|拖欠|侵占|挪用|较[低慢少弱]/u

const KINDS: readonly HeadKind[] = [
  {
    head: FORBIDDEN,
    said: /严禁|禁止|不得|不准|不许|不可|不能|打击|查处|整治|防止|杜绝|违/u,
    isListOnly: true,
  },
  { head: BACK, said: BACK, isListOnly: true },
  {
    head: /建议|备选|候选|拟议|待[定议批]|可选|设想|请求|提请|恳请|征求意见|储备项目|意向|草拟|^拟|拟(?:于|建|实施|开展|研究|申报)/u,
    except: TREATED,
    said: /建议|备选|候选|拟|待[定议批]|设想|请求|提请|恳请|意向|储备/u,
    isListOnly: false,
  },
  {
    head: /(?:存在|面临|遇到|主要|突出)[^,]{0,6}(?:困难|问题|不足|短板|挑战)|(?:困难|问题|不足|短板)(?:[和与及、][^,]{0,6})?(?:如下)?:?(?:\([^()]*\))?$/u,
    except: TREATED,
    said: SHORTFALL,
    exceptTitle: /审计|督[察查]|检查|巡[视察]|通报|调查|答复|评估/u,
    isListOnly: false,
  },
  {
    head: /外地|外省|外市|国外|境外|先进地区|兄弟(?:省|市|县|区|单位)|典型案例|经验(?:做法)?(?:介绍|交流|借鉴)?:?$/u,
    said: /外地|外省|外市|国外|境外|先进地区|兄弟|典型|经验/u,
    isListOnly: false,
  },
  {
    head: /(?:符合|具备|满足|有|具有|出现|存在)(?:以下|下列)[^,]{0,12}(?:条件|情形|情况)/u,
    said: /条件|情形|情况/u,
    isListOnly: false,
  },
]

/** Whether a head says of what stands under it something that a claim leaves out. @param claim folded @param title of the text */
export function isLimitedBy(head: string, claim: string, title: string): boolean {
  const words = head.trim()
  const last = words.split(',').at(-1) ?? words
  return KINDS.some(({ head: pattern, except, exceptTitle, said, isListOnly }) => {
    if (exceptTitle?.test(title)) return false
    if (!pattern.test(last) || except?.test(last) || said.test(claim)) return false
    return !isListOnly || LEADS_LIST.test(words)
  })
}
