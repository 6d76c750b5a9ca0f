import { useState } from 'react'
import { useMe } from '../../../lib/session.ts'
import { useDraft } from '../../../lib/use-draft.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioCards } from '../../../ui/Choice.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { Field, TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { useNow } from '../../../ui/use-now.ts'
import type { Vote } from '../api.ts'
import { instantOf } from '../../../i18n/field-date.ts'
import { sayMethod } from '../sentences.ts'
import { useSay } from '../texts/say.ts'
import { Advanced, Majority } from './Advanced.tsx'
import { type Draft, useOpenDecision, useSaveDraft } from './api.ts'
import {
  type Asking,
  askingOf,
  bodyOf,
  type DraftBody,
  emptyAsking,
  hasOptions,
  methodOf,
  needs,
  readAsking,
  rulesOf,
} from './asking.ts'
import styles from './Deciding.module.css'

/** As the contract's. */
const MOST_OPTIONS = 50
import { NumberFields } from './NumberFields.tsx'
import { OptionsEditor } from '../../../ui/OptionsEditor.tsx'
import { Timing } from './Timing.tsx'

export interface DecisionFormProps {
  spaceId: string
  /** The topic or the page from which it is put to the vote. */
  source?: DraftBody['source']
  /** What is filled in from elsewhere, and the name under which what one makes of it is kept. */
  start?: { id: string; asking: Partial<Asking> }
  /** Of a proposed revision, the title of its page: only yes or no can be asked about it. */
  revised?: string | undefined
  /** The kept draft that is written on. */
  draft?: Draft
  onOpened: (vote: Vote) => void
  onKept: (draft: Draft) => void
}

/** What is written, kept on this device until it is sent; a draft of the server begins as it is there. */
const useAsking = ({ spaceId, source, start, draft, revised }: DecisionFormProps) => {
  const t = useSay()
  const me = useMe()
  const now = useNow()
  const kept = useDraft(me.id, `decision.${draft?.id ?? start?.id ?? source?.id ?? spaceId}`)
  const [asking, setAsking] = useState<Asking>(() => {
    if (kept.draft.text !== '') return readAsking(kept.draft.text, now)
    if (draft) return askingOf(draft, now)
    const question = revised === undefined ? {} : { question: t('decide.revisionQuestion', { title: revised }) }
    return { ...emptyAsking(now), ...start?.asking, ...question }
  })
  return {
    asking,
    clear: kept.clear,
    change: (change: Partial<Asking>): void => {
      const next = { ...asking, ...change }
      setAsking(next)
      kept.setDraft({ text: JSON.stringify(next) })
    },
  }
}

/** Opens the question now, keeps it as a draft, or keeps it with a date at which it opens by itself. */
const useSending = (props: DecisionFormProps, asking: Asking, clear: () => void) => {
  const { spaceId, draft, onOpened, onKept } = props
  const open = useOpenDecision(draft?.id)
  const save = useSaveDraft(draft?.id)
  const [last, setLast] = useState<'open' | 'save'>('open')
  const keep = (opensAt: string | null): void => {
    setLast('save')
    const body = { ...bodyOf(asking, spaceId, props.source ?? null), opensAt }
    save.mutate(body, {
      onSuccess: (kept) => {
        clear()
        onKept(kept)
      },
    })
  }
  const act = (): void => {
    if (asking.isLater) return keep(instantOf(asking.opensAt) ?? '')
    setLast('open')
    const body = bodyOf(asking, spaceId, props.source ?? null)
    open.mutate(
      { ...body, closesAt: body.closesAt ?? '' },
      {
        onSuccess: (vote) => {
          clear()
          onOpened(vote)
        },
      },
    )
  }
  return { act, keep: () => keep(null), open, save, error: last === 'open' ? open.error : save.error }
}

/** Puts one question to the vote of a space: what one wants to know, what it takes, from when until when. */
export function DecisionForm(props: DecisionFormProps) {
  const t = useSay()
  const { asking, change, clear } = useAsking(props)
  const { act, keep, open, save, error } = useSending(props, asking, clear)
  const [isAsked, setAsked] = useState(false)
  const { need } = asking
  const inWords = sayMethod({ method: methodOf(asking), rules: rulesOf(asking) }, t)
  return (
    <Form
      error={error}
      // Enter in a field sends a form: what cannot be taken back is asked for first.
      onSubmit={asking.isLater ? act : () => setAsked(true)}
      actions={
        <>
          <Button type="submit" variant="primary" wide="phone" isPending={open.isPending || save.isPending}>
            {t(asking.isLater ? 'decide.schedule' : 'decision.act')}
          </Button>
          <Button wide="phone" isPending={save.isPending} isDisabled={asking.question.trim() === ''} onPress={keep}>
            {t('decide.keep')}
          </Button>
        </>
      }
    >
      <Field
        name="question"
        label={t('decision.question')}
        hint={t('decide.questionHint')}
        value={asking.question}
        onChange={(question) => change({ question })}
        maxLength={300}
        autoComplete="off"
        isRequired
      />
      <TextArea
        name="text"
        label={t('decide.text')}
        hint={t('decide.textHint')}
        value={asking.text}
        onChange={(text) => change({ text })}
        rows={4}
        maxLength={20_000}
        optional
      />
      {props.revised === undefined ? (
        <RadioCards
          label={t('decide.need')}
          value={need}
          onChange={(chosen) => change({ need: chosen, isOther: false })}
          options={needs.map((id) => ({ id, label: t(`decide.need.${id}`), hint: t(`decide.need.${id}Hint`) }))}
        />
      ) : (
        <p className="muted">{t('decide.revisionHelp')}</p>
      )}
      {hasOptions(asking) && (
        <OptionsEditor
          options={asking.options}
          onChange={(options) => change({ options })}
          most={MOST_OPTIONS}
          name="options"
          texts={{
            title: t('decide.options'),
            add: t('decide.addOption'),
            option: (number) => t('decide.option', { number }),
            remove: (number) => t('decide.removeOption', { number }),
          }}
        />
      )}
      {need === 'number' && <NumberFields asking={asking} onChange={change} />}
      {need === 'yesNo' && <Majority asking={asking} onChange={change} />}
      <Timing asking={asking} onChange={change} />
      <Advanced asking={asking} onChange={change} />
      <p className={styles['preview']}>
        <span className="caption">{t('decision.preview')}</span>
        {inWords} {t('decide.frozen')}
      </p>
      <Confirm
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={t('decide.openTitle', { question: asking.question.trim() })}
        act={t('decision.act')}
        danger={false}
        isPending={open.isPending}
        onConfirm={() => {
          setAsked(false)
          act()
        }}
      >
        <p>{inWords}</p>
        <p>{t('decide.openHelp')}</p>
      </Confirm>
    </Form>
  )
}
