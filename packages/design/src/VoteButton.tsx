import './ask.css'

export interface VoteButtonProps {
  count: number
  pressed: boolean
  /** What pressing does, or what has been done: "Қолдаймын", "Қолдадыңыз". */
  label: string
  /** What is supported, for readers who hear the button out of its row. */
  about?: string | undefined
  disabled?: boolean | undefined
  onPress: () => void
}

export const VoteButton = (props: VoteButtonProps) => (
  <button
    type="button"
    class="vote"
    aria-pressed={props.pressed}
    aria-label={props.about ? `${props.count} ${props.label}: ${props.about}` : undefined}
    disabled={props.disabled}
    onClick={() => props.onPress()}
  >
    <b>{props.count}</b> {props.label}
  </button>
)
