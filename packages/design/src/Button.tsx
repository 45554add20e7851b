import type { JSX } from 'solid-js'

interface Look {
  /** `go` is the one deed of a screen, `bare` a quiet link with a 44 px body. */
  kind?: 'go' | 'bare' | undefined
  wide?: boolean | undefined
  children: JSX.Element
  label?: string | undefined
}

const classOf = (props: Look) => `btn${props.kind ? ` ${props.kind}` : ''}${props.wide ? ' wide' : ''}`

export interface ButtonProps extends Look {
  onPress?: ((event: MouseEvent) => void) | undefined
  /** At work: pressing again does nothing, yet focus stays where it is (a disabled button would lose it). */
  busy?: boolean | undefined
  name?: string | undefined
  value?: string | undefined
  /** The id of what it opens and closes, and whether that is open. */
  controls?: string | undefined
  expanded?: boolean | undefined
  pressed?: boolean | undefined
  ref?: ((element: HTMLButtonElement) => void) | undefined
}

/**
 * Says what will happen, verb first; where an icon stands alone, `label` names it. Without `onPress` it submits its form.
 * @NOTE Attributes are named one by one: spreading the rest would bring 2 KB of Solid into every first page.
 */
export const Button = (props: ButtonProps) => (
  <button
    ref={(element) => props.ref?.(element)}
    type={props.onPress ? 'button' : 'submit'}
    class={classOf(props)}
    name={props.name}
    value={props.value}
    aria-label={props.label}
    aria-controls={props.controls}
    aria-expanded={props.expanded}
    aria-pressed={props.pressed}
    aria-disabled={props.busy ? 'true' : undefined}
    onClick={(event) => {
      if (props.busy) event.preventDefault()
      else props.onPress?.(event)
    }}
  >
    {props.children}
  </button>
)

export interface ButtonLinkProps extends Look {
  href: string
  /** Another entry or a page of the server: the router keeps out. */
  external?: boolean | undefined
  /** A name for the file, when it is one to keep. */
  download?: string | undefined
}

export const ButtonLink = (props: ButtonLinkProps) => (
  <a
    class={classOf(props)}
    href={props.href}
    rel={props.external ? 'external' : undefined}
    download={props.download}
    aria-label={props.label}
  >
    {props.children}
  </a>
)
