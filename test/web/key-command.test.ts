import { describe, expect, it } from 'vitest'
import { isComposingKey, keyCommand } from '../../src/web/key-command.ts'

const press = (key: string, part: Partial<Parameters<typeof keyCommand>[0]> = {}) => ({
  key,
  keyCode: 0,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...part,
})

describe('keyCommand', () => {
  it.each([
    ['/', 'focus-question'],
    ['[', 'previous-citation'],
    [']', 'next-citation'],
    ['n', 'new-conversation'],
    ['?', 'show-keys'],
    ['Escape', 'close'],
  ])('takes %s for %s', (key, command) => {
    expect(keyCommand(press(key), false, true)).toBe(command)
  })

  it.each(['、', '【', '】', '？'])(
    'takes %s, which the same key gives under a Chinese input method',
    (key) => {
      expect(keyCommand(press(key), false, true)).toBeDefined()
    },
  )

  it('leaves every key but Esc to a field', () => {
    expect(keyCommand(press('/'), true, true)).toBeUndefined()
    expect(keyCommand(press('Escape'), true, true)).toBe('close')
  })

  it('leaves shortcuts of the browser and of the system alone', () => {
    expect(keyCommand(press('[', { metaKey: true }), false, true)).toBeUndefined()
    expect(keyCommand(press('/', { ctrlKey: true }), false, true)).toBeUndefined()
  })

  it('obeys no single key once they are switched off', () => {
    expect(keyCommand(press(']'), false, false)).toBeUndefined()
    expect(keyCommand(press('Escape'), false, false)).toBe('close')
  })

  it('ignores every key of a composition, Safari included', () => {
    expect(keyCommand(press('Escape', { isComposing: true }), false, true)).toBeUndefined()
    expect(keyCommand(press('Escape', { keyCode: 229 }), false, true)).toBeUndefined()
    expect(isComposingKey({ isComposing: false, keyCode: 229 })).toBe(true)
    expect(isComposingKey({ isComposing: false, keyCode: 13 })).toBe(false)
  })
})
