import { outlineSchema } from '../../src/api/index.ts'
import { page, server } from './harness.ts'

export const items = () => page.getByTestId('draft-item')

/** Chooses 慈溪 and drafts for the year after its plan. */
export async function makeDraft(): Promise<string> {
  await page.goto(`${server.url}/draft`)
  await page.getByLabel('地区').selectOption({ label: '慈溪市（宁波市）' })
  await page.getByRole('button', { name: '起草', exact: true }).click()
  await page.getByTestId('draft').waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

export async function stored(id: string) {
  return outlineSchema.parse(await (await fetch(`${server.url}/api/v1/outlines/${id}`)).json())
}
