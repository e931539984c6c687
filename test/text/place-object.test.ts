import { describe, expect, it } from 'vitest'
import { isPlaceObject } from '../../src/text/index.ts'

function isObject(view: string, name: string): boolean {
  const start = view.indexOf(name)
  return isPlaceObject(view, { start, end: start + name.length })
}

describe('a place in a text', () => {
  it.each([
    '做好对口支援云泽县工作',
    '学习借鉴云泽县医改经验',
    '赴云泽县考察2次',
    '向云泽县派驻医师12名',
    '与云泽县人民医院结对',
    '根据《云泽县三年行动方案》',
  ])('is one that is helped, visited or quoted in %s', (view) => {
    expect(isObject(view, '云泽县')).toBe(true)
  })

  it.each(['云泽县派驻医师12名', '到云泽县2024年底', '和云泽县的托位', '云泽县学习借鉴外地经验'])(
    'is its own in %s',
    (view) => {
      expect(isObject(view, '云泽县')).toBe(false)
    },
  )
})
