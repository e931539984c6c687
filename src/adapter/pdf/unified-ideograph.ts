/**
 * Radicals of the supplement block have no decomposition of their own; two others decompose to forms that the
 * mainland does not write.
 */
const RADICALS = new Map(
  Object.entries({
    '⺟': '母',
    '⺠': '民',
    '⻁': '虎',
    '⻄': '西',
    '⻅': '见',
    '⻆': '角',
    '⻉': '贝',
    '⻋': '车',
    '⻓': '长',
    '⻔': '门',
    '⻘': '青',
    '⻙': '韦',
    '⻚': '页',
    '⻛': '风',
    '⻜': '飞',
    '⻝': '食',
    '⻢': '马',
    '⻣': '骨',
    '⻤': '鬼',
    '⻥': '鱼',
    '⻦': '鸟',
    '⻧': '卤',
    '⻨': '麦',
    '⻩': '黄',
    '⻬': '齐',
    '⻮': '齿',
    '⻰': '龙',
    '⻳': '龟',
    '⼾': '户',
    '⾭': '青',
  }),
)

/**
 * Some programs' fonts name a character's radical instead of the character (⼯ for 工). The page shows no
 * difference, a search would. Browsers that print to PDF do it to hundreds of characters a document.
 */
export function unifiedIdeograph(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (radical) => RADICALS.get(radical) ?? radical.normalize('NFKC'))
}
