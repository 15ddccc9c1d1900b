/** The server pings every five seconds; a connection that was silent for longer than two of them is dead. */
export const inactivityMs = 12_000
