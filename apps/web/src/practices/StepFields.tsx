import { LIMITS, type Locale } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { Icon } from '@academy/design/Icon'
import { Index, Show } from 'solid-js'
import { needWords, useWords } from '../locale/locale.ts'
import { Later } from '../shell/Later.tsx'
import { Text } from './FormParts.tsx'
import { type Form, isBlank } from './practice-form.ts'
import css from './practices.module.css'

const stepMore = () => Promise.all([import('./CardFields.tsx'), needWords('card')]).then(([module]) => module.StepMore)

/** Steps by their place, so that the field one types in stays the same one. */
export const StepFields = (props: {
  steps: Form['steps']
  lang: Locale
  error?: string | undefined
  onChange: (steps: Form['steps']) => void
}) => {
  const words = useWords('writing')
  const change = (at: number, part: Partial<Form['steps'][number]>) =>
    props.onChange(props.steps.map((step, n) => (n === at ? { ...step, ...part } : step)))
  function move(at: number, to: number) {
    const steps = [...props.steps]
    steps.splice(to, 0, ...steps.splice(at, 1))
    props.onChange(steps)
  }
  const add = () => props.onChange([...props.steps, { text: '', minutes: '' }])
  return (
    <>
      <ol>
        <Index each={props.steps}>
          {(step, at) => (
            <li class={css.step}>
              <Text
                label={words().step(at + 1)}
                rows={2}
                most={LIMITS.practiceStep}
                lang={props.lang}
                value={step().text}
                onInput={(text) => change(at, { text })}
                error={(at === 0 || !isBlank(step())) && !step().text.trim() ? props.error : undefined}
              />
              <div class={css.short}>
                <Field
                  label={words().stepMinutes}
                  type="number"
                  inputMode="numeric"
                  min={1}
                  max={LIMITS.practiceMinutes}
                  value={step().minutes}
                  onInput={(minutes) => change(at, { minutes })}
                />
              </div>
              <Later
                load={stepMore}
                props={{
                  get step() {
                    return step()
                  },
                  get lang() {
                    return props.lang
                  },
                  change: (part) => change(at, part),
                }}
              />
              <Show when={props.steps.length > 1}>
                <div class={css.moves}>
                  <Show when={at > 0}>
                    <span data-up>
                      <Button kind="bare" label={words().up(at + 1)} onPress={() => move(at, at - 1)}>
                        <Icon name="down" />
                      </Button>
                    </span>
                  </Show>
                  <Show when={at < props.steps.length - 1}>
                    <Button kind="bare" label={words().down(at + 1)} onPress={() => move(at, at + 1)}>
                      <Icon name="down" />
                    </Button>
                  </Show>
                  <Button
                    kind="bare"
                    label={words().removeStep(at + 1)}
                    onPress={() => props.onChange(props.steps.filter((_, n) => n !== at))}
                  >
                    <Icon name="cross" />
                  </Button>
                </div>
              </Show>
            </li>
          )}
        </Index>
      </ol>
      <Show when={props.steps.length < LIMITS.practiceSteps}>
        <p>
          <Button onPress={add}>
            <Icon name="plus" /> {words().addStep}
          </Button>
        </p>
      </Show>
    </>
  )
}
