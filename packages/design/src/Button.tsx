import { type JSX, splitProps } from 'solid-js'

interface Look {
  /** `go` is the one deed of a screen, `bare` a quiet link with a 44 px body. */
  kind?: 'go' | 'bare' | undefined
  wide?: boolean | undefined
}

const classOf = (props: Look) => `btn${props.kind ? ` ${props.kind}` : ''}${props.wide ? ' wide' : ''}`

export interface ButtonProps
  extends Look,
    Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'onClick' | 'disabled'> {
  onPress?: ((event: MouseEvent) => void) | undefined
  /** At work: pressing again does nothing, yet focus stays where it is (a disabled button would lose it). */
  busy?: boolean | undefined
}

/** Says what will happen, verb first. Without `onPress` it submits its form. */
export const Button = (props: ButtonProps) => {
  const [own, rest] = splitProps(props, ['kind', 'wide', 'busy', 'onPress', 'type', 'children'])
  return (
    <button
      {...rest}
      type={own.type ?? (own.onPress ? 'button' : 'submit')}
      class={classOf(own)}
      aria-disabled={own.busy ? 'true' : undefined}
      onClick={(event) => {
        if (own.busy) event.preventDefault()
        else own.onPress?.(event)
      }}
    >
      {own.children}
    </button>
  )
}

export interface ButtonLinkProps extends Look, Omit<JSX.AnchorHTMLAttributes<HTMLAnchorElement>, 'class'> {
  href: string
}

export const ButtonLink = (props: ButtonLinkProps) => {
  const [own, rest] = splitProps(props, ['kind', 'wide'])
  return <a {...rest} class={classOf(own)} />
}
