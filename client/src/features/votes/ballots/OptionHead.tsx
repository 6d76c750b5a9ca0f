import styles from './Ballots.module.css'
import type { OptionFile } from './use-ballot.ts'

interface OptionHeadProps {
  /** Names the fields below. */
  id: string
  /** The option as the vote has it. */
  label: string
  file: OptionFile | undefined
}

/** What is judged: its name, whose it is, and its file to read before one judges. */
export function OptionHead({ id, label, file }: OptionHeadProps) {
  if (!file)
    return (
      <h3 id={id} className={styles['name']}>
        {label}
      </h3>
    )
  return (
    <div className={styles['file']}>
      <h3 id={id} className={styles['name']}>
        {file.title}
      </h3>
      <p className="small muted">{file.by}</p>
      {file.about}
    </div>
  )
}
