import { newId } from '@academy/contract'
import { everythingIn } from '@academy/testkit/everything'
import { openHouse, refusal, staff } from '@academy/testkit/house'
import { describe, expect, test } from 'vitest'
import { createRate } from '../platform/rate.ts'

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) Version/17.4 Mobile/15E148 Safari/604.1'

describe('signing in', () => {
  test('by login name or by e-mail, in capitals or not', async () => {
    await using house = await openHouse()
    const { leader } = await staff(house)
    const { token } = await house.inviteAs(leader.browser, 'teacher', house.map.school)
    const aigul = await house.accept(token, { loginName: 'айгүл', email: 'aigul@example.kz', password: 'ақ сұңқар 7' })
    for (const name of ['айгүл', 'АЙГҮЛ', 'Aigul@Example.kz']) {
      const phone = house.browser(IPHONE)
      await phone.as((api) => api.members.signIn({ name, password: 'ақ сұңқар 7', sharedPhone: false }))
      expect((await phone.who()).actor).toMatchObject({ kind: 'member', id: aigul.id })
    }
    const seen = await aigul.browser.as((api) => api.members.logins())
    expect(seen.map(({ device, current }) => [device, current])).toEqual([
      ['Safari · iOS', false],
      ['Safari · iOS', false],
      ['Safari · iOS', false],
      ['Chrome · Android', true],
    ])
  })

  test('an unknown name and a wrong password get the same answer and take as long', async () => {
    await using house = await openHouse()
    const { teacher } = await staff(house)
    const took = async (name: string) => {
      const started = performance.now()
      const password = 'бөтен сөз'
      const asked = house.browser().as((api) => api.members.signIn({ name, password, sharedPhone: false }))
      expect(await refusal(asked)).toEqual({ code: 'members/wrong-password' })
      return performance.now() - started
    }
    const names = [teacher.loginName, 'nobody', 'nobody@example.kz', 'not a name', 'a@@b']
    const times: number[] = []
    for (const name of names) times.push(await took(name))
    // All stand on one floor, far above what a hash takes; what lies above the floor is the machine's.
    expect(Math.min(...times)).toBeGreaterThanOrEqual(395)
  })

  test('wrong passwords are borne so many times for one name, also all at once; others behind the same address come in', async () => {
    const wrongPasswords = {
      perName: createRate(3, 900),
      perAddress: createRate(50, 900),
      everywhere: createRate(50, 900),
    }
    await using house = await openHouse({ wrongPasswords })
    const { leader, teacher } = await staff(house)
    const guess = (n: number) =>
      house
        .browser()
        .as((api) => api.members.signIn({ name: teacher.loginName, password: `guess ${n}`, sharedPhone: false }))
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => refusal(guess(n))))
    expect(answers.filter(({ code }) => code === 'members/wrong-password')).toHaveLength(3)
    expect(answers.filter(({ code }) => code === 'too-many')).toHaveLength(5)
    const right = (who: typeof teacher) =>
      house
        .browser()
        .as((api) => api.members.signIn({ name: who.loginName, password: who.password, sharedPhone: false }))
    expect(await refusal(right(teacher))).toMatchObject({ code: 'too-many', retryAfter: expect.any(Number) })
    for (let n = 0; n < 5; n++) await right(leader)
  })

  test('wrong passwords from a thousand addresses for a thousand names are bounded all together', async () => {
    const wrongPasswords = {
      perName: createRate(10, 900),
      perAddress: createRate(10, 900),
      everywhere: createRate(4, 3600),
    }
    await using house = await openHouse({ wrongPasswords })
    const guess = (n: number) =>
      house
        .browser(undefined, `10.1.0.${n}`)
        .as((api) => api.members.signIn({ name: `name${n}`, password: 'guess', sharedPhone: false }))
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => refusal(guess(n))))
    expect(answers.filter(({ code }) => code === 'members/wrong-password')).toHaveLength(4)
  })

  test('the cookie is the browser’s alone, and a copy of the database opens nothing', async () => {
    await using house = await openHouse({ secure: true })
    const { teacher } = await staff(house)
    const cookie = teacher.browser.set.at(-1) ?? ''
    expect(cookie).toMatch(/^__Host-academy_login=\S+; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const token = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)).split('.')[0] ?? ''
    expect(token.length).toBeGreaterThanOrEqual(32)
    const copy = await everythingIn(house.db)
    expect(copy.includes(token)).toBe(false)
    expect(copy.includes(teacher.password)).toBe(false)
    expect(copy).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  })

  test('a browser has one login: signing in again ends the one before, under a new token', async () => {
    await using house = await openHouse()
    const { leader, teacher } = await staff(house)
    const before = teacher.browser.cookieHeader()
    const again = (who: typeof teacher) =>
      teacher.browser.as((api) =>
        api.members.signIn({ name: who.loginName, password: who.password, sharedPhone: false }),
      )
    await again(teacher)
    expect(teacher.browser.cookieHeader()).not.toBe(before)
    expect((await house.members.identify(before)).actor.kind).toBe('stranger')
    await again(leader)
    expect(house.ended).toHaveLength(2)
    expect(await leader.browser.as((api) => api.members.logins())).toHaveLength(2)
  })
})

describe('how long a login lasts', () => {
  test('ninety days, put off by use', async () => {
    await using house = await openHouse()
    const { teacher } = await staff(house)
    const set = teacher.browser.set.length
    await teacher.browser.as((api) => api.members.who())
    expect(teacher.browser.set).toHaveLength(set)
    for (let n = 0; n < 3; n++) {
      house.later(house.days(60))
      expect(await teacher.browser.as((api) => api.members.who())).toMatchObject({ kind: 'member' })
    }
    expect(teacher.browser.set).toHaveLength(set + 3)
    house.later(house.days(91))
    expect(await teacher.browser.as((api) => api.members.who())).toEqual({ kind: 'stranger', id: null, me: null })
  })

  test('a day on a shared phone, however much it is used, and its cookie goes with the browser', async () => {
    await using house = await openHouse()
    const { teacher } = await staff(house)
    const phone = house.browser()
    const { loginName: name, password } = teacher
    await phone.as((api) => api.members.signIn({ name, password, sharedPhone: true }))
    expect(phone.set.some((cookie) => cookie.startsWith('academy_login=') && !/max-age/i.test(cookie))).toBe(true)
    const [login] = await phone.as((api) => api.members.logins())
    expect(login).toMatchObject({ sharedPhone: true, current: true })
    expect((await teacher.browser.as((api) => api.members.who())).sharedPhone).toBeUndefined()
    house.later(house.days(0.9))
    expect(await phone.as((api) => api.members.who())).toMatchObject({ kind: 'member', sharedPhone: true })
    house.later(house.days(0.2))
    expect((await phone.as((api) => api.members.who())).kind).toBe('stranger')
    await house.members.jobs[0]?.run()
    expect(await teacher.browser.as((api) => api.members.logins())).toHaveLength(1)
  })
})

describe('ending logins', () => {
  test('signing out ends the login and clears the cookie', async () => {
    await using house = await openHouse()
    const { teacher } = await staff(house)
    const before = teacher.browser.cookieHeader()
    const { loginId } = await teacher.browser.who()
    await teacher.browser.as((api) => api.members.signOut())
    expect(teacher.browser.cookieHeader()).toBeUndefined()
    expect(house.ended).toEqual([loginId])
    expect((await house.members.identify(before)).actor.kind).toBe('stranger')
  })

  test('one device, or all the others; never somebody else’s', async () => {
    await using house = await openHouse()
    const { leader, teacher } = await staff(house)
    const { loginName: name, password } = teacher
    const phones = [house.browser(IPHONE), house.browser(), house.browser()]
    for (const phone of phones) await phone.as((api) => api.members.signIn({ name, password, sharedPhone: false }))
    const leaders = (await leader.browser.who()).loginId ?? ''
    await teacher.browser.as((api) => api.members.endLogin({ id: newId(), loginId: leaders }))
    expect((await leader.browser.who()).actor.kind).toBe('member')
    const all = await teacher.browser.as((api) => api.members.logins())
    const iphone = all.find(({ device }) => device === 'Safari · iOS')?.id ?? ''
    await teacher.browser.as((api) => api.members.endLogin({ id: newId(), loginId: iphone }))
    expect(house.ended).toEqual([iphone])
    await teacher.browser.as((api) => api.members.endOtherLogins({ id: newId() }))
    expect(await teacher.browser.as((api) => api.members.logins())).toMatchObject([{ current: true }])
    expect(house.ended).toHaveLength(3)
    for (const phone of phones) expect((await phone.who()).actor.kind).toBe('stranger')
  })

  test('a new password ends every login but the one it was set on', async () => {
    await using house = await openHouse()
    const { teacher } = await staff(house)
    const { loginName: name, password } = teacher
    const phone = house.browser()
    await phone.as((api) => api.members.signIn({ name, password, sharedPhone: true }))
    const change = (old: string, newPassword: string) =>
      phone.as((api) => api.members.changePassword({ password: old, newPassword }))
    expect(await refusal(change('бөтен сөз', 'жаңа сөз 2026'))).toEqual({ code: 'members/wrong-password' })
    expect(await refusal(change(password, '12345678'))).toMatchObject({ code: 'members/weak-password' })
    const [here] = (await phone.as((api) => api.members.logins())).filter(({ current }) => current)
    await change(password, 'жаңа сөз 2026')
    expect(house.ended).toHaveLength(1)
    expect(house.ended).not.toContain(here?.id)
    expect((await teacher.browser.who()).actor.kind).toBe('stranger')
    const logins = await phone.as((api) => api.members.logins())
    expect(logins).toMatchObject([{ current: true, sharedPhone: true }])
    const signIn = (p: string) =>
      house.browser().as((api) => api.members.signIn({ name, password: p, sharedPhone: false }))
    expect(await refusal(signIn(password))).toEqual({ code: 'members/wrong-password' })
    await signIn('жаңа сөз 2026')
  })
})

describe('consent', () => {
  test('who takes it back is signed out everywhere and comes in again only by agreeing', async () => {
    await using house = await openHouse()
    const { teacher } = await staff(house)
    await teacher.browser.as((api) => api.members.withdrawConsent({ id: newId() }))
    expect((await teacher.browser.who()).actor.kind).toBe('stranger')
    const phone = house.browser()
    const { loginName: name, password } = teacher
    const signIn = (consent?: { textVersion: string }) =>
      phone.as((api) => api.members.signIn({ name, password, sharedPhone: false, ...(consent ? { consent } : {}) }))
    expect(await refusal(signIn())).toEqual({ code: 'members/consent-needed' })
    expect((await phone.who()).actor.kind).toBe('stranger')
    await signIn({ textVersion: teacher.consent.textVersion })
    expect((await phone.who()).actor.kind).toBe('member')
  })
})

describe('guests', () => {
  test('are known by their cookie, and stay apart from the member of the same browser', async () => {
    await using house = await openHouse()
    const { teacher } = await staff(house)
    const phone = house.browser()
    const guest = await house.members.newGuest()
    phone.take(guest.cookie)
    expect(guest.cookie).toMatch(/; HttpOnly; SameSite=Lax/i)
    expect((await phone.who()).actor).toEqual({ kind: 'guest', id: guest.id })
    const { loginName: name, password } = teacher
    await phone.as((api) => api.members.signIn({ name, password, sharedPhone: false }))
    expect(await phone.who()).toMatchObject({ actor: { kind: 'member', id: teacher.id }, guestId: guest.id })
    await phone.as((api) => api.members.signOut())
    expect((await phone.who()).actor).toEqual({ kind: 'guest', id: guest.id })
    const forgotten: string[] = []
    house.members.hooks.onMemberErased.push(async (_tx, id) => void forgotten.push(id))
    await house.members.forgetGuests([guest.id])
    expect((await phone.who()).actor.kind).toBe('stranger')
    expect(forgotten).toEqual([guest.id])
  })
})
