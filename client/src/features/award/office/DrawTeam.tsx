import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { toast } from '../../../ui/toasts.ts'
import { type Category, useDrawTeam } from './api.ts'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'

/** A usual team; more where entries need more judges to be ranked. */
const USUAL = 5

/** Draws who judges a category, once, instead of naming them. */
export function DrawTeam({ category: { id, name, leastJurors } }: { category: Category }) {
  const t = useSay()
  const [asked, setAsked] = useState(false)
  const draw = useDrawTeam(id, () => {
    toast(t('draw.done', { name }))
    setAsked(false)
  })
  return (
    <div>
      <Button
        size="small"
        aria-label={t('named', { act: t('draw.act'), name })}
        onPress={() => {
          draw.reset()
          setAsked(true)
        }}
      >
        {t('draw.act')}
      </Button>
      <Dialog isOpen={asked} onClose={() => setAsked(false)} title={t('draw.title', { name })}>
        <ul className={styles['consequences']}>
          <li>{t('draw.whom')}</li>
          <li>{t('draw.once')}</li>
          <li>{t('draw.public')}</li>
        </ul>
        <Form
          error={draw.error}
          onSubmit={(values) => draw.mutate(Number(textOf(values, 'places')))}
          actions={
            <>
              <Button type="submit" variant="primary" wide="phone" isPending={draw.isPending}>
                {t('draw.act')}
              </Button>
              <Button variant="quiet" wide="phone" onPress={() => setAsked(false)}>
                {t('ui.cancel')}
              </Button>
            </>
          }
        >
          <Field
            name="places"
            label={t('draw.places')}
            hint={t('draw.placesHint', { count: leastJurors })}
            defaultValue={String(Math.max(USUAL, leastJurors))}
            inputMode="numeric"
            autoComplete="off"
            validate={(value) =>
              /^\d+$/.test(value.trim()) && Number(value) >= 1 && Number(value) <= 150 ? null : t('category.from1to150')
            }
            isRequired
          />
        </Form>
      </Dialog>
    </div>
  )
}
