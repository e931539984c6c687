import { aigcLabel } from '../../../outline/export/label.ts'
import type { Outline } from '../../../outline/outline.ts'
import { elementsOf, textOf } from '../../archive/index.ts'
import { type Finding, unless } from './finding.ts'
import type { Parts } from './parts.ts'

/** The implicit label stands in the properties, as it was meant and once. */
export function labelFindings({ custom }: Parts, outline: Outline): readonly Finding[] {
  const labels = elementsOf(custom, 'property').filter(({ attributes }) => attributes.get('name') === 'AIGC')
  const expected = JSON.stringify(aigcLabel(outline))
  const isThere = labels.length === 1 && labels.every((label) => textOf(label) === expected)
  return unless(isThere, 'P0', '导出的文件没有人工智能生成的隐式标识（AIGC）')
}
