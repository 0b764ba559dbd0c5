import { useI18n } from '@/lib/i18n/use-i18n'
import { bars, type Bar } from './bars'
import { useDayName, type CurrencyDays } from './days'

/** In the units of the drawing; it is stretched to the width that there is. */
const HEIGHT = 100
const BAR_WIDTH = 0.68

interface Props {
  readonly figures: CurrencyDays
  readonly now: Date
}

/** A bar a day: captured above the line, refunded below it, both on one scale. */
export function DaysChart({ figures, now }: Props) {
  const { currency, days, captured, refunded } = figures
  const { t, formats } = useI18n('overview')
  const dayName = useDayName(now)
  const money = (amountMinor: number) => formats.money(amountMinor, currency)
  const drawing = bars(days, HEIGHT)
  const marks = [days.at(0), days.at(Math.floor(days.length / 2)), days.at(-1)]
  const [from = '', , to = ''] = marks.map((day) => day && dayName(day.day))
  return (
    <figure className="px-5 pt-3 pb-4">
      <p aria-hidden="true" className="text-ink-faint mb-1 text-xs">
        {t('days.most', { sum: money(drawing.mostMinor) })}
      </p>
      <svg
        role="img"
        aria-label={t('days.chart', {
          from,
          to,
          most: money(drawing.mostMinor),
          captured: money(captured.amountMinor),
          refunded: money(refunded.amountMinor),
        })}
        viewBox={`0 0 ${String(days.length)} ${String(HEIGHT)}`}
        preserveAspectRatio="none"
        className="h-44 w-full"
      >
        {drawing.bars.map((bar, index) => (
          <g key={bar.day} className="group/day">
            <title>
              {t('days.hover', {
                day: dayName(bar.day),
                captured: money(bar.capturedMinor),
                refunded: money(bar.refundedMinor),
              })}
            </title>
            <rect
              x={index}
              width="1"
              height={HEIGHT}
              className="group-hover/day:fill-sunken fill-transparent"
            />
            <Bars bar={bar} x={index + (1 - BAR_WIDTH) / 2} lineY={drawing.lineY} />
          </g>
        ))}
        <line
          x1="0"
          x2={days.length}
          y1={drawing.lineY}
          y2={drawing.lineY}
          vectorEffect="non-scaling-stroke"
          className="stroke-line-strong"
        />
      </svg>
      <figcaption aria-hidden="true" className="text-ink-faint mt-1.5 flex justify-between text-xs">
        {marks.map((day) => day && <span key={day.day}>{dayName(day.day)}</span>)}
      </figcaption>
    </figure>
  )
}

interface BarsProps {
  readonly bar: Bar
  readonly x: number
  readonly lineY: number
}

function Bars({ bar: { up, down }, x, lineY }: BarsProps) {
  return (
    <>
      {up > 0 && <rect x={x} y={lineY - up} width={BAR_WIDTH} height={up} className="fill-good" />}
      {down > 0 && <rect x={x} y={lineY} width={BAR_WIDTH} height={down} className="fill-back" />}
    </>
  )
}
