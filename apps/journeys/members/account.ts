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
  const who = await leader.context.request.get(`${baseURL}/trpc/members.who`)
  const placeId = (await who.json()).result.data.me.roles[0].place.id
  const invited = await leader.context.request.post(`${baseURL}/trpc/members.invite`, {
    data: { id: newId(), role, placeId, note: '' },
    headers: { origin: baseURL, [CONTRACT_HEADER]: String(CONTRACT_VERSION) },
  })
  expect(invited.ok(), await invited.text()).toBe(true)
  const { token } = (await invited.json()).result.data
  const suffix = newId().slice(-8).toLowerCase()
  const someone = { name: 'Мысал Үлгіқызы', login: `mysal.${suffix}`, password: 'бүркіт ұшады биікке' }
  const newcomer = await person('stranger')
  const joined = await newcomer.context.request.post(`${baseURL}/kk/invite/${token}`, {
    form: { id: newId(), name: someone.name, loginName: someone.login, password: someone.password, consent: 'on' },
    headers: { origin: baseURL },
    maxRedirects: 0,
  })
  expect(joined.status(), await joined.text()).toBe(303)
  return someone
}
