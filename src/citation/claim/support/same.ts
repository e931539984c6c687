/**
 * Words of government Chinese that say the same, the one all are brought to first. Only words that agree in what they
 * assert, how sure it is and how far it reaches: 开工 and 竣工, 应当 and 可以, 全部 and 部分 never meet in a row.
 */
const ROWS = `
造成 导致 致使 引致 酿成
每日 每天 每一天
每年 每一年
每月 每个月
年均 年平均 平均每年 每年平均
月均 月平均 平均每月 每月平均
日均 日平均 平均每日 平均每天 每日平均 每天平均
人均 每人平均 平均每人
户均 每户平均 平均每户
举办 举行 召开
公布 发布
印发 颁发
修订 修改 修正
制定 制订
建成 落成 建设完成 完成建设 建设完毕
竣工 完工
开工 动工
启动 着手启动
设立 设置 开设 成立
撤销 撤消
废止 废除
提供 供给
补助 补贴 津贴
奖励 奖赏
缴纳 缴交 交纳
支付 付给
发放 派发 发给
拨付 划拨 下拨
申领 请领
验收 查验
报告 汇报 上报 呈报
通知 告知 知会
抽查 抽检
监督 督导
查处 查办
整改 改正 纠正
修复 修缮 修葺
维护 养护
扩大 拓展 拓宽 扩展
缩小 收窄
放宽 放松
健全 完善
建立 构建 搭建
扶持 扶助
促进 推动 推进
保存 留存
使用 利用 运用
开展 实施 施行 实行 执行 推行 进行
采用 采取
购买 购置 采购
出售 售卖
出租 租出
转让 让与
迁移 搬迁
拆除 拆卸
更换 换新
安装 加装 装设
配备 配置
覆盖 涵盖 复盖
惠及 受惠 受益
包括 包含 涵括
获得 取得
受理 接受申请
参加 参与
违反 违背
擅自 私自
泄露 泄漏
虚报 谎报
滞留 滞压
闲置 空置
拖欠 欠付
逾期 超期 过期
延迟 推迟 滞后 延后 迟延
提前 提早
延长 延展
连续 接连
再次 再度
首次 第一次
位居 居于 位列 排名 名列 排在
金额 款额
经费 费用
资金 款项
税费 税款
工资 薪酬 薪金 薪资
保险费 保费
负责人 主管人员
人员 人士
职工 员工 雇员 僱员
居民 市民 民众
教师 老师 教员
医生 医师
老年人 老人 长者
残疾人 残障人士 身心障碍者
患者 病人
旅客 乘客
游客 旅游者
申请人 申请者
经营者 业者
用人单位 雇主
地铁 捷运
幼儿园 幼稚园
地区 地域
措施 举措
困难 困境
灾害 灾难
火灾 火警
损失 损害
死亡 身亡 丧生 遇难
失踪 失联
数量 数目
期限 时限
范围 范畴
渠道 管道
质量 品质
效率 效能
信息 资讯 讯息
数字化 数码化 数位化
废弃物 废物
污水 废水
节约 节省
目前 现时 现在 当前 眼下 截至目前
全部 所有
各 各个
其他 其它
仅 仅仅
共 总共 一共 合共 共有
合计 总计 共计
已 已经 业已 经已 早已
将 将会
但 但是 然而 不过
因 因为 由于
或 或者
同时 与此同时
即 亦即
年初 岁初
年底 岁末
比上年 与上年同期相比 与上年相比 同上年相比 和上年相比 与去年相比 同去年相比 较上年同期 比上年同期 较去年同期 比去年同期 与上年同期比
占 占比为 占比达 占比达到
兑付 兑现
立即 立刻 马上 即时
随时 任何时候
书面 以书面形式 以书面
口头 以口头形式
按期 如期 按时
`.trim()

const CANONICAL: ReadonlyMap<string, string> = new Map(
  ROWS.split('\n').flatMap((row) => {
    const [first = '', ...others] = row.split(' ')
    return others.map((word): readonly [string, string] => [word, first])
  }),
)
const WORD = new RegExp([...CANONICAL.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu')

/** The words of a view, each in the one form for all that say the same. */
export function sameWords(view: string): string {
  return view.replace(WORD, (word) => CANONICAL.get(word) ?? word)
}
