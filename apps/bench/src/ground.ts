import { newId } from '@academy/contract'
import { openAcademy } from '@academy/testkit'

/** What a bench posts: a usual message, not a short one. */
export const BODY =
  'Менде 1 және 3-сынып бірге отыр. Алғашқы 7 минут бәріне ортақ, содан кейін әр сынып өз карточкасымен жұмыс істейді.'

/** A whole academy with one topic, and somebody who may write in it without a limit of pace. */
export async function openGround() {
  const academy = await openAcademy({ rooms: { rooms: { pace: { atOnce: 1e9, perMinute: 1e9 } } } })
  const person = await academy.person('teacher')
  const [roomId, topicId] = [newId(), newId()]
  await person.rpc.rooms.create.mutate({
    id: roomId,
    kind: 'school',
    audience: 'place',
    placeId: academy.places.school,
    communityId: null,
    title: { kk: 'Өлшеу', ru: '', en: '' },
  })
  await person.rpc.rooms.start.mutate({ id: topicId, roomId, title: 'Өлшеу', messageId: newId(), body: BODY })
  const roles = [{ role: 'teacher' as const, placeId: academy.places.school }]
  const member = { kind: 'member' as const, id: person.id, name: person.name, roles }
  const post = () =>
    academy.rooms.rooms.messages.post(member, { id: newId(), topicId, body: BODY, replyTo: null, language: null })
  return { academy, person, topicId, post }
}
