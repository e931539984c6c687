import { expect, it } from 'vitest'
import { isSaidElsewhere } from '../../src/answer/index.ts'
import { deskOver } from '../desk.ts'

it('tells a thing of another place from one that no document mentions', async () => {
  const desk = await deskOver({
    'a.txt': '乐山市2024年卫生健康工作要点\n一、提升服务\n新增托位900个，救护车买6辆。\n',
    'b.txt': '雅安市2024年卫生健康工作要点\n一、推进项目\n青衣江医院二期10月投用。\n',
  })
  expect(isSaidElsewhere('乐山市2024年青衣江医院二期什么时候投用？', {}, desk)).toBe(true)
  expect(isSaidElsewhere('乐山市2024年新增托位多少个？', {}, desk)).toBe(false)
  expect(isSaidElsewhere('乐山市2024年蓝莓基地建多少亩？', {}, desk)).toBe(false)
})
