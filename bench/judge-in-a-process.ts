import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { endWithParent } from '../environment/end-with-parent.ts';
import { judgeStoredRun } from '../src/cli/judge-stored-run.ts';
import { secondsOf } from './seconds-of.ts';

/** What judging one stored run in a process of its own came to; peak memory in bytes. */
export const judgedInAProcessSchema = z.object({
  verdict: z.string(),
  problems: z.array(z.string()),
  seconds: z.number(),
  peakBytes: z.number(),
});

/**
 * The most memory that this process ever held. Linux's maxRSS begins with what the parent held when it started us, which
 * is why the kernel's own mark for this program is read where there is one.
 */
function peakBytes(): number {
  const maxRss = process.resourceUsage().maxRSS * 1024;
  if (process.platform !== 'linux') return maxRss;
  const mark = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return mark === undefined ? maxRss : Number(mark) * 1024;
}

if (import.meta.main) {
  endWithParent();
  const [folder] = z.tuple([z.string()]).parse(process.argv.slice(2));
  const { seconds, result } = await secondsOf(() => judgeStoredRun(folder));
  const { verdict, problems } = result;
  const judged: z.infer<typeof judgedInAProcessSchema> = {
    verdict,
    problems,
    seconds,
    peakBytes: peakBytes(),
  };
  console.log(JSON.stringify(judged));
}
