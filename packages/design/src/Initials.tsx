/** At most two letters: the first of the first two words. */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s.]+/u)
    .flatMap((word) => word.match(/\p{L}/u)?.[0] ?? [])
    .slice(0, 2)
    .join('')
    .toUpperCase()

/** An octagon with two letters: no faces. The name stands beside it, so readers skip it. */
export const Initials = (props: { name: string; own?: boolean | undefined }) => (
  <span class="who" classList={{ own: props.own ?? false }} aria-hidden="true">
    {initialsOf(props.name)}
  </span>
)
