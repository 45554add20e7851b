import { type CreateRoom, type MessageView, newId, type PostMessage } from '@academy/contract'
import { type Academy, type AcademyOptions, openAcademy, type Person } from '@academy/testkit'

/** Helper of this room's tests: a village school with its room, a teacher who opened it and a parent. */
export async function openVillage(options: Partial<AcademyOptions> = {}) {
  const academy = await openAcademy(options)
  const [teacher, parent] = await Promise.all([
    academy.person('teacher', { name: 'Үлгі Мұғалім' }),
    academy.person('parent', { name: 'Үлгі Ата-ана' }),
  ])
  const { roomId } = await openRoom(academy, teacher)
  const { topicId, messageId } = await startTopic(teacher, roomId)
  // What was announced by now has left: whoever listens from here on hears only what is done in the test.
  await academy.settle()
  return { academy, teacher, parent, roomId, topicId, firstId: messageId }
}

export async function openRoom(
  academy: Academy,
  host: Person,
  change: Partial<Omit<CreateRoom, 'id'>> = {},
): Promise<{ roomId: string }> {
  const roomId = newId()
  await host.rpc.rooms.create.mutate({
    id: roomId,
    title: { kk: 'Мектеп бөлмесі', ru: 'Комната школы', en: 'School room' },
    kind: 'school',
    audience: 'place',
    placeId: academy.places.school,
    communityId: null,
    ...change,
  })
  return { roomId }
}

export async function startTopic(
  who: Person,
  roomId: string,
  { title = 'Қысқы жол', body = 'Боранда сабақ қалай болады?' } = {},
): Promise<{ topicId: string; messageId: string }> {
  const [topicId, messageId] = [newId(), newId()]
  await who.rpc.rooms.start.mutate({ id: topicId, roomId, title, messageId, body })
  return { topicId, messageId }
}

type Posted = Partial<Pick<PostMessage, 'replyTo' | 'composedAt' | 'language'>>

export const words = (topicId: string, body: string, more: Posted = {}) => ({ id: newId(), topicId, body, ...more })

export const say = (who: Person, topicId: string, body: string, more: Posted = {}) =>
  who.rpc.rooms.post.mutate(words(topicId, body, more))

/** Everything said in a topic, as this person sees it. */
export async function saidIn(who: Person, topicId: string): Promise<MessageView[]> {
  const said: MessageView[] = []
  for (let more = true; more; ) {
    const page = await who.rpc.rooms.messages.query({ topicId, after: said.at(-1)?.n ?? 0, limit: 100 })
    said.push(...page.messages)
    more = page.more
  }
  return said
}
