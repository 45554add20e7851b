import { Button } from '@academy/design/Button'
import { formatNumber } from '@academy/language/numbers'
import { createEffect, createSignal, on, Show } from 'solid-js'
import { type Box, pixelate } from '../files/pixelate.ts'
import { locale, useWords } from '../locale/locale.ts'
import css from './files.module.css'

/**
 * A photo before it leaves the phone: a box drawn over a face makes it a few squares, in the pixels themselves. What is shown is what is
 * sent. Who cannot draw blurs the whole.
 */
export const Blur = (props: { photo: HTMLCanvasElement; ref: (canvas: HTMLCanvasElement) => void }) => {
  const words = useWords('evidence')
  const [boxes, setBoxes] = createSignal<readonly Box[]>([])
  const [drawing, setDrawing] = createSignal<Box>()
  let canvas!: HTMLCanvasElement
  const paint = () => {
    const { photo } = props
    canvas.width = photo.width
    canvas.height = photo.height
    const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
    context.drawImage(photo, 0, 0)
    const image = context.getImageData(0, 0, canvas.width, canvas.height)
    for (const box of boxes()) pixelate(image.data, canvas, box)
    context.putImageData(image, 0, 0)
  }
  createEffect(on([() => props.photo, boxes], paint))

  /** Where a finger is, in the picture's own pixels. */
  const at = (event: PointerEvent) => {
    const { left, top, width, height } = canvas.getBoundingClientRect()
    return {
      x: ((event.clientX - left) * canvas.width) / width,
      y: ((event.clientY - top) * canvas.height) / height,
    }
  }
  let from: { x: number; y: number } | undefined
  const boxTo = (event: PointerEvent): Box | undefined => {
    if (!from) return undefined
    const to = at(event)
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    }
  }
  function begin(event: PointerEvent) {
    canvas.setPointerCapture(event.pointerId)
    from = at(event)
  }
  function move(event: PointerEvent) {
    const box = boxTo(event)
    if (!box) return
    setDrawing(box)
    paint()
    const context = canvas.getContext('2d') as CanvasRenderingContext2D
    context.strokeStyle = '#fff'
    context.lineWidth = Math.max(2, canvas.width / 200)
    context.setLineDash([context.lineWidth * 3, context.lineWidth * 2])
    context.strokeRect(box.x, box.y, box.width, box.height)
  }
  function end() {
    const box = drawing()
    from = undefined
    setDrawing()
    if (box && box.width > 4 && box.height > 4) setBoxes((all) => [...all, box])
    else paint()
  }
  const whole = () => setBoxes((all) => [...all, { x: 0, y: 0, width: canvas.width, height: canvas.height }])

  return (
    <div class={css.blur}>
      <p class="small">{words().blurHow}</p>
      <canvas
        ref={(made) => {
          canvas = made
          props.ref(made)
        }}
        role="img"
        aria-label={words().photoAlt}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={() => {
          from = undefined
          setDrawing()
          paint()
        }}
      >
        {words().photoAlt}
      </canvas>
      <p class="line" aria-live="polite">
        <Button onPress={whole}>{words().blurAll}</Button>
        <Show when={boxes().length}>
          <span class="small">{words().blurred(formatNumber(locale(), boxes().length))}</span>
          <Button kind="bare" onPress={() => setBoxes((all) => all.slice(0, -1))}>
            {words().undo}
          </Button>
        </Show>
      </p>
    </div>
  )
}
