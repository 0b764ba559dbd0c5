import { execa } from 'execa'

/**
 * Starts a program with no input as the leader of a process group of its own, with no variables
 * but those given. How it ends is in what it resolves with, which never rejects; the process id
 * is undefined when it cannot be started. A bound and the end of its children are the caller's
 * part, with `signalGroup`, because a signal through execa reaches the leader alone.
 */
export const startInOwnGroup = execa({
  detached: true,
  stdin: 'ignore',
  extendEnv: false,
  reject: false,
  stripFinalNewline: false,
})
