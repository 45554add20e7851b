import type { Id, Member, PlacePath } from '@academy/contract'

/**
 * The way down to a place as one text, each id with a slash behind it. What lies below a place begins with the place's scope:
 * one comparison of text in SQL, on both dialects. A place never moves, so it is written once.
 */
export const scopeOf = (path: PlacePath): string => path.map((id) => `${id}/`).join('')

export const pathOfScope = (scope: string): PlacePath => scope.split('/').slice(0, -1)

/** The ways to the places where a member holds roles. */
export async function heldPathsOf(
  places: { pathOf(placeId: Id): Promise<PlacePath | undefined> },
  member: Member,
): Promise<PlacePath[]> {
  const paths = await Promise.all(member.roles.map((held) => places.pathOf(held.placeId)))
  return paths.filter((path) => path !== undefined)
}
