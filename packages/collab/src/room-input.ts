import { CLOSE, Frame } from './connection.ts'
import { NotAllowed } from './guard.ts'
import type { Member } from './member.ts'
import { PageTooLarge } from './page-document.ts'
import { decodeMessage, encodeStep1, type Message } from './protocol.ts'
import { Malformed } from './reader.ts'
import type { Room } from './room.ts'
import { clientsOf, withoutClients } from './strip.ts'
import type { ScannedUpdate } from './update-merge.ts'
import { isEmptyUpdate, scanUpdate, type UpdateScan } from './update-scan.ts'

/** Frames that may wait for a page to load. */
const MAX_WAITING = 100

/**
 * Takes one frame from a connection. Never throws: what makes no sense is counted, and the third closes.
 */
export function receive(room: Room, member: Member, frame: Uint8Array): void {
  if (member.closed || !member.spend(frame.length, room.deps.clock.now())) return
  if (member.waiting) {
    member.waiting.push(frame)
    if (member.waiting.length > MAX_WAITING) member.close(CLOSE.tooMany, 'too many messages')
    return
  }
  try {
    handle(room, member, decodeMessage(frame))
  } catch (error) {
    if (!(error instanceof Malformed)) room.deps.onError(error, room.pageId)
    member.bad(error instanceof Malformed ? error.message : 'not understood')
  }
}

/** The page is loaded: what a newcomer has said so far is heard, and it is told what it needs. */
export function seat(room: Room, member: Member): void {
  const frames = member.waiting
  if (member.closed || !frames || !room.document) return
  // A writer is asked for what the page lacks before it is told: its answer is made before a merge can take letters from it.
  if (member.writes) member.send(new Frame(encodeStep1(room.document.stateVector())))
  member.waiting = undefined
  for (const frame of frames) receive(room, member, frame)
  room.welcome(member)
}

function handle(room: Room, member: Member, message: Message): void {
  switch (message.kind) {
    case 'step1':
      return room.answer(member, message.stateVector.slice())
    case 'step2':
    case 'update':
      return member.writes
        ? takeUpdate(room, member, message.kind, message.update)
        : refuseReader(member, message.update)
    case 'awareness':
      return takeAwareness(room, member, message.update)
    case 'query':
      return room.sendPresence(member)
    default:
      throw new Malformed('only the server says that')
  }
}

/** A reader's client has nothing to send; an empty answer to a step 1 is only odd. */
function refuseReader(member: Member, update: Uint8Array): void {
  if (isEmptyUpdate(scanUpdate(update))) return member.bad('read only')
  member.close(CLOSE.readOnly, 'read only')
}

function takeAwareness(room: Room, member: Member, update: Uint8Array): void {
  if (!member.writes) return
  const { personId: id, name, color } = member.visitor
  const now = room.deps.clock.now()
  member.clientId = room.presence.receive(member, member.clientId, update, { id, name, color }, now)
  room.presenceChanged()
}

function takeUpdate(room: Room, member: Member, kind: 'step2' | 'update', view: Uint8Array): void {
  const number = member.receive()
  try {
    const update = view.slice()
    const scan = scanUpdate(update)
    if (isEmptyUpdate(scan)) return member.tellSaved(room.savedState)
    if (member.visitor.mode === 'suggest') takeSuggested(room, member, update, scan, number)
    else if (kind === 'update' && scan.plain && ownText(room, member, scan))
      takePlain(room, member, update, scan, number)
    else takeStructural(room, member, update, scan, number)
  } catch (error) {
    member.refuse(room.savedState)
    if (error instanceof NotAllowed) return refuse(member, error)
    if (!(error instanceof PageTooLarge)) throw error
    member.bad('the page is full')
  }
}

/** Once is enough: a browser of ours makes no such update. What came too early is heard when its sender comes again. */
function refuse(member: Member, { message, isEarly }: NotAllowed): void {
  member.close(isEarly ? CLOSE.loadFailed : CLOSE.readOnly, message)
}

/** Whether a live colleague's client id is left alone. */
function ownText(room: Room, member: Member, scan: UpdateScan): boolean {
  const [range] = scan.ranges
  return !range || !room.presence.isOther(range.client, member.visitor.personId)
}

/** What a typist sends: on its way at once, and into the document later. */
function takePlain(room: Room, member: Member, bytes: Uint8Array, scan: UpdateScan, number: number): void {
  if (!room.document?.fits(scan.inserted)) throw new PageTooLarge()
  room.document.push(bytes)
  room.submit({ bytes, scan }, member.visitor.personId, member, number)
}

/**
 * New nodes, and what a browser hands in when it comes (back): tried on the document first, and only what it brings is kept. The text of
 * a colleague who is here is left out, since that colleague's own browser brings it: nobody can write in their name.
 */
function takeStructural(room: Room, member: Member, update: Uint8Array, scan: UpdateScan, number: number): void {
  const own = withoutOthers(room, member, { bytes: update, scan })
  const news = room.document?.offer(own.bytes, own.scan)
  if (news) room.submit(news, member.visitor.personId, member, number)
  else acknowledgeKnown(room, member, number)
}

function withoutOthers(room: Room, member: Member, update: ScannedUpdate): ScannedUpdate {
  const others = room.presence.others(member.visitor.personId)
  const foreign = clientsOf(update.scan).filter((client) => others.includes(client))
  if (foreign.length === 0) return update
  const bytes = withoutClients(update.bytes, foreign)
  return { bytes, scan: scanUpdate(bytes) }
}

/** What somebody sends who may only suggest: looked at before it is taken, each time. */
function takeSuggested(room: Room, member: Member, update: Uint8Array, scan: UpdateScan, number: number): void {
  const { personId } = member.visitor
  const guard = room.deps.guardOf(personId)
  const own = withoutOthers(room, member, { bytes: update, scan })
  let isMended = false
  const news = room.document?.offer(own.bytes, own.scan, (doc, apply) => (isMended = guard(doc, apply)))
  if (news && !isMended) return void room.submit(news, personId, member, number)
  // Its sender hears what was mended like everybody else.
  if (news) room.submit(news, personId)
  acknowledgeKnown(room, member, number)
}

/** It brings nothing new, but what is known may itself still be on its way to the log. */
function acknowledgeKnown(room: Room, member: Member, number: number): void {
  member.expect()
  room.commits.run(() => {
    member.commit(number)
    member.tellSaved(room.savedState)
  })
}
