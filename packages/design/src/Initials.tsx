/** An octagon with one or two letters: no faces. The name stands beside it, so readers skip it. */
export const Initials = (props: { letters: string; own?: boolean | undefined }) => (
  <span class="who" classList={{ own: props.own ?? false }} aria-hidden="true">
    {props.letters}
  </span>
)
