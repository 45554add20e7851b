import { type AddPlace, newId, type Role } from '@academy/contract'
import { type House, openHouse, refusal, staff } from '@academy/testkit/house'
import { expect, test } from 'vitest'

const named = (kk: string) => ({ kk, ru: `${kk} (ru)`, en: `${kk} (en)` })
const school = {
  officialName: null,
  type: 'basic' as const,
  isSmall: true,
  languages: ['kk' as const],
  supportSchoolId: null,
}
const place = (more: Partial<AddPlace>): AddPlace => ({
  id: newId(),
  kind: 'school',
  parentId: null,
  name: named('Жаңа мектеп'),
  kato: null,
  school,
  ...more,
})

async function come(house: House, role: Role, placeId: string) {
  const admin = await house.administrator()
  return house.accept((await house.inviteAs(admin.browser, role, placeId)).token)
}

test('anybody reads the map: a school with the way down to it and its support school', async () => {
  await using house = await openHouse()
  const { admin } = await staff(house)
  const small = place({
    parentId: house.map.district,
    name: named('Қызыл ту'),
    school: { ...school, supportSchoolId: house.map.school },
  })
  await admin.browser.as((api) => api.places.add(small))
  const seen = await house.browser().as((api) => api.places.place({ placeId: small.id }))
  expect(seen).toMatchObject({
    name: { kk: 'Қызыл ту' },
    demo: false,
    above: [
      { kind: 'region', name: { kk: 'Үлгі облысы' } },
      { kind: 'district', name: { kk: 'Үлгі ауданы' } },
    ],
    school: { isSmall: true, type: 'basic', supportSchool: { id: house.map.school }, attached: 0 },
  })
  const support = await house.browser().as((api) => api.places.place({ placeId: house.map.school }))
  expect(support.school?.attached).toBe(1)
  expect(await refusal(house.browser().as((api) => api.places.place({ placeId: newId() })))).toEqual({
    code: 'not-found',
  })
})

test('lists go by the Kazakh alphabet, page by page', async () => {
  await using house = await openHouse()
  const { admin } = await staff(house)
  for (const kk of ['Яблоневка', 'Әсем', 'Құмкөл', 'Кеңес', 'Інжу'])
    await admin.browser.as((api) =>
      api.places.add(place({ kind: 'village', school: null, parentId: house.map.otherDistrict, name: named(kk) })),
    )
  const names: string[] = []
  for (let cursor: string | null = null; ; ) {
    const page = await house.places.children({ placeId: house.map.otherDistrict, limit: 2, cursor })
    names.push(...page.items.map(({ name }) => name.kk))
    cursor = page.next
    if (!cursor) break
  }
  expect(names).toEqual(['Алыс мектеп', 'Әсем', 'Кеңес', 'Құмкөл', 'Інжу', 'Яблоневка'])
})

test('a school is found by a part of its name in any language, and no sign means anything', async () => {
  await using house = await openHouse()
  const { admin } = await staff(house)
  await admin.browser.as((api) => api.places.add(place({ parentId: house.map.district, name: named('100%_дық') })))
  const find = async (search: string, placeId = house.map.region) => {
    const page = await house.browser().as((api) => api.places.schools({ placeId, search }))
    return page.items.map(({ name }) => name.kk)
  }
  expect(await find('КӨРШІ')).toEqual(['Көрші мектеп'])
  expect(await find('(ru)')).toEqual(['100%_дық'])
  expect(await find('%')).toEqual(['100%_дық'])
  expect(await find('_')).toEqual(['100%_дық'])
  expect(await find("' or 1=1 --")).toEqual([])
  expect(await find('', house.map.otherDistrict)).toEqual(['Алыс мектеп'])
  expect(await find('', house.map.school)).toEqual(['Үлгі мектебі'])
})

test('an officer adds a school to the own district only; a leader adds none', async () => {
  await using house = await openHouse()
  const officer = await come(house, 'district-officer', house.map.district)
  const leader = await come(house, 'school-leader', house.map.school)
  const add = (who: typeof officer, more: Partial<AddPlace>) => who.browser.as((api) => api.places.add(place(more)))
  await add(officer, { parentId: house.map.district })
  expect(await refusal(add(officer, { parentId: house.map.otherDistrict }))).toEqual({ code: 'refused' })
  expect(await refusal(add(officer, { kind: 'region', school: null }))).toEqual({ code: 'refused' })
  expect(await refusal(add(leader, { parentId: house.map.district }))).toEqual({ code: 'refused' })
  expect(await refusal(house.browser().as((api) => api.places.add(place({ parentId: house.map.district }))))).toEqual({
    code: 'signed-out',
  })
})

test('a place lies in a wider one, a school says what it is, and a support school is a school', async () => {
  await using house = await openHouse()
  const admin = await house.administrator()
  const wrong = (more: Partial<AddPlace>) => refusal(admin.browser.as((api) => api.places.add(place(more))))
  expect(await wrong({ parentId: house.map.school })).toEqual({ code: 'bad-input', fields: ['parentId'] })
  expect(await wrong({ parentId: null })).toEqual({ code: 'bad-input', fields: ['parentId'] })
  expect(await wrong({ parentId: newId() })).toEqual({ code: 'not-found' })
  expect(await wrong({ parentId: house.map.district, school: null })).toEqual({ code: 'bad-input', fields: ['school'] })
  const notASchool = { ...school, supportSchoolId: house.map.district }
  expect(await wrong({ parentId: house.map.district, school: notASchool })).toEqual({
    code: 'bad-input',
    fields: ['school.supportSchoolId'],
  })
  expect(await wrong({ id: house.map.school, parentId: house.map.district })).toEqual({ code: 'command/conflict' })
})

test('a school is renamed and found by its new name; sent twice it is one deed', async () => {
  await using house = await openHouse()
  const officer = await come(house, 'district-officer', house.map.district)
  const edit = { id: newId(), placeId: house.map.school, name: named('Бірлік'), kato: '116630100', school }
  const done = await officer.browser.as((api) => api.places.edit(edit))
  expect(await officer.browser.as((api) => api.places.edit(edit))).toEqual(done)
  const page = await house.browser().as((api) => api.places.schools({ placeId: house.map.district, search: 'бірлік' }))
  expect(page.items).toMatchObject([{ id: house.map.school, name: { kk: 'Бірлік' } }])
  const district = officer.browser.as((api) =>
    api.places.edit({ ...edit, id: newId(), placeId: house.map.district, school: null }),
  )
  expect(await refusal(district)).toEqual({ code: 'refused' })
})

test('what a place covers is itself and everything below, and the way to it is known at once', async () => {
  await using house = await openHouse()
  const { district, region, school: ours, neighbour } = house.map
  expect((await house.places.coveredBy([district])).toSorted()).toEqual([district, ours, neighbour].toSorted())
  expect(await house.places.coveredBy([ours])).toEqual([ours])
  expect(await house.places.pathOf(ours)).toEqual([region, district, ours])
  expect(await house.places.pathOf(newId())).toBeUndefined()
})

test('a place added or changed while one might stays so: sent again after the role is gone, it is answered as it was', async () => {
  await using house = await openHouse()
  const { admin } = await staff(house)
  const other = await house.administrator()
  const added = place({ parentId: house.map.district })
  const change = { id: newId(), placeId: added.id, name: named('Басқа атау'), kato: null, school }
  const ask = other.browser
  const done = await ask.as((api) => api.places.add(added))
  const changed = await ask.as((api) => api.places.edit(change))
  const { actor } = await ask.who()
  for (const { role, placeId } of actor.kind === 'member' ? actor.roles : [])
    await admin.browser.as((api) => api.members.endRole({ id: newId(), memberId: other.id, role, placeId }))

  expect(await ask.as((api) => api.places.add(added))).toEqual(done)
  expect(await ask.as((api) => api.places.edit(change))).toEqual(changed)
  expect(await refusal(ask.as((api) => api.places.edit({ ...change, name: named('Тағы') })))).toEqual({
    code: 'refused',
  })
  expect(await refusal(ask.as((api) => api.places.add({ ...added, id: newId() })))).toEqual({ code: 'refused' })
})
