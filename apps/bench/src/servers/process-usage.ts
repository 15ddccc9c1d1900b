import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What a process has used so far. */
export interface ProcessUsage {
  /** User and system time of all its threads. */
  readonly cpuSeconds: number
  readonly residentBytes: number
}

/** The unit of the times in `/proc/<pid>/stat`: fixed by the kernel's interface, whatever its own tick is. */
const ticksPerSecond = 100

/** Reads what a process has used: from `/proc` where there is one, else from `ps`. */
export function readProcessUsage(pid: number): ProcessUsage {
  return process.platform === 'linux' ? usageFromProc(pid) : usageFromPs(pid)
}

function usageFromProc(pid: number): ProcessUsage {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name in parentheses may hold spaces: the numbers begin after it, with the state, which is field 3.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [userTicks, systemTicks] = [Number(fields[11]), Number(fields[12])]
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return { cpuSeconds: (userTicks + systemTicks) / ticksPerSecond, residentBytes: Number(resident?.[1]) * 1024 }
}

function usageFromPs(pid: number): ProcessUsage {
  const [time = '', resident] = execFileSync('ps', ['-o', 'time=,rss=', '-p', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
  return { cpuSeconds: secondsOf(time), residentBytes: Number(resident) * 1024 }
}

/** Reads `[days-][hours:]minutes:seconds`. */
function secondsOf(time: string): number {
  const [clock = '', days = '0'] = time.split('-').reverse()
  return clock.split(':').reduce((seconds, field) => seconds * 60 + Number(field), 0) + Number(days) * 86_400
}
