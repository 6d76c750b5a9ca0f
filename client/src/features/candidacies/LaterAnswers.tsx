import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, RadioCards } from '../../ui/Choice.tsx'
import { focusTitle } from '../../ui/focus-title.ts'
import { Form } from '../../ui/Form.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { toast } from '../../ui/toasts.ts'
import { type Followed, useFollowAct } from './api.ts'
import styles from './Candidacies.module.css'
import { useSay } from './texts/say.ts'

interface AnswerProps {
  followed: Followed
  token: string
}

/** Which kind of seat it is, for who left that open or was proposed by somebody else. */
export function DeclareCollege({ followed, token }: AnswerProps) {
  const t = useSay()
  const [college, setCollege] = useState<'woman' | 'man'>()
  const declare = useFollowAct(token, 'college', () => {
    toast(t('follow.declared'))
    focusTitle()
  })
  return (
    <section className={styles['section']} aria-labelledby="college">
      <h2 id="college">{t('follow.declareTitle')}</h2>
      <p className="muted">{t(followed.lacksCollege ? 'follow.declareNow' : 'follow.declareHelp')}</p>
      <Form
        error={declare.error}
        onSubmit={() => college && declare.mutate({ college })}
        actions={
          <Button type="submit" wide="phone" isPending={declare.isPending} isDisabled={college === undefined}>
            {t('follow.declare')}
          </Button>
        }
      >
        <RadioCards
          inline
          label={t('college.label')}
          value={college ?? ''}
          onChange={(next) => setCollege(next === 'woman' ? 'woman' : 'man')}
          options={[
            { id: 'woman', label: t('college.woman') },
            { id: 'man', label: t('college.man') },
          ]}
        />
      </Form>
    </section>
  )
}

/** The charter, for who was proposed and has not been asked yet. */
export function AgreeToCharter({ followed, token }: AnswerProps) {
  const t = useSay()
  const agree = useFollowAct(token, 'agree', () => {
    toast(t('follow.agreed'))
    focusTitle()
  })
  return (
    <section className={styles['section']} aria-labelledby="agree">
      <h2 id="agree">{t('apply.charter')}</h2>
      <p className="muted">{t('follow.agreeHelp')}</p>
      {followed.charter && (
        <div className={styles['charter']}>
          <Prose html={followed.charter.html} />
        </div>
      )}
      <Form
        error={agree.error}
        onSubmit={() => agree.mutate({ charter: followed.charter?.hash ?? '' })}
        actions={
          <Button type="submit" wide="phone" isPending={agree.isPending}>
            {t('follow.agree')}
          </Button>
        }
      >
        <Checkbox name="charter" isRequired>
          {t('apply.agreeCharter')}
        </Checkbox>
      </Form>
    </section>
  )
}
