/** What opens a question that goes on from the one before. */
export const LEAD =
  /^(?:(?:不对|不是|错了|不)?[,，\s]*我?(?:[问说指]的是|是[问说指]|想问)|只看|只问|只要|单看|光看|那么|那就|那(?![个项些种条块年里边儿])|然后|至于|换成|换作|换到|改成|换|改|如果是?|要是|假如是?|再看|再问一下|再问|所以|还有(?=[,，\s])|另外(?=[,，\s]))[,，\s]*/u

/** Particles at the end that ask nothing by themselves. */
export const TAIL = /(?:[呢嘛呀啊哦吧\s]|看看|看一下|看下|试试)+$/u

/** 怎么样 where nothing else is said asks what was asked before. */
export const HOW_ABOUT =
  /^(?:的)?(?:同期|同年|同样)?(?:的)?(?:情况)?(?:又|会)?(?:是)?(?:怎么样|咋样|怎样|如何)?(?:了)?$/u

/** Something stands for what was spoken of before. */
export const ANAPHOR =
  /^(?:它们?|[这那](?:一?[个项些种条块])(?:指标|目标值?|工作|任务|项目|工程|行动|政策|活动|制度|标准|数字?|数据|要求|措施|比例|事情?|内容|规定|数值)?|这(?=由|归|谁|是谁|是哪|要谁)|该(?:指标|项目?|工作|任务|目标|比例|数据|措施|政策|行动)|此项(?:工作|任务|指标)?|其(?=[的由目]))/u
/** 这些文件 is what is held, not what was said. */
export const NO_ANAPHOR =
  /^[这那](?:些|几|两)?[个份]?(?:文件|计划|规划|方案|文库|市|城市|地方|地区|系统|网站)/u

export const PLACE_ANAPHOR = /^(?:该[市区县省州盟旗]|该地区?|当地|那里|那边|那儿)(?:的)?/u
export const YEAR_ANAPHOR = /^(?:同年|当年|同一年|那一?年|该年度?)(?:的)?/u

/** A part of what was spoken of before. */
export const PART = /^其中/u

export const MORE =
  /^(?:还有|其他|其它|别的|另外还有|除此之外|除此以外)(?:还有)?(?:的|哪些|什么|别的|其他|其它|没有|吗|么)*(?:项目|任务|措施|内容|工作|要求|指标)?(?:吗|么)?$/u
export const ELABORATE =
  /^(?:请|能否|能)?(?:再)?(?:详细|具体|展开|仔细)(?:地|的)?(?:说一下|说明|说|讲一下|讲|介绍一下|介绍|一点|点|些)*(?:吗)?$|^(?:再)?[说讲](?:得)?(?:再)?(?:详细|具体|仔细)(?:一点|点|些)?(?:吗)?$/u

/** Sets side by side what the last questions asked one by one. */
export const COMPARE =
  /^(?:把)?(?:它们|两者|二者|这?两[个者市地年区县家]|这?[三几][个市地年])?(?:之间)?(?:的)?(?:放在一起)?(?:相?比(?:较|一下|一比|起来|呢)?|比较(?:一下)?|对比(?:一下)?|相?差(?:多少|几|别|距)?(?:是?多少)?|差距(?:有?多大|是?多少)?|区别|有什么(?:不同|区别|差别|变化)|有何(?:不同|区别|变化)|[哪谁](?:个|一个|边)?(?:更|最)?[高低多少大小](?:一些|些)?)(?:怎么样|如何|结果)?$/u

/** 和某地比: one more side beside those of the question before; `\0` stands for the place or year. */
export const COMPARE_WITH =
  /^(?:[和跟与同比较](?:\0)+|(?:再|还)?(?:加上|算上|带上)(?:\0)+|(?:相比|相较|对比)(?:于)?(?:\0)+)(?:的)?(?:相?比(?:较|起来)?|对比|相较)?/u

export const OTHER_PLACE =
  /^(?:另外?|另一|其他|其它|其余|别的|剩下)(?:的)?(?<number>一|1|那|两|几|些)?(?:个|座)?(?:的)?(?<kind>市|区|县|省|城市|地方|地区|区县)?$/u
export const EVERY_PLACE =
  /^(?:各(?:个|地)?(?:市|区|县|地|城市|地区|地方)?|所有(?:的)?(?:市|城市|地方|地区))$/u

export const RELATIVE_YEAR =
  /(?<before>上一年度?|上年度?|前一年度?|头一年|再往前一年)|(?<after>下一年度?|下年度?|次年|后一年|第二年|再往后一年)/u

/** Interrogatives: with one of them a sentence asks for itself. */
export const ASKS =
  /多少|几(?![乎])|哪|谁|什么|啥|何时|何[种地处]|为何|有何|怎么|怎样|如何|是否|有没有|有无|是不是|能不能|会不会|吗$|么$|多[大高久长远]|没有$|了没|(?<verb>[\p{Script=Han}--[过成完]])[不没]\k<verb>|[不没]$/v

/** What a plan holds as a whole; to ask for it needs no topic. */
export const OVERVIEW_NOUN =
  /任务|工作|安排|重点|措施|内容|要点|计划|规划|方案|举措|项目|部署|打算|亮点|文件|资料|数据|指标/u

/** A list of what a whole plan holds. */
export const WHOLE_LIST =
  /^(?=.*(?:哪些|哪几[个项]|(?:多少|几)[个项条]|什么|啥)).*(?:目标|指标|任务|工作|举措|措施|事)/u

/** What may be asked of any task or target; alone it is no topic. */
export const ASPECT =
  /(?:责任|牵头|配合|主管|负责|承担)(?:单位|部门|机构|科室|人)|(?:完成|办理|截止|具体)?(?:时限|期限|时间)(?:要求|节点)?|时间表|节点|进度(?:安排|要求)?|(?:目标|指标)值?|基期(?:值|数)?|(?:归|由)?哪(?:个|家|些)?(?:科室?|处室?|股室?|单位|部门|机构)(?:来)?(?:管|负责|牵头|承担|落实)?|(?:总|年内)?投资额?|(?:所需)?(?:经费|资金)|保障措施|具体措施|主要措施|考核(?:指标|办法)|(?:总|建筑)?面积|完工|竣工|开工|建成|建好|修好|弄好|能用|用上|开业|投用|启用|投入使用|落成|交付|挂牌|验收/gu

/** Asks about the paper itself: who issued it, when, under which number. */
export const DOCUMENT_FACT =
  /落款(?:单位|日期|时间)?|发文(?:单位|机关|日期|时间|字号)?|文号|印发|发布|出台|下发|成文|(?<=谁|时候|哪天|单位|部门)发(?=的|出)/gu
/** What is to be done in a place and a year, of whatever topic. */
export const WHOLE_PLAN = /任务|工作|重点|部署|打算|亮点/u

export const REASON = /为(?:什么|何|啥)|什么原因|原因/u
export const EXISTENCE =
  /^(?:也|都|还)?(?:有没有|有无|是否有?|有|提了|提到|提|写了|写到|是)(?:提到|写到)*(?:这样|这么|这个?|这项|同样|类似)?的?(?:指标|目标|要求|规定|安排|任务|说法|内容|提法)?的?(?:吗|么|没有)?$/u

/** Asks for the words of the source once more. */
export const SOURCE =
  /^(?:原文|原话|出处|依据|来源)(?:里|中|上)?(?:是|又)?(?:怎么(?:写|说|表述)的?|在哪(?:里|儿)?|是?什么)?$/u
/** Which of two places has more, after the question for each. */
export const WHICH_MORE =
  /^(?:更|要)?[多高大少低快慢](?:些|一些)?还是(?:更|要)?[多高大少低快慢]?(?:些|一些)?$/u

/** Said to be polite, and about nothing. */
export const COURTESY =
  /^(?:谢谢|多谢|感谢|谢了|好的?|好吧|[嗯哦哈]|行|可以|知道|明白|了解|收到|懂|对|是的?|不是|没有|再见|[你您]好|辛苦|不错|厉害|继续|停|算了|没事|不用|确定|真的|下一个|[了吗吧啊呀您你,，!！])+$/u

/** Asks of the library or of several places as such, and not of the place spoken of. */
export const OF_ALL =
  /文库|系统|网站|文件|资料|哪(?:些|几?个|里|儿|座)?(?:个)?(?:省|城?市|区县|县|地方|地区|州)|各(?:省|市|县|地|区)|所有|别处|外地|全国|国家/u

/** Said to the program and not about a plan. */
export const SAID_TO_US = /^(?:你|您|我)(?![市区县省们])/u
