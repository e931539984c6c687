import { InvalidRequestError } from '../error.ts'
import { draftOutline, type OutlineDesk } from './draft-outline.ts'
import { numbered, styleOf } from './number.ts'
import type { Outline } from './outline.ts'

/**
 * The draft with one section made anew from the plans as they are now; the others stay letter for letter. A task
 * that a person has moved elsewhere is not made a second time.
 * @param index position of the section, from 0
 * @throws InvalidRequestError when the plans no longer hold the section; OutlineRefusal when they are gone
 */
export async function regenerateSection(
  outline: Outline,
  index: number,
  desk: OutlineDesk,
): Promise<Outline> {
  const old = outline.sections[index]
  const fresh = (await draftOutline(outline, desk)).sections.find(({ id }) => id === old?.id)
  if (old === undefined || fresh === undefined)
    throw new InvalidRequestError('所依据的计划里已没有这一部分，不能重新生成；原来的内容没有改动。')
  const elsewhere = new Set(
    outline.sections.flatMap((section) => (section === old ? [] : section.items.map(({ id }) => id))),
  )
  const renewed = { ...fresh, items: fresh.items.filter(({ id }) => !elsewhere.has(id)) }
  return numbered({ ...outline, sections: outline.sections.with(index, renewed) }, styleOf(outline))
}
