import { type Id, newId } from '@academy/contract'
import { openAcademy, type Person } from '@academy/testkit'
import { createRate } from '../platform/rate.ts'

const HOUR = 3600_000
const named = (kk: string) => ({ kk, ru: '', en: '' })

/** An academy where something of everything is there, and people of every standing. Nothing but what is sent is refused. */
export async function openLivedIn(options: { pages?: boolean } = {}) {
  const boundless = () => createRate(1_000_000, 60)
  const academy = await openAcademy({
    ...options,
    rooms: {
      members: {
        mail: { works: true, send: async () => {} },
        wrongPasswords: { perName: boundless(), perAddress: boundless(), everywhere: boundless() },
      },
      live: { wrongCodesPerHour: 1_000_000 },
      rooms: { pace: { atOnce: 1_000_000, perMinute: 1_000_000 } },
    },
  })
  const { school, otherSchool } = academy.places
  const administrator = await academy.person('administrator')
  const leader = await academy.person('school-leader')
  const teacher = await academy.person('teacher')
  const parent = await academy.person('parent')
  const far = await academy.person('parent', { placeId: otherSchool })
  const guest = academy.stranger()

  const [roomId, topicId, messageId, replyId] = [newId(), newId(), newId(), newId()]
  const room = { id: roomId, title: named('Мектеп'), kind: 'school', audience: 'place', placeId: school } as const
  await teacher.rpc.rooms.create.mutate({ ...room, communityId: null })
  await teacher.rpc.rooms.start.mutate({ id: topicId, roomId, title: 'Жол', messageId, body: 'Боран бола ма?' })
  await parent.rpc.rooms.post.mutate({ id: replyId, topicId, body: 'Болады.', replyTo: messageId })

  const [sessionId, questionId] = [newId(), newId()]
  const now = Date.now()
  const times = { opensAt: now - HOUR, startsAt: now, closesAt: now + HOUR }
  const session = { id: sessionId, placeId: school, title: named('Ашық сағат'), ...times, review: false }
  await leader.rpc.live.create.mutate({ ...session, naming: 'asker-chooses' })
  const { link } = await leader.rpc.live.desk.query({ sessionId })
  await guest.rpc.live.join.mutate({ sessionId, key: new URL(link).searchParams.get('k') ?? '' })
  await parent.rpc.live.ask.mutate({ id: questionId, sessionId, body: 'Автобус бола ма?', anonymous: false })
  await teacher.rpc.live.support.mutate({ id: newId(), sessionId, questionId, on: true })

  const practiceId = newId()
  await teacher.rpc.practices.publish.mutate({
    id: practiceId,
    placeId: school,
    visibility: 'public',
    language: 'kk',
    title: 'Қар астындағы тіршілік',
    subjects: ['biology'],
    grades: [7],
    minutes: 40,
    purpose: 'Қыстағы даланы бақылау.',
    steps: [{ text: 'Қарды қазып, қабаттарын саламыз.', minutes: 40 }],
    resources: ['paper'],
    needs: '',
    internet: 'none',
    ungraded: false,
    functionalLiteracy: false,
    methods: ['inquiry'],
    evidence: ['notes'],
    alsoIn: [],
  })
  const collectionId = newId()
  await administrator.rpc.practices.makeCollection.mutate({ id: collectionId, title: 'Қыс', note: '', practiceId })
  const communityId = newId()
  const community = { id: communityId, name: named('Қауымдастық'), kind: 'subject', placeId: null } as const
  await administrator.rpc.communities.create.mutate(community)
  const invitationId = newId()
  await leader.rpc.members.invite.mutate({ id: invitationId, role: 'parent', placeId: school })

  /** What is there, by the name of the input that means it. */
  const ids: Record<string, Id[]> = {
    placeId: Object.values(academy.places),
    memberId: [administrator, leader, teacher, parent, far].map(({ id }) => id),
    sessionId: [sessionId],
    questionId: [questionId],
    roomId: [roomId],
    topicId: [topicId],
    messageId: [messageId, replyId],
    practiceId: [practiceId],
    collectionId: [collectionId],
    communityId: [communityId],
    invitationId: [invitationId],
  }
  const people: Record<string, Person> = { stranger: academy.stranger(), guest, far, parent, administrator }
  return { academy, people, ids }
}

export type LivedIn = Awaited<ReturnType<typeof openLivedIn>>
