import { describe, expect, it } from 'vitest'
import { thingNamedIn } from '../../src/answer/question/thing-name.ts'

const nowhere = () => false
function nameIn(run: string, isHeld: (at: number) => boolean = nowhere, isModifier = false): string | null {
  const range = thingNamedIn(run, isHeld, isModifier)
  return range === null ? null : run.slice(range.start, range.end)
}

describe('the name of a thing in a run of characters', () => {
  it.each([
    ['眼科', '眼科'],
    ['和护理', '护理'],
    ['门诊部要配', '门诊部'],
    ['小姑娘打', '姑娘'],
    ['检出率要压', '检出率'],
    ['罚款涨到', '罚款'],
    ['应聘的岗位上班', '岗位'],
    ['农民工', '农民工'],
    ['第三', '第三'],
  ])('of %s is %s', (run, name) => {
    expect(nameIn(run)).toBe(name)
  })

  it.each([
    '要',
    '能发',
    '得花出去',
    '一起',
    '四条',
    '每所',
    '从什么',
    '开始',
    '够用',
    '想从上面',
    '新装',
    '楼要砸',
    '领域',
  ])('is not to be found in %s', (run) => {
    expect(nameIn(run)).toBeNull()
  })

  it('may be two everyday letters where the corpus joins them', () => {
    expect(nameIn('打住')).toBeNull()
    expect(nameIn('打住', (at) => at === 0)).toBe('打住')
  })

  it('is a verb too where it stands right before what was found', () => {
    expect(nameIn('示范')).toBeNull()
    expect(nameIn('示范', nowhere, true)).toBe('示范')
  })
})
