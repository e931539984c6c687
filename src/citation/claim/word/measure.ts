/** How a word bounds the figure next to it. */
export type Side = '=' | '>=' | '<=' | '>' | '<' | '<~' | '~'

const PLAIN_BEFORE: Readonly<Record<string, Side>> = {
  不低于: '>=',
  不少于: '>=',
  不小于: '>=',
  至少: '>=',
  最少: '>=',
  最低: '>=',
  最低为: '>=',
  至少为: '>=',
  不超过: '<=',
  不高于: '<=',
  不大于: '<=',
  不多于: '<=',
  至多: '<=',
  最多: '<=',
  最高: '<=',
  最高为: '<=',
  最长: '<=',
  最长为: '<=',
  最长不超过: '<=',
  最多为: '<=',
  最高不超过: '<=',
  不超: '<=',
  未超: '<=',
  未超过: '<=',
  超过: '>',
  突破: '>',
  高于: '>',
  大于: '>',
  多于: '>',
  超: '>',
  逾: '>',
  低于: '<',
  少于: '<',
  小于: '<',
  不足: '<',
  不到: '<',
  接近: '<~',
  将近: '<~',
  近: '<~',
  大约: '~',
  约为: '~',
  约: '~',
}
const FORBIDDEN = ['不得', '不能', '不准', '禁止', '严禁']
const CROSSED: Readonly<Record<string, Side>> = {
  低于: '>=',
  少于: '>=',
  小于: '>=',
  超过: '<=',
  高于: '<=',
  大于: '<=',
  多于: '<=',
  超: '<=',
  逾: '<=',
}

/** Bounds in front of a figure; what must not be crossed bounds as well: 不得超过3个月. */
export const BEFORE: Readonly<Record<string, Side>> = {
  ...PLAIN_BEFORE,
  ...Object.fromEntries(
    FORBIDDEN.flatMap((word) => Object.entries(CROSSED).map(([crossed, side]) => [word + crossed, side])),
  ),
}
/** Bounds behind a figure and its unit. */
export const BEHIND: Readonly<Record<string, Side>> = {
  以上: '>=',
  及以上: '>=',
  及其以上: '>=',
  以下: '<=',
  及以下: '<=',
  以内: '<=',
  内: '<=',
  之内: '<=',
  左右: '~',
  上下: '~',
  有余: '>',
}

/** What figures of official texts count or measure, longest first. */
export const MEASURES =
  '公吨 兆瓦 分贝 % ‰ 个百分点 百分点 平方公里 平方千米 平方米 立方米 公里 千米 米 公顷 亩 吨 公斤 千克 克 升 毫升 千瓦时 千瓦 美元 元 人次 人份 人 名 位 户 家 个月 个 张 台 套 辆 所 座 处 项 件 条 批 场 次 例 种 类 门 届 级 倍 度 周岁 岁 年 月 日 天 个小时 小时 分钟 秒 周 期 轮 支 只 头 株 棵 艘 架 列 班 课时 学时 床 标箱 册 篇 部 间 栋 幢 对 组 队 村 镇 社区 街道 园 校 院 站 点 份 剂次 剂 针 笔 宗 起 块 封 台套 台次 架次 人天 毫米 厘米 平米 ℃ 分 斤 箱 吨标准煤'
    .split(' ')
    .sort((a, b) => b.length - a.length)
