/** Words of which one excludes the others: the figure for one is never the answer for another. */
export const RIVALS: readonly (readonly string[])[] = [
  ['城市', '农村', '城区', '乡村'],
  ['门诊', '住院', '急诊'],
  ['国家级', '省级', '市级', '县级', '区级'],
  ['县级', '国家临床', '国家重点'],
  ['市级', '国家临床', '国家重点'],
  ['公办', '民办', '社会办', '普惠'],
  ['一级', '二级', '三级'],
  ['孕产妇', '婴儿', '新生儿', '5岁以下儿童'],
  ['医师', '护士', '药师', '技师', '康复治疗师'],
  ['高血压', '糖尿病', '结核病', '艾滋病', '肝炎'],
  ['宫颈癌', '乳腺癌', '结直肠癌', '肺癌', '胃癌', '肝癌'],
  ['中医', '西医'],
  ['床位', '托位', '车位', '学位', '岗位'],
  ['卫生县', '卫生乡镇', '卫生镇', '卫生村', '卫生城市', '卫生区'],
  ['精神科', '康复', '儿科', '重症', '传染病', '老年医学科'],
  ['重点人群', '全人群', '常住居民', '老年人'],
]

/**
 * Whether a text speaks of another of two things that exclude each other: the question names one, the text
 * names its rival and not it.
 * @param asked normalised question
 * @param view normalised text
 */
export function speaksOfRival(asked: string, view: string): boolean {
  return RIVALS.some((row) => {
    const wanted = row.filter((word) => asked.includes(word))
    if (wanted.length === 0 || wanted.some((word) => view.includes(word))) return false
    return row.some((word) => !asked.includes(word) && view.includes(word))
  })
}
