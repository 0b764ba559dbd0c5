const groups = new Set<number>()

/** Remembers a process group led by this id, so that nothing of it outlives us. */
export function rememberGroup(pid: number): void {
  groups.add(pid)
}

/** Forgets a group whose leader has ended. */
export function forgetGroup(pid: number): void {
  groups.delete(pid)
}

/** Sends a signal to a whole process group; one that has ended is not an error. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

process.on('exit', () => {
  for (const pid of groups) signalGroup(pid, 'SIGKILL')
})
