/** Names under which betting sites advertise. They are planted inside good sentences, a brand plus its trade. */
export const BRANDS =
  '大发|皇冠|金沙|新?葡京|澳门|永利|威尼斯人?|亚博|开云|乐鱼|华体会|华体|米兰|万博|必威|伟德|韦德|立博|威廉希尔|沙巴|星空|江南|爱游戏|九游|半岛|凯发|凯时|尊龙|环亚|乐橙|新濠|必赢|钱柜|千赢|优德|利来|龙8|优发|鸿运|博天堂|太阳城|银河|凤凰|腾讯分分|幸运|必发|易胜博|明升|金宝博|趣赢|天博|火狐|完美|乐虎|千亿|百乐|博亿|盈彩|彩神|澳客|竞博|雷火|电竞牛|九游会|必一|欧宝|欧博|米乐|金年会|南宫|雷速|亿博|美高梅|拉斯维加斯|同乐城|宝马会|乐天堂|和记|杏彩|恒彩|博狗|腾博会|云顶|bet365|bob|ob|bwin|188bet|fun88|1xbet|12bet|365|888|500|pg|cq9|ag|kok|yabo|ky|od|hth|leyu|ayx|ub8|w88|bet'

/** What such a site deals in or offers. */
export const TRADES =
  '体育|网上(?=娱乐|赌|投注|棋牌|真人)|真钱|娱乐城?|国际娱乐|国际(?!机场|酒店|医|会展|会议|合作|交流|社区|学校|中心|大厦|广场|贸易|标准|认证|组织|先进|卫生|救援)|棋牌|彩票|博彩|真人|电竞|电子|运动|赌[场城]|快[3三]|分分彩|时时彩|六合彩|百家乐|老虎机|投注网?|官方网站|官方|官网|网址|网投|网页版|注册|登录|登陆|入口|开户|下载|安装|手机版|客户端|平台|网站|在线|线上|app'

/** Trades that leave no doubt behind a name nobody knows. */
export const CERTAIN_TRADES =
  '(?:体育|娱乐|棋牌|彩票|电竞|真人)(?:官方网站|官网|app|注册|登录|登陆|下载|开户|网址|入口|投注|手机版|网页版|平台登录)|(?:国际|运动|电子|游戏)(?:官方网站|官网|app下载|开户|投注|手机版|网页版|登录入口)|(?:官方网站|官网|app)(?:登录|登陆|注册|下载|入口|开户|手机版|网页版|官方版)|(?:娱乐|棋牌|电竞|真人)(?:平台|城)|国际娱乐|赌场'

/** Trades that are also ordinary words: certain only where the sentence closes without them. */
export const DOUBTFUL_TRADES = '娱乐|棋牌|电竞|真人'

/** Brands that are no words and stand for betting without a trade behind them. */
export const BARE_BRANDS =
  '华体会|威廉希尔|博天堂|九游会|金年会|易胜博|申博|博狗|腾博会|亿万先生|betway|bet365|1xbet|188bet|12bet|fun88|bwin|sunbet|开云体育|乐鱼体育|亚博体育|(?<!未)必威(?!胁|力|慑|信|严)|凯发|彩神(?:争霸)?|凯时'

/** Of such characters brands are coined that promise luck and money. */
export const LUCKY = '[博彩盈鑫宝龙利发冠皇凯乐赢亿恒万金银豪鼎游娱胜辉旺鸿富贵凤尊盛杏沐欧傲蓝陆优易博必]'

/** What a coined name offers to those who sign up. */
export const SIGN_UP =
  '(?:平台|会员|账号|代理|娱乐|国际)?(?:注册|登录|登陆|开户|代理|总代|招商)(?:平台|登录|入口|网址|地址|链接)?|平台(?:官网|网址|app)?|集团官网|亚洲|备用网址|最新网址|客户端|网址'
