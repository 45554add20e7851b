import { CONTRACT_HEADER, CONTRACT_VERSION, newId, type Role } from '@academy/contract'
import { expect, type Person, type Setting } from '../test.ts'

type Someone = (who: Role | 'stranger', setting?: Setting) => Promise<Person>

export interface Account {
  name: string
  login: string
  password: string
}

/** Somebody with a login name and a password: the demo's people have none. Invited by the school's leader, joined by the form. */
export async function account(person: Someone, baseURL: string, role: Role = 'parent'): Promise<Account> {
  const leader = await person('school-leader')
  return invited(leader, baseURL, role, await placeOf(leader, baseURL))
}

/** Somebody of another school, found by its name; invited by the district's department. */
export async function accountAt(person: Someone, baseURL: string, school: string): Promise<Account> {
  const officer = await person('district-officer')
  const input = JSON.stringify({ placeId: await placeOf(officer, baseURL), search: school })
  const found = await officer.context.request.get(`${baseURL}/trpc/places.schools?input=${encodeURIComponent(input)}`, {
    headers: { [CONTRACT_HEADER]: String(CONTRACT_VERSION) },
  })
  const placeId = (await found.json()).result.data.items[0].id
  return invited(officer, baseURL, 'teacher', placeId)
}

async function placeOf({ context }: Person, baseURL: string): Promise<string> {
  const who = await context.request.get(`${baseURL}/trpc/members.who`)
  return (await who.json()).result.data.me.roles[0].place.id
}

async function invited(by: Person, baseURL: string, role: Role, placeId: string): Promise<Account> {
  const invited = await by.context.request.post(`${baseURL}/trpc/members.invite`, {
    data: { id: newId(), role, placeId, note: '' },
    headers: { origin: baseURL, [CONTRACT_HEADER]: String(CONTRACT_VERSION) },
  })
  expect(invited.ok(), await invited.text()).toBe(true)
  const { token } = (await invited.json()).result.data
  const suffix = newId().slice(-8).toLowerCase()
  const someone = { name: 'Мысал Үлгіқызы', login: `mysal.${suffix}`, password: 'бүркіт ұшады биікке' }
  const browser = by.context.browser()
  const newcomer = await browser?.newContext()
  if (!newcomer) throw new Error('There is no browser to join with')
  const joined = await newcomer.request.post(`${baseURL}/kk/invite/${token}`, {
    form: { id: newId(), name: someone.name, loginName: someone.login, password: someone.password, consent: 'on' },
    headers: { origin: baseURL },
    maxRedirects: 0,
  })
  expect(joined.status(), await joined.text()).toBe(303)
  await newcomer.close()
  return someone
}
