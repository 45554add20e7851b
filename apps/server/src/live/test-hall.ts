import { type CreateSession, newId } from '@academy/contract'
import { type Academy, type AcademyOptions, openAcademy, type Person } from '@academy/testkit'

const HOUR = 3600_000

/** Helper of this room's tests: an academy with an open session of the school. */
export async function openHall(options: Partial<AcademyOptions> = {}) {
  const academy = await openAcademy(options)
  const host = await academy.person('school-leader', { name: 'Үлгі Жетекші' })
  const session = await openSession(academy, host)
  return { academy, host, ...session }
}

export async function openSession(
  academy: Academy,
  host: Person,
  change: Partial<Omit<CreateSession, 'id'>> = {},
): Promise<{ sessionId: string }> {
  const sessionId = newId()
  const now = Date.now()
  await host.rpc.live.create.mutate({
    id: sessionId,
    placeId: academy.places.school,
    title: { kk: 'Мектеп пен үй', ru: 'Школа и дом', en: 'School and home' },
    opensAt: now - HOUR,
    startsAt: now,
    closesAt: now + HOUR,
    naming: 'asker-chooses',
    review: false,
    ...change,
  })
  return { sessionId }
}

export const question = (sessionId: string, body: string, anonymous = false) => ({
  id: newId(),
  sessionId,
  body,
  anonymous,
})

export const press = (sessionId: string, questionId: string, on = true) => ({ id: newId(), sessionId, questionId, on })

/** The key in a link as the desk shows it. */
export const keyOf = (link: string): string => new URL(link).searchParams.get('k') as string
