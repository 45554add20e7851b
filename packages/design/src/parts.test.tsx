import { createSignal, type JSX } from 'solid-js'
import { render } from 'solid-js/web'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Button, createToasts, Dialog, Field, Knots, Tabs, ToastShelf, typeInto } from './index.ts'

let dispose = () => {}
const show = (ui: () => JSX.Element) => {
  const root = document.createElement('div')
  document.body.append(root)
  dispose = render(ui, root)
  return root
}
const find = <T extends HTMLElement>(selector: string) => {
  const element = document.querySelector<T>(selector)
  if (!element) throw new Error(`nothing matches ${selector}`)
  return element
}

beforeEach(() => history.replaceState(null, ''))
afterEach(() => {
  dispose()
  document.body.replaceChildren()
  vi.useRealTimers()
})

test('a button at work is not pressed twice and keeps the focus', () => {
  const [busy, setBusy] = createSignal(false)
  const press = vi.fn(() => setBusy(true))
  show(() => (
    <Button busy={busy()} onPress={press}>
      Сұрақ қою
    </Button>
  ))
  const button = find('button')
  button.focus()
  button.click()
  button.click()
  expect(press).toHaveBeenCalledTimes(1)
  expect(button.getAttribute('aria-disabled')).toBe('true')
  expect(document.activeElement).toBe(button)
})

test('a button at work does not submit its form', () => {
  const submit = vi.fn((event: Event) => event.preventDefault())
  show(() => (
    <form onSubmit={submit}>
      <Button busy>Жіберу</Button>
    </form>
  ))
  find('button').click()
  expect(submit).not.toHaveBeenCalled()
})

test('a field keeps what was typed when an error comes, and the error is read with it', () => {
  const [value, setValue] = createSignal('')
  const [error, setError] = createSignal<string>()
  show(() => <Field label="Код" hint="Алты сан" value={value()} onInput={setValue} error={error()} />)
  const input = find<HTMLInputElement>('input')
  input.value = '4827'
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  expect(value()).toBe('4827')

  setError('Тағы екі сан керек.')
  expect(find('input')).toBe(input)
  expect(input.value).toBe('4827')
  expect(input.getAttribute('aria-invalid')).toBe('true')
  const described = input.getAttribute('aria-describedby')?.split(' ') ?? []
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual(['Алты сан', 'Тағы екі сан керек.'])
  expect(find<HTMLLabelElement>('label').htmlFor).toBe(input.id)
})

test('the strip of letters types at the caret and a sentence begins with a capital', async () => {
  const [value, setValue] = createSignal('')
  show(() => <Field label="Сұрағыңыз" rows={2} keys="Қазақ әріптері" value={value()} onInput={setValue} />)
  expect(document.querySelector('.keys')).toBeNull()
  const area = find<HTMLTextAreaElement>('textarea')
  area.dispatchEvent(new FocusEvent('focus'))
  await vi.waitFor(() => find('.keys'))
  const letters = [...document.querySelectorAll<HTMLButtonElement>('.keys button')]
  expect(letters.map((one) => one.textContent).join('')).toBe('әғқңөұүһі')

  letters.find((one) => one.textContent === 'қ')?.click()
  expect(value()).toBe('Қ')
  area.value = 'бл'
  area.setSelectionRange(1, 1)
  letters.find((one) => one.textContent === 'ө')?.click()
  expect(value()).toBe('бөл')
})

test('a letter takes the place of what is chosen', () => {
  const input = document.createElement('input')
  input.value = 'бXXл'
  input.setSelectionRange(1, 3)
  typeInto(input, 'ө')
  expect(input.value).toBe('бөл')
})

test('the strip of letters does not pass the longest length', () => {
  const input = document.createElement('input')
  input.maxLength = 3
  input.value = 'бар'
  input.setSelectionRange(3, 3)
  typeInto(input, 'ү')
  expect(input.value).toBe('бар')
})

test('arrows walk along the tabs and round the ends', () => {
  const [current, setCurrent] = createSignal<'queue' | 'answered'>('queue')
  show(() => (
    <Tabs
      label="Сұрақтар"
      panel="p"
      current={current()}
      onPick={setCurrent}
      items={[
        { key: 'queue', label: 'Кезекте 12' },
        { key: 'answered', label: 'Жауап берілді 7' },
      ]}
    />
  ))
  const press = (key: string) =>
    find('[role=tablist]').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  press('ArrowRight')
  expect(current()).toBe('answered')
  expect(document.activeElement?.textContent).toBe('Жауап берілді 7')
  expect([...document.querySelectorAll('[role=tab]')].map((tab) => tab.getAttribute('tabindex'))).toEqual(['-1', '0'])
  press('ArrowRight')
  expect(current()).toBe('queue')
})

const openDialog = () => {
  const [open, setOpen] = createSignal(false)
  show(() => (
    <Dialog open={open()} onClose={() => setOpen(false)} title="Сүзгілер" closeLabel="Жабу">
      <p>Пән</p>
    </Dialog>
  ))
  setOpen(true)
  return { open, setOpen }
}

test('Back closes the sheet and leaves the page where it was', () => {
  const { open } = openDialog()
  expect(find<HTMLDialogElement>('dialog').open).toBe(true)
  expect(history.state?.sheet).toBeTruthy()
  // What a browser does on Back: the state is the page's again, then popstate.
  history.replaceState(null, '')
  dispatchEvent(new PopStateEvent('popstate', { state: null }))
  expect(open()).toBe(false)
  expect(find<HTMLDialogElement>('dialog').open).toBe(false)
})

test('closing the sheet by its cross takes its entry out of the history, once', () => {
  const back = vi.spyOn(history, 'back').mockImplementation(() => {})
  const { open } = openDialog()
  find('dialog header button').click()
  expect(open()).toBe(false)
  expect(back).toHaveBeenCalledTimes(1)
  back.mockRestore()
})

test('a link pressed in the sheet is not undone when the sheet goes', () => {
  const back = vi.spyOn(history, 'back').mockImplementation(() => {})
  openDialog()
  history.pushState({ page: 2 }, '')
  dispose()
  expect(back).not.toHaveBeenCalled()
  back.mockRestore()
})

test('a toast offers its deed once and goes by itself', () => {
  vi.useFakeTimers()
  const said: string[] = []
  const toasts = createToasts((text) => said.push(text))
  show(() => <ToastShelf toasts={toasts} closeLabel="Жабу" />)
  const undo = vi.fn()
  toasts.show({ text: 'Жойылды', action: { label: 'Қайтару', run: undo } })
  find('.toast button').click()
  expect(undo).toHaveBeenCalledTimes(1)
  expect(document.querySelector('.toast')).toBeNull()
  expect(said).toEqual(['Жойылды'])

  toasts.show({ text: 'Жіберілді' })
  toasts.show({ text: 'Жаңа нұсқа дайын', stays: true })
  vi.advanceTimersByTime(60_000)
  expect([...document.querySelectorAll('.toast p')].map((one) => one.textContent)).toEqual(['Жаңа нұсқа дайын'])
})

test('a thread of more than eight tries shows the last eight', () => {
  show(() => <Knots tries={[false, true, true, true, true, true, true, true, true, false]} />)
  const knots = [...document.querySelectorAll('.knots i')].map((knot) => knot.classList.contains('no'))
  expect(knots).toEqual([...Array(7).fill(false), true])
})
