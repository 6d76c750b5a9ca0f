import type { Vote } from './api.ts'

/** True when an open vote waits for the viewer's voice. */
export const isWaiting = (vote: Vote): boolean => vote.can.vote && !vote.hasVoted
