import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROMPT_FILES, PromptError, parsePrompt, renderPrompt } from '../../src/prompt/index.ts'

const FILE = '---\nid: sample\nversion: 2\nvariables: name\noutput_schema: draft\n---\n你好，{{name}}。\n'

describe('prompts', () => {
  it('parse with their id, version and variables', () => {
    expect(parsePrompt(FILE)).toEqual({
      id: 'sample',
      version: 2,
      variables: ['name'],
      outputSchema: 'draft',
      text: '你好，{{name}}。\n',
    })
  })

  it('are refused when they use a variable they do not declare, or declare one they do not use', () => {
    expect(() => parsePrompt(FILE.replace('{{name}}', '{{other}}'))).toThrow(PromptError)
    expect(() => parsePrompt(FILE.replace('variables: name', 'variables: name, other'))).toThrow(PromptError)
  })

  it('are refused without front matter', () => {
    expect(() => parsePrompt('你好')).toThrow(PromptError)
  })

  it('keep a value that looks like a variable as it is', () => {
    expect(renderPrompt(parsePrompt(FILE), { name: '{{name}}' })).toBe('你好，{{name}}。\n')
  })

  it('refuse to be rendered with a variable missing', () => {
    expect(() => renderPrompt(parsePrompt(FILE), {})).toThrow(PromptError)
  })

  it('of the catalogue all parse', () => {
    for (const [id, file] of Object.entries(PROMPT_FILES)) expect(parsePrompt(file).id).toBe(id)
  })

  it('and the catalogue made from them are in step', () => {
    const script = join(import.meta.dirname, '../../scripts/build-prompts.ts')
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow()
  })
})
