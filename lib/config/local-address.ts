const LOCAL_NAME = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/

/** True when traffic to the host of this address never leaves this machine. */
export function isLocal({ hostname }: URL): boolean {
  return LOCAL_NAME.test(hostname)
}
