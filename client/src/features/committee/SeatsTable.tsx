import type { SeatsPicture } from '@cenacle/contract/committee'
import styles from './Seats.module.css'
import { type SayHere, useSay } from './texts/say.ts'

interface Line {
  label: string
  taken: number
  /** Offered to somebody who has not accepted yet. */
  offered: number
  /** Null where the seats are not shared out between the colleges. */
  seats: number | null
  free: number | null
  waiting: number
}

/** What the table says, line by line: a college without anybody in it, and without a share, is left out. */
const linesOf = (
  { cap, quota, free, seated, offered, waiting }: SeatsPicture,
  t: SayHere,
): { colleges: Line[]; all: Line } => {
  const line = (label: string, taken: number, held: number, waits: number, share: number | null): Line => ({
    label,
    taken,
    offered: held,
    seats: share,
    free: share === null ? null : Math.min(free, Math.max(0, share - taken - held)),
    waiting: waits,
  })
  const colleges = [
    line(t('seats.women'), seated.women, offered.women, waiting.women, quota),
    line(t('seats.men'), seated.men, offered.men, waiting.men, quota),
  ]
  if (seated.undeclared + offered.undeclared + waiting.undeclared > 0)
    colleges.push(line(t('seats.undeclared'), seated.undeclared, offered.undeclared, waiting.undeclared, null))
  const taken = seated.women + seated.men + seated.undeclared
  const waits = waiting.women + waiting.men + waiting.undeclared
  const held = offered.women + offered.men + offered.undeclared
  return { colleges, all: { ...line(t('seats.total'), taken, held, waits, cap), free } }
}

/** A mark for each seat and for each person who waits: the picture of the numbers beside it. */
function Marks({ line }: { line: Line }) {
  const kinds = [
    ...Array.from({ length: line.taken }, () => 'taken'),
    ...Array.from({ length: line.offered }, () => 'held'),
    ...Array.from({ length: line.free ?? 0 }, () => 'free'),
    ...Array.from({ length: line.waiting }, () => 'waits'),
  ]
  return (
    <span className={styles['marks']} aria-hidden>
      {kinds.map((kind, i) => (
        <span key={i} className={`${styles['mark']} ${styles[kind]}`} />
      ))}
    </span>
  )
}

function Row({ line, marks = false }: { line: Line; marks?: boolean }) {
  const t = useSay()
  return (
    <tr>
      <th scope="row">
        {line.label}
        {marks && <Marks line={line} />}
      </th>
      <td>{line.seats === null ? line.taken : t('seats.of', { count: line.taken, cap: line.seats })}</td>
      <td>{line.free ?? '–'}</td>
      <td>{line.waiting}</td>
    </tr>
  )
}

/** Seats taken, free and waited for, by college: a table for whoever listens, a picture for whoever looks. */
export function SeatsTable({ seats }: { seats: SeatsPicture }) {
  const t = useSay()
  const { colleges, all } = linesOf(seats, t)
  return (
    <div className={styles['seats']}>
      <table className={styles['table']}>
        <caption className={styles['hidden']}>{t('seats.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('seats.college')}</th>
            <th scope="col">{t('seats.taken')}</th>
            <th scope="col">{t('seats.left')}</th>
            <th scope="col">{t('seats.waiting')}</th>
          </tr>
        </thead>
        <tbody>
          {colleges.map((line) => (
            <Row key={line.label} line={line} marks />
          ))}
        </tbody>
        <tfoot>
          <Row line={all} />
        </tfoot>
      </table>
      <p className={styles['key']} aria-hidden>
        {(['taken', 'free', 'waits'] as const).map((kind) => (
          <span key={kind}>
            <span className={`${styles['mark']} ${styles[kind]}`} />
            {t(`seats.${keyOf[kind]}`)}
          </span>
        ))}
      </p>
      {all.offered > 0 && <p className="small">{t('seats.offered', { count: all.offered })}</p>}
      <p className="small muted">
        {seats.parity === 'tolerance'
          ? t('seats.rule.tolerance', { count: seats.difference })
          : t(`seats.rule.${seats.parity}`)}{' '}
        {t('seats.private')}
      </p>
    </div>
  )
}

const keyOf = { taken: 'keyTaken', free: 'keyFree', waits: 'keyWaiting' } as const
