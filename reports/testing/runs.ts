import type { ReportInput } from '../report-input.ts';
import { promisesWith, verdictsWith } from './hand-written-verdicts.ts';
import { juneVerdicts } from './june-verdicts.ts';
import { runToReport } from './run-to-report.ts';

/** One run of each verdict. */
export const runs: Readonly<
  Record<'upheld' | 'violated' | 'inconclusive' | 'broken', ReportInput>
> = {
  upheld: runToReport(verdictsWith()),
  violated: runToReport(juneVerdicts(), {
    fault: 'second-recording-attached-by-clinician-and-time',
  }),
  inconclusive: runToReport(
    verdictsWith({
      promises: promisesWith({
        'every-own-replay-is-visible': { verdict: 'inconclusive', concluded: 540, shortfalls: 20 },
      }),
      shortfalls: [
        {
          promise: 'every-own-replay-is-visible',
          reason: 'Consultation 1 did not take place as planned.',
          count: 20,
          cohort: 3,
          viewer: 194,
          surface: null,
        },
      ],
    }),
  ),
  broken: runToReport(
    verdictsWith({ problems: ['history/june-2020/17.jsonl ends after line 411 without its end.'] }),
  ),
};
